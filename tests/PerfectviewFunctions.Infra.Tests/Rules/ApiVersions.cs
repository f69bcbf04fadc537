namespace PerfectviewFunctions.Infra.Tests.Rules;

/// <summary>The one list of the resource types that are used, each at its one version.</summary>
internal static class ApiVersions
{
    /// <summary>The reason stands where a version is a preview.</summary>
    public static readonly IReadOnlyDictionary<string, (string Version, string? WhyPreview)> All =
        new Dictionary<string, (string Version, string? WhyPreview)>(StringComparer.OrdinalIgnoreCase)
        {
            ["Microsoft.Authorization/locks"] = ("2020-05-01", null),
            ["Microsoft.Authorization/roleAssignments"] = ("2022-04-01", null),
            ["Microsoft.Insights/actionGroups"] = ("2023-01-01", null),
            ["Microsoft.Insights/components"] = ("2020-02-02", null),
            ["Microsoft.Insights/diagnosticSettings"] = ("2021-05-01-preview", "The versions that are no preview are of 2015 and 2016 and know no categories of a vault."),
            ["Microsoft.Insights/scheduledQueryRules"] = ("2026-03-01", null),
            ["Microsoft.KeyVault/vaults"] = ("2024-11-01", null),
            ["Microsoft.ManagedIdentity/userAssignedIdentities"] = ("2024-11-30", null),
            ["Microsoft.OperationalInsights/workspaces"] = ("2026-03-01", null),
            ["Microsoft.Storage/storageAccounts"] = ("2025-06-01", null),
            ["Microsoft.Storage/storageAccounts/blobServices"] = ("2025-06-01", null),
            ["Microsoft.Storage/storageAccounts/blobServices/containers"] = ("2025-06-01", null),
            ["Microsoft.Storage/storageAccounts/tableServices"] = ("2025-06-01", null),
            ["Microsoft.Storage/storageAccounts/tableServices/tables"] = ("2025-06-01", null),
            ["Microsoft.Web/serverfarms"] = ("2025-03-01", null),
            ["Microsoft.Web/sites"] = ("2025-03-01", null),
            ["Microsoft.Web/sites/basicPublishingCredentialsPolicies"] = ("2025-03-01", null),
            ["Microsoft.Web/sites/config"] = ("2025-03-01", null),
        };
}
