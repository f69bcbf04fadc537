using System.Security.Cryptography;
using System.Text;
using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Evaluation;

/// <summary>What Azure knows and a template asks: where it is deployed, and what made resources answer. All made up, and the same each time.</summary>
internal static class PlausibleAzure
{
    public const string Subscription = "11111111-2222-4333-8444-555555555555";
    public const string Tenant = "66666666-7777-4888-9999-aaaaaaaaaaaa";

    public static object? ResourceGroup { get; } = Values.Object(
        ("id", $"/subscriptions/{Subscription}/resourceGroups/rg-customer"), ("name", "rg-customer"), ("location", "westeurope"), ("tags", Values.Object()));

    public static object? SubscriptionValue { get; } = Values.Object(
        ("id", $"/subscriptions/{Subscription}"), ("subscriptionId", Subscription), ("tenantId", Tenant), ("displayName", "Customers"));

    public static object? TenantValue { get; } = Values.Object(("tenantId", Tenant), ("displayName", "Example"), ("countryCode", "NL"));

    public static object? Environment { get; } = Values.Object(
        ("name", "AzureCloud"),
        ("resourceManager", "https://management.azure.com/"),
        ("authentication", Values.Object(("loginEndpoint", "https://login.microsoftonline.com/"), ("tenant", "common"))),
        ("suffixes", Values.Object(("storage", "core.windows.net"), ("keyvaultDns", ".vault.azure.net"))));

    /// <summary>13 letters and digits, as <c>uniqueString</c> gives.</summary>
    public static string UniqueString(IEnumerable<object?> arguments) => string.Concat(Hash("unique", arguments).Take(13).Select(part => (char)('a' + (part % 26))));

    public static string Guid(IEnumerable<object?> arguments) => new Guid(Hash("guid", arguments)[..16]).ToString("D");

    /// <summary>What a resource answers that its template does not say.</summary>
    /// <param name="path">From the resource, with dots; null when it is nothing that is known here.</param>
    public static object? Answer(Resource resource, string name, string path)
    {
        var host = name.ToLowerInvariant();
        return path switch
        {
            "type" => resource.Type,
            "apiVersion" => resource.Version,
            "location" => "westeurope",
            "properties.vaultUri" => $"https://{host}.vault.azure.net/",
            "properties.clientId" or "properties.principalId" or "properties.tenantId" or "properties.customerId" or "properties.appId"
                or "identity.principalId" or "identity.tenantId" => Guid([resource.Type, name, path]),
            "properties.defaultHostName" => $"{host}.azurewebsites.net",
            "properties.ConnectionString" =>
                "InstrumentationKey=22222222-3333-4444-8555-666666666666;IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/",
            "properties.primaryEndpoints" => Values.Object(
                ((string[])["blob", "queue", "table", "file"]).Select(kind => (kind, (object?)$"https://{host}.{kind}.core.windows.net/"))),
            _ => null,
        };
    }

    private static byte[] Hash(string purpose, IEnumerable<object?> arguments) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', arguments.Select(Values.Text).Prepend(purpose))));
}
