using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Rules;

public sealed class RoleAssignmentsTests
{
    private const string Role = "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataOwner)";
    private const string Properties = $"principalId: principalId\n    principalType: 'ServicePrincipal'\n    roleDefinitionId: {Role}";
    private const string Name = "guid(store.id, principalId, roles.storageBlobDataOwner)";

    [Fact]
    public Task Ours_are_on_one_resource() => RuleTesting.HoldsForOursAsync(RoleAssignmentsRule.Faults);

    [Theory]
    [InlineData(Name, "scope: resourceGroup()", Properties, "as 'scope', not a group")]
    [InlineData("guid(store.id, roles.storageBlobDataOwner)", "scope: store", Properties, "principalId is not among them")]
    [InlineData("guid(resourceGroup().id, principalId, roles.storageBlobDataOwner)", "scope: store", Properties, "store.id is not among them")]
    [InlineData(Name, "scope: store", $"principalId: principalId\n    roleDefinitionId: {Role}", "principalType is missing")]
    [InlineData(Name, "scope: store", "principalId: principalId\n    principalType: 'User'\n    roleDefinitionId: 'x'", "set principalId, and roleDefinitionId to")]
    [InlineData(
        "guid(store.id, principalId, roles.tableReader)",
        "scope: store",
        "principalId: principalId\n    principalType: 'User'\n    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableReader)",
        "is no role that may be given")]
    [InlineData(
        "guid(store.id, principalId, roles.keyVaultSecretsOfficer)",
        "scope: store",
        "principalId: principalId\n    principalType: 'User'\n    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsOfficer)",
        "'roles.keyVaultSecretsOfficer' is the id of Storage Table Data Contributor.")]
    [InlineData(
        "guid(store.id, principalId, role)",
        "scope: store",
        "principalId: principalId\n    principalType: 'User'\n    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)",
        "take the role out of a variable that names them")]
    public Task Role_that_reaches_too_far_is_named(string name, string scope, string properties, string expected) =>
        RuleTesting.BitesAsync(RoleAssignmentsRule.Faults, expected, ("main.bicep", Assignment(name, scope, properties)));

    [Theory]
    [InlineData("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner is never given.")]
    [InlineData("b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor is never given.")]
    [InlineData("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "User Access Administrator is never given.")]
    public Task Role_that_may_do_everything_is_named_wherever_it_stands(string id, string expected) =>
        RuleTesting.BitesAsync(RoleAssignmentsRule.Faults, expected, ("customers/a.bicepparam", $"param role = '{id}'\n"));

    [Fact]
    public Task Role_on_one_resource_passes() =>
        RuleTesting.PassesAsync(RoleAssignmentsRule.Faults, ("main.bicep", Assignment(Name, "scope: store", Properties)));

    private static string Assignment(string name, string scope, string properties) => $$"""
        param principalId string
        var role = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
        var roles = {
          storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
          keyVaultSecretsOfficer: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
          tableReader: '76199698-9eea-4c19-bc75-cec21354c6b6'
        }
        resource store 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
          name: 'a'
        }
        resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
          name: {{name}}
          {{scope}}
          properties: {
            {{properties}}
          }
        }

        """;
}
