using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Relations;

public sealed class DebtorCodeTests
{
    private static readonly TenantId Tenant = TenantId.Parse("demo");
    private static readonly DebtorDetails Debtor = new("r-1", false) { Code = "10001" };

    [Theory]
    [InlineData("10001", "10001")]
    [InlineData("  KL 12 ", "KL 12")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("KL\u0007\uFFFE12", "KL12")]
    public void For_own_code_that_fits_and_is_free_keeps_it(string own, string code) =>
        Assert.Equal(code, DebtorCode.For(Tenant, Debtor with { Code = own }, _ => false));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("1234567890123456")]
    public void For_no_code_that_fits_makes_one(string? own) =>
        Assert.Matches("^PV[0-9A-HJKMNP-TV-Z]{10}$", DebtorCode.For(Tenant, Debtor with { Code = own }, _ => false));

    [Fact]
    public void For_own_code_taken_makes_one() =>
        Assert.StartsWith("PV", DebtorCode.For(Tenant, Debtor, code => code == "10001"), StringComparison.Ordinal);

    [Fact]
    public void For_same_debtor_makes_the_same_code_each_time() => Assert.Equal(Made("demo", "r-1"), Made("demo", "r-1"));

    [Fact]
    public void For_other_tenant_or_relation_makes_another_code() =>
        Assert.Equal(4, new[] { Made("demo", "r-1"), Made("demo", "r-2"), Made("north", "r-1"), Made("dem", "or-1") }.Distinct().Count());

    [Fact]
    public void For_codes_of_its_series_taken_goes_on_to_the_first_that_is_free()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var collision = 0; collision < 5; collision++)
        {
            Assert.True(taken.Add(DebtorCode.For(Tenant, Debtor with { Code = null }, taken.Contains)));
        }

        Assert.All(taken, code => Assert.Equal(12, code.Length));
    }

    [Fact]
    public void For_thousands_of_debtors_makes_as_many_codes() =>
        Assert.Equal(5000, Enumerable.Range(0, 5000).Select(number => Made("demo", $"r-{number}")).Distinct().Count());

    private static string Made(string tenant, string relation) =>
        DebtorCode.For(TenantId.Parse(tenant), new DebtorDetails(relation, false), _ => false);
}
