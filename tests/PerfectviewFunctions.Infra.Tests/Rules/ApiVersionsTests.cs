using PerfectviewFunctions.Infra.Tests.Reading;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Rules;

public sealed class ApiVersionsTests
{
    [Fact]
    public Task Ours_are_those_of_the_list() => RuleTesting.HoldsForOursAsync(ApiVersionsRule.Faults);

    [Fact]
    public async Task List_has_no_type_that_is_not_used()
    {
        var used = (await BicepProject.OfRepositoryAsync()).Resources.Select(resource => resource.Type).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.All(ApiVersions.All.Keys, type => Assert.Contains(type, used));
    }

    [Fact]
    public void Preview_has_its_reason_and_no_other_has() => Assert.DoesNotContain(
        ApiVersions.All, one => one.Value.Version.EndsWith("-preview", StringComparison.Ordinal) != (one.Value.WhyPreview is not null));

    [Theory]
    [InlineData("Microsoft.KeyVault/vaults@2023-07-01", "'Microsoft.KeyVault/vaults' is used at 2024-11-01, not at 2023-07-01.")]
    [InlineData("Microsoft.KeyVault/vaults@2024-12-01-preview", "not at 2024-12-01-preview")]
    [InlineData("Microsoft.Sql/servers@2023-08-01", "'Microsoft.Sql/servers' is not in the list")]
    public Task Other_version_or_type_is_named(string type, string expected) =>
        RuleTesting.BitesAsync(ApiVersionsRule.Faults, expected, ("main.bicep", $"resource a '{type}' existing = {{\n  name: 'a'\n}}\n"));

    [Fact]
    public Task Listed_version_passes() => RuleTesting.PassesAsync(
        ApiVersionsRule.Faults, ("main.bicep", $"resource a 'Microsoft.KeyVault/vaults@{ApiVersions.All["Microsoft.KeyVault/vaults"].Version}' existing = {{\n  name: 'a'\n}}\n"));
}
