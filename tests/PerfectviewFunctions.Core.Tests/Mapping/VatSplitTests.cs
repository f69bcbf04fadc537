using PerfectviewFunctions.Core.Mapping;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Mapping;

/// <summary>Against a search through all sums of usable lines.</summary>
public sealed class VatSplitTests
{
    private const int Limit = 5;

    public static TheoryData<decimal> Rates => [21m, 9m, 6m, 5.5m, 12m, 25m, 20m, 50m, 100m];

    [Theory]
    [MemberData(nameof(Rates))]
    public void Split_into_lines_of_one_sign_takes_the_fewest_there_are(decimal rate)
    {
        var fewest = FewestPositive(rate, 140);

        for (var net = 1; net <= 140; net++)
        {
            var expected = (int)(net * rate / 100m);
            for (var vat = Math.Max(0, expected - 4); vat <= expected + 4; vat++)
            {
                var parts = VatSplit.Make(net, vat, VatFraction.Of(rate), Limit, sparing: false);

                AssertSums(parts, net, vat, rate);
                Assert.Equal(
                    fewest.TryGetValue((net, vat), out var count) ? count : null,
                    parts.Count > 0 && parts.All(part => part.Net > 0) ? (int?)parts.Count : null);
            }
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(20)]
    [InlineData(25)]
    [InlineData(12)]
    public void Split_into_lines_of_any_sign_is_found_whenever_there_is_one(decimal rate)
    {
        var usable = Usable(rate, -60, 60).ToList();
        var pairs = (from one in usable from other in usable select (one.Net + other.Net, one.Vat + other.Vat)).ToHashSet();

        for (var net = 0; net <= 20; net++)
        {
            for (var vat = -3; vat <= 7; vat++)
            {
                var parts = VatSplit.Make(net, vat, VatFraction.Of(rate), 2, sparing: false);

                AssertSums(parts, net, vat, rate);
                Assert.Equal(usable.Contains((net, vat)) || pairs.Contains((net, vat)), parts.Count > 0);
            }
        }
    }

    [Fact]
    public void Sparing_split_uses_exact_halves_where_they_save_a_line()
    {
        Assert.Equal(21, VatSplit.Make(1000, 220, VatFraction.Of(21m), 100, sparing: false).Count);
        Assert.Equal(20, VatSplit.Make(1000, 220, VatFraction.Of(21m), 100, sparing: true).Count);
    }

    [Fact]
    public void Sparing_split_uses_no_exact_halves_where_they_save_nothing()
    {
        // The mean of the two is 5.50, and that is one.
        var parts = VatSplit.Make(1101, 232, VatFraction.Of(21m), 100, sparing: true);

        Assert.Equal(2, parts.Count);
        AssertSums(parts, 1101, 232, 21m);
    }

    /// <summary>0.69 with 0.14 VAT and -0.31 with -0.07: each 0.49 cent off, the most that a line may be.</summary>
    [Fact]
    public void Sparing_split_uses_mixed_signs_where_they_save_a_line()
    {
        var rate = VatFraction.Of(21m);

        Assert.Equal(3, VatSplit.Make(38, 7, rate, 100, sparing: false).Count);
        Assert.Equal([(-31, -7), (69, 14)], VatSplit.Make(38, 7, rate, 100, sparing: true).Select(part => ((int)part.Net, (int)part.Vat)).Order());
    }

    [Fact]
    public void Zero_rate_explains_no_vat()
    {
        Assert.Empty(VatSplit.Make(100, 1, VatFraction.Of(0m), 100, sparing: false));
    }

    [Theory]
    [InlineData(29880, 6264)]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    public void Negated_amounts_give_negated_lines(int net, int vat)
    {
        var rate = VatFraction.Of(21m);

        Assert.Equal(
            VatSplit.Make(net, vat, rate, 100, sparing: false).Select(part => -part), VatSplit.Make(-net, -vat, rate, 100, sparing: false));
    }

    private static void AssertSums(IReadOnlyList<VatPart> parts, int net, int vat, decimal rate)
    {
        if (parts.Count == 0)
        {
            return;
        }

        Assert.Equal(net, parts.Sum(part => (int)part.Net));
        Assert.Equal(vat, parts.Sum(part => (int)part.Vat));
        Assert.All(parts, part => Assert.Equal(VatOf((int)part.Net, rate), (int)part.Vat));
    }

    /// <returns>Per reachable net and VAT the fewest lines above zero, up to the limit.</returns>
    private static Dictionary<(int Net, int Vat), int> FewestPositive(decimal rate, int most)
    {
        var lines = Usable(rate, 1, most).ToList();
        var fewest = new Dictionary<(int Net, int Vat), int>();
        var sums = new HashSet<(int Net, int Vat)> { (0, 0) };
        for (var count = 1; count <= Limit; count++)
        {
            sums = (from sum in sums
                    from line in lines
                    where sum.Net + line.Net <= most
                    select (sum.Net + line.Net, sum.Vat + line.Vat)).ToHashSet();
            foreach (var sum in sums)
            {
                fewest.TryAdd(sum, count);
            }
        }

        return fewest;
    }

    private static IEnumerable<(int Net, int Vat)> Usable(decimal rate, int first, int last) =>
        from net in Enumerable.Range(first, last - first + 1)
        let vat = VatOf(net, rate)
        where vat is not null
        select (net, vat.Value);

    /// <returns>Null for an exact half.</returns>
    private static int? VatOf(int net, decimal rate)
    {
        var exact = net * rate / 100m;
        return Math.Abs(exact - decimal.Truncate(exact)) == 0.5m ? null : (int)Math.Round(exact);
    }
}
