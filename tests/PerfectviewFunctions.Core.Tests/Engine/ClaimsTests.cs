using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

public sealed class ClaimsTests
{
    private static readonly AdministrationKey Administration = new("a1");
    private static readonly TenantId North = TenantId.Parse("north");
    private static readonly TenantId South = TenantId.Parse("south");

    private readonly Claims claims = new(new InMemoryRowStore());

    [Fact]
    public async Task Claim_free_mutation_holds_and_may_be_repeated()
    {
        Assert.Null(await claims.ClaimAsync(Administration, 7, North, "F1"));
        Assert.Null(await claims.ClaimAsync(Administration, 7, North, "F1"));
        Assert.Null(await claims.ClaimedByOtherAsync(Administration, 7, North, "F1"));
    }

    [Theory]
    [InlineData("north", "F2")]
    [InlineData("south", "F1")]
    [InlineData("north-f", "1")]
    public async Task Claim_of_another_invoice_is_refused_and_names_the_owner(string tenant, string number)
    {
        await claims.ClaimAsync(Administration, 7, North, "F1");

        Assert.Equal("north F1", await claims.ClaimAsync(Administration, 7, TenantId.Parse(tenant), number));
        Assert.Equal("north F1", await claims.ClaimedByOtherAsync(Administration, 7, TenantId.Parse(tenant), number));
    }

    [Fact]
    public async Task Claim_same_number_in_another_administration_is_another_mutation()
    {
        await claims.ClaimAsync(Administration, 7, North, "F1");

        Assert.Null(await claims.ClaimAsync(new AdministrationKey("a2"), 7, South, "F1"));
    }

    [Fact]
    public async Task Claim_of_many_at_once_holds_for_one()
    {
        var owners = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            number => Task.Run(() => claims.ClaimAsync(Administration, 7, North, $"F{number}"))));

        Assert.Single(owners, owner => owner is null);
    }
}
