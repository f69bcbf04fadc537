using PerfectviewFunctions.Infra.Tests.Rules;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Types;

public sealed class ResourceTypesTests
{
    [Fact]
    public Task Ours_fit_their_types() => RuleTesting.HoldsForOursAsync(ResourceTypesRule.Faults);

    [Theory]
    [InlineData("", "allowSharedKeyAcces: false", "main.bicep:9: a.properties.allowSharedKeyAcces does not exist; there is")]
    [InlineData("", "allowSharedKeyAccess: 'false'", "a.properties.allowSharedKeyAccess can't be 'false'; it is true or false.")]
    [InlineData("", "accessTier: 'Warm'", "a.properties.accessTier can't be 'Warm'; it is 'Hot' or")]
    [InlineData("", "accessTier: wide ? 'Hot' : 'Warm'", "can't be 'Warm'")]
    [InlineData("", "primaryEndpoints: {}", "a.properties.primaryEndpoints can only be read")]
    [InlineData("", "networkAcls: { bypass: 'None' }", "a.properties.networkAcls.defaultAction is missing.")]
    [InlineData("", "networkAcls: { defaultAction: 'Deny', ipRules: [{ action: 'Allow' }] }", "a.properties.networkAcls.ipRules[].value is missing.")]
    [InlineData("", "networkAcls: { defaultAction: 'Deny', ipRules: [for x in [1]: { valeu: 'y', value: 'x' }] }", "ipRules[].valeu does not exist")]
    [InlineData("", "networkAcls: union({ bypass: 1 }, {})", "networkAcls.bypass can't be 1")]
    [InlineData("", "accessTier: []", "a.properties.accessTier is")]
    [InlineData("tag: {}", "", "a.tag does not exist; there is")]
    public Task Property_that_the_type_has_not_is_named(string outside, string inside, string expected) =>
        RuleTesting.BitesAsync(ResourceTypesRule.Faults, expected, ("main.bicep", Account(outside, inside)));

    [Theory]
    [InlineData("Microsoft.Storage/storageAccount@2025-06-01", "there is no resource type 'Microsoft.Storage/storageAccount'.")]
    [InlineData("Microsoft.Storage/storageAccounts@2025-06-02", "'Microsoft.Storage/storageAccounts' has no version '2025-06-02', but")]
    public Task Type_that_does_not_exist_is_named(string type, string expected) =>
        RuleTesting.BitesAsync(ResourceTypesRule.Faults, expected, ("main.bicep", $"resource a '{type}' = {{\n  name: 'a'\n}}\n"));

    [Theory]
    [InlineData("name: 'appsetings'\n  properties: {}", "site.name can't be 'appsetings', but")]
    [InlineData("name: 'appsettings'\n  properties: { a: 1 }", "site.properties.a can't be 1; it is a text.")]
    [InlineData("name: 'authsettingsV2'\n  properties: { platform: { on: true } }", "site.properties.platform.on does not exist")]
    public Task Type_that_goes_by_its_name_is_looked_up_by_it(string body, string expected) => RuleTesting.BitesAsync(
        ResourceTypesRule.Faults, expected, ("main.bicep", $"resource site 'Microsoft.Web/sites/config@2025-03-01' = {{\n  parent: app\n  {body}\n}}\n"));

    [Fact]
    public Task Part_without_parent_is_named() => RuleTesting.BitesAsync(
        ResourceTypesRule.Faults,
        "a is part of another resource",
        ("main.bicep", "resource a 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {\n  name: 'default'\n}\n"));

    [Fact]
    public Task What_exists_already_is_given_a_name_only() => RuleTesting.BitesAsync(
        ResourceTypesRule.Faults,
        "a exists already: 'location' can't be set.",
        ("main.bicep", "resource a 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {\n  name: 'a'\n  location: 'x'\n}\n"));

    [Fact]
    public Task What_the_type_has_passes() => RuleTesting.PassesAsync(
        ResourceTypesRule.Faults,
        ("main.bicep", Account(
            "tags: { a: 'b' }\n  scope: resourceGroup()\n  dependsOn: []",
            "minimumTlsVersion: wide ? 'TLS1_2' : 'TLS1_3'\n    accessTier: tier\n    networkAcls: union({ bypass: 'None' }, { defaultAction: 'Deny' })")),
        ("inner.bicep", """
            resource site 'Microsoft.Web/sites/config@2025-03-01' = {
              parent: app
              name: 'appsettings'
              properties: { A: 'x', B: '${y}' }
            }
            resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
              name: 'a'
              resource blobs 'blobServices' = {
                name: 'default'
                properties: { deleteRetentionPolicy: { enabled: true, days: 7 } }
              }
            }
            """));

    private static string Account(string outside, string inside) => $$"""
        resource a 'Microsoft.Storage/storageAccounts@2025-06-01' = {
          name: 'abc'
          location: 'westeurope'
          kind: 'StorageV2'
          sku: { name: 'Standard_LRS' }
          {{outside}}
          properties: {
            supportsHttpsTrafficOnly: true
            {{inside}}
          }
        }

        """;
}
