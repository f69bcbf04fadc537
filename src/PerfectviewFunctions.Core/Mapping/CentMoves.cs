using System.Numerics;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>
/// Makes lines come to the net and VAT of their group by moving the net of as few of them as possible by a cent.
/// <para>
/// A line passes the service's check when its VAT is net x rate, rounded; so the nets decide the VAT. Moved by a cent, a line takes along a
/// cent of VAT or none. With v cents of VAT missing and n cents of net, v lines that take VAT along and n - v lines that do not have to move, up or
/// down by sign: both at once in opposite directions would cancel out, so no fewer will do, and no more can help.
/// </para>
/// </summary>
internal static class CentMoves
{
    /// <param name="nets">In cents, none zero.</param>
    /// <returns>The nets, some a cent higher or lower; none when one cent a line is not enough.</returns>
    public static IReadOnlyList<BigInteger> Fit(IReadOnlyList<BigInteger> nets, BigInteger net, BigInteger vat, VatFraction rate)
    {
        var withVat = vat - Sum(nets.Select(rate.On));
        var without = net - Sum(nets) - withVat;
        if (BigInteger.Abs(withVat) + BigInteger.Abs(without) > nets.Count)
        {
            return [];
        }

        // A line that could do either is left to the second kind as long as there are others.
        var takers = Enumerable.Range(0, nets.Count)
            .Where(index => CanMove(nets[index], withVat.Sign, takesVat: true))
            .OrderBy(index => CanMove(nets[index], without.Sign, takesVat: false))
            .Take((int)BigInteger.Abs(withVat))
            .ToHashSet();
        var others = Enumerable.Range(0, nets.Count)
            .Where(index => !takers.Contains(index) && CanMove(nets[index], without.Sign, takesVat: false))
            .Take((int)BigInteger.Abs(without))
            .ToHashSet();
        return takers.Count == BigInteger.Abs(withVat) && others.Count == BigInteger.Abs(without)
            ? [.. nets.Select((own, index) => own + (takers.Contains(index) ? withVat.Sign : others.Contains(index) ? without.Sign : 0))]
            : [];

        bool CanMove(BigInteger own, int cent, bool takesVat) =>
            !(own + cent).IsZero && rate.On(own + cent) - rate.On(own) == (takesVat ? cent : 0);
    }

    private static BigInteger Sum(IEnumerable<BigInteger> amounts) => amounts.Aggregate(BigInteger.Zero, (sum, amount) => sum + amount);
}
