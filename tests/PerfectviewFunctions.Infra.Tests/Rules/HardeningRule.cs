using PerfectviewFunctions.Infra.Tests.Evaluation;
using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Rules;

/// <summary>Nothing is open that need not be: no wildcard, no key beside the identity, no plain http, no old TLS, no deleting for good.</summary>
internal static class HardeningRule
{
    private static readonly (string Type, string Path, object?[] Allowed)[] Musts =
    [
        ("Microsoft.Storage/storageAccounts", "properties.allowBlobPublicAccess", [false]),
        ("Microsoft.Storage/storageAccounts", "properties.allowSharedKeyAccess", [false]),
        ("Microsoft.Storage/storageAccounts", "properties.allowCrossTenantReplication", [false]),
        ("Microsoft.Storage/storageAccounts", "properties.supportsHttpsTrafficOnly", [true]),
        ("Microsoft.Storage/storageAccounts", "properties.minimumTlsVersion", ["TLS1_2", "TLS1_3"]),
        ("Microsoft.Storage/storageAccounts/blobServices/containers", "properties.publicAccess", ["None", null]),
        ("Microsoft.KeyVault/vaults", "properties.enableRbacAuthorization", [true]),
        ("Microsoft.KeyVault/vaults", "properties.enablePurgeProtection", [true]),
        ("Microsoft.KeyVault/vaults", "properties.enableSoftDelete", [true, null]),
        ("Microsoft.KeyVault/vaults", "properties.accessPolicies", [null]),
        ("Microsoft.Web/sites", "properties.httpsOnly", [true]),
        ("Microsoft.Web/sites", "properties.siteConfig.minTlsVersion", ["1.2", "1.3"]),
        ("Microsoft.Web/sites", "properties.siteConfig.scmMinTlsVersion", ["1.2", "1.3"]),
        ("Microsoft.Web/sites", "properties.siteConfig.ftpsState", ["Disabled"]),
        ("Microsoft.Web/sites", "properties.siteConfig.remoteDebuggingEnabled", [false, null]),
        ("Microsoft.Web/sites", "properties.siteConfig.cors.allowedOrigins", [null]),
        ("Microsoft.Insights/components", "properties.DisableLocalAuth", [true]),
        ("Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", [true]),
    ];

    private static readonly string[] Passwords = ["ftp", "scm"];

    public static IEnumerable<Fault> Faults(BicepProject project) =>
    [
        .. project.Templates.SelectMany(Wildcards),
        .. Deployment.All(project).SelectMany(deployment => Musts.SelectMany(must => Kept(must, deployment.Resources)).Concat(Publishing(deployment.Resources))).Distinct(),
    ];

    /// <summary>Where a star is a matter of course: an alert for each value of a dimension.</summary>
    private static bool IsOfDimension(SyntaxNode? node) => node is not null
        && (node is { Kind: "object_property" } && ObjectProperty.Of(node).Name == "dimensions" || IsOfDimension(node.Parent));

    private static IEnumerable<Fault> Wildcards(BicepFile file) =>
        from node in file.Root.Descendants()
        where node.Kind == "string"
        let text = node.AsText()
        where (text == "*" && !IsOfDimension(node)) || text is "0.0.0.0" or "255.255.255.255" or "Internet" || text?.EndsWith("/0", StringComparison.Ordinal) == true
        select file.Fault(node, $"'{text}' lets everybody in: name who may.");

    private static IEnumerable<Fault> Kept((string Type, string Path, object?[] Allowed) must, IEnumerable<DeployedResource> resources) =>
        from deployed in resources
        where deployed.Resource.Is(must.Type)
        let value = deployed.Body.At(must.Path)
        where !must.Allowed.Any(allowed => Values.Same(allowed, value))
        select deployed.Fault($"{must.Path} has to be {string.Join(" or ", must.Allowed.Select(one => one is null ? "left out" : Values.Text(one)))}, "
            + $"and is {(value is null ? "left out" : Values.Text(value))}.");

    private static IEnumerable<Fault> Publishing(IReadOnlyList<DeployedResource> resources) =>
        from site in resources
        where site.Resource.Is("Microsoft.Web/sites")
        from kind in Passwords
        where !resources.Any(one => one.Resource.Is("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
            && one.Name == kind && one.Id.StartsWith(site.Id + "/", StringComparison.Ordinal) && one.Body.At("properties.allow") is false)
        select site.Fault($"publishing by password ({kind}) has to be off: a basicPublishingCredentialsPolicies of that name with allow false.");
}
