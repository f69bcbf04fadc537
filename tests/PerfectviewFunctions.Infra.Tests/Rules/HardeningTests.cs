using PerfectviewFunctions.Infra.Tests.Evaluation;
using PerfectviewFunctions.Infra.Tests.Reading;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Rules;

public sealed class HardeningTests
{
    private const string Store = "allowBlobPublicAccess: false, allowSharedKeyAccess: false, allowCrossTenantReplication: false, supportsHttpsTrafficOnly: true, minimumTlsVersion: 'TLS1_2'";
    private const string Vault = "enableRbacAuthorization: true, enablePurgeProtection: true";
    private const string Config = "minTlsVersion: '1.2', scmMinTlsVersion: '1.3', ftpsState: 'Disabled'";

    [Fact]
    public Task Ours_are_closed() => RuleTesting.HoldsForOursAsync(HardeningRule.Faults);

    [Fact]
    public async Task Ours_deploy_each_kind_of_resource_that_has_to_be_closed()
    {
        var types = Deployment.All(await BicepProject.OfRepositoryAsync()).SelectMany(one => one.Resources).Select(one => one.Resource.Type).ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults", "Microsoft.Web/sites", "Microsoft.Insights/components", "Microsoft.OperationalInsights/workspaces",
            },
            types);
    }

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts@2025-06-01", "allowBlobPublicAccess: false", "allowBlobPublicAccess: open", Store)]
    [InlineData("Microsoft.Storage/storageAccounts@2025-06-01", "allowSharedKeyAccess: false, ", "", Store)]
    [InlineData("Microsoft.Storage/storageAccounts@2025-06-01", "supportsHttpsTrafficOnly: true", "supportsHttpsTrafficOnly: false", Store)]
    [InlineData("Microsoft.Storage/storageAccounts@2025-06-01", "TLS1_2", "TLS1_1", Store)]
    [InlineData("Microsoft.KeyVault/vaults@2024-11-01", "enableRbacAuthorization: true, ", "", Vault)]
    [InlineData("Microsoft.KeyVault/vaults@2024-11-01", "enablePurgeProtection: true", "enablePurgeProtection: !open", Vault)]
    [InlineData("Microsoft.KeyVault/vaults@2024-11-01", "enablePurgeProtection: true", "enablePurgeProtection: true, enableSoftDelete: false", Vault)]
    [InlineData("Microsoft.KeyVault/vaults@2024-11-01", "enablePurgeProtection: true", "enablePurgeProtection: true, accessPolicies: []", Vault)]
    [InlineData("Microsoft.Insights/components@2020-02-02", "DisableLocalAuth: true", "DisableLocalAuth: false", "DisableLocalAuth: true")]
    [InlineData("Microsoft.OperationalInsights/workspaces@2026-03-01", "true", "false", "features: { disableLocalAuth: true }")]
    public async Task What_is_open_is_named(string type, string closed, string open, string properties)
    {
        await RuleTesting.PassesAsync(HardeningRule.Faults, Only(type, properties));
        await RuleTesting.BitesAsync(HardeningRule.Faults, "it: properties.", Only(type, properties.Replace(closed, open, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("httpsOnly: true", Config, "allow: false", null)]
    [InlineData("httpsOnly: false", Config, "allow: false", "it: properties.httpsOnly has to be True, and is False.")]
    [InlineData("httpsOnly: true", "minTlsVersion: '1.0', scmMinTlsVersion: '1.2', ftpsState: 'Disabled'", "allow: false", "siteConfig.minTlsVersion has to be 1.2 or 1.3")]
    [InlineData("httpsOnly: true", "minTlsVersion: '1.2', scmMinTlsVersion: '1.2', ftpsState: 'FtpsOnly'", "allow: false", "siteConfig.ftpsState has to be Disabled")]
    [InlineData("httpsOnly: true", $"{Config}, cors: {{ allowedOrigins: ['https://a.example'] }}", "allow: false", "cors.allowedOrigins has to be left out")]
    [InlineData("httpsOnly: true", Config, "allow: true", "publishing by password (scm) has to be off")]
    public Task Site_is_reached_by_https_and_published_to_by_role(string outer, string config, string scm, string? expected)
    {
        var text = $$"""
            resource it 'Microsoft.Web/sites@2025-03-01' = {
              name: 'a'
              properties: {
                {{outer}}
                siteConfig: { {{config}} }
              }
            }
            resource policies 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
              parent: it
              name: 'ftp'
              properties: { allow: false }
            }
            resource policy 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
              parent: it
              name: 'scm'
              properties: { {{scm}} }
            }
            """;
        return expected is null ? RuleTesting.PassesAsync(HardeningRule.Faults, ("main.bicep", text)) : RuleTesting.BitesAsync(HardeningRule.Faults, expected, ("main.bicep", text));
    }

    [Theory]
    [InlineData("var a = { allowedOrigins: ['*'] }", "main.bicep:1: '*' lets everybody in")]
    [InlineData("var a = { startIpAddress: '0.0.0.0' }", "'0.0.0.0' lets everybody in")]
    [InlineData("var a = { range: '0.0.0.0/0' }", "'0.0.0.0/0' lets everybody in")]
    public Task Wildcard_is_named(string text, string expected) => RuleTesting.BitesAsync(HardeningRule.Faults, expected, ("main.bicep", text + "\n"));

    [Fact]
    public Task Every_value_of_a_dimension_is_no_wildcard() =>
        RuleTesting.PassesAsync(HardeningRule.Faults, ("main.bicep", "var a = { dimensions: [{ name: 'Tenant', operator: 'Include', values: ['*'] }] }\n"));

    private static (string Path, string Text) Only(string type, string properties) =>
        ("main.bicep", $"param open bool = true\nresource it '{type}' = {{\n  name: 'a'\n  properties: {{ {properties} }}\n}}\n");
}
