using System.Numerics;
using PerfectviewFunctions.Core.Mapping;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Mapping;

/// <summary>In cents; <see cref="LineByLineProperties"/> holds it against all moves there are.</summary>
public sealed class CentMovesTests
{
    private static readonly VatFraction High = VatFraction.Of(21m);

    /// <summary>Printed 62.92 + 13.22, where 12.45 and 50.45 have 2.61 and 10.59 VAT.</summary>
    [Fact]
    public void Every_line_may_move() => AssertFits([12_46, 50_46], CentMoves.Fit([12_45, 50_45], 62_92, 13_22, High));

    [Fact]
    public void More_cents_than_lines_are_not_moved() => Assert.Empty(CentMoves.Fit([12_45, 50_45], 62_93, 13_22, High));

    /// <summary>21% of 100.01 and of 50.01 still rounds to 21.00 and 10.50.</summary>
    [Fact]
    public void Cent_of_VAT_that_no_line_takes_along_is_not_moved() => Assert.Empty(CentMoves.Fit([100_00, 50_00], 150_01, 31_51, High));

    [Fact]
    public void No_line_is_moved_to_nothing()
    {
        AssertFits([1, 9_99], CentMoves.Fit([1, 10_00], 10_00, 0, VatFraction.Of(0m)));
        AssertFits([-1, -9_99], CentMoves.Fit([-1, -10_00], -10_00, 0, VatFraction.Of(0m)));
        Assert.Empty(CentMoves.Fit([1], 0, 0, VatFraction.Of(0m)));
    }

    [Fact]
    public void Line_of_a_cent_may_grow() => AssertFits([2, 10_00], CentMoves.Fit([1, 10_00], 10_02, 0, VatFraction.Of(0m)));

    private static void AssertFits(BigInteger[] expected, IReadOnlyList<BigInteger> nets) => Assert.Equal(expected, nets);
}
