namespace PerfectviewFunctions.Core.Mapping;

/// <summary>
/// The lines that a split may use, each a point of its net and its deviation; see <see cref="VatSplit"/> for what a deviation is and why
/// <see cref="Fits"/> is exact.
/// </summary>
internal abstract class LineRegion(VatFraction rate, long lowest, long highest)
{
    protected long Lowest => lowest;

    protected long Highest => highest;

    /// <summary>Whether <paramref name="count"/> lines of the region can sum to this net and deviation.</summary>
    public abstract bool Fits(int count, Int128 net, Int128 deviation);

    /// <returns>False when the region has no line with this net.</returns>
    public virtual bool TryLine(Int128 net, out Int128 deviation)
    {
        var rest = net * rate.Numerator % rate.Denominator;
        deviation = rest < lowest ? rest + rate.Denominator : rest > highest ? rest - rate.Denominator : rest;
        return deviation >= lowest && deviation <= highest;
    }

    /// <summary>The largest deviation that is not an exact half.</summary>
    protected static long BelowHalf(VatFraction rate) => (rate.Denominator - 1) / 2;
}

/// <summary>Lines of any sign.</summary>
internal sealed class AnySign(VatFraction rate) : LineRegion(rate, -BelowHalf(rate), BelowHalf(rate))
{
    public override bool Fits(int count, Int128 net, Int128 deviation) =>
        count == 0 ? net == 0 && deviation == 0 : deviation >= count * Lowest && deviation <= count * Highest;
}

/// <summary>Lines above zero only.</summary>
internal sealed class Positive : LineRegion
{
    private readonly LowerEnvelope floor;
    private readonly LowerEnvelope ceiling;

    /// <param name="withTies">Whether exact halves may be used; above zero they round up, a deviation of minus a half.</param>
    public Positive(VatFraction rate, bool withTies)
        : base(rate, withTies ? -(rate.Denominator / 2) : -BelowHalf(rate), BelowHalf(rate))
    {
        // Deviations repeat after q cents, so these are all there is to see of the hull.
        var points = new List<(Int128 Net, Int128 Deviation)>();
        for (var net = 1L; net <= rate.Denominator; net++)
        {
            if (TryLine(net, out var deviation))
            {
                points.Add((net, deviation));
            }
        }

        floor = new LowerEnvelope(points);
        ceiling = new LowerEnvelope(points.Select(point => (point.Net, -point.Deviation)));
    }

    public override bool TryLine(Int128 net, out Int128 deviation) => base.TryLine(net, out deviation) && net > 0;

    public override bool Fits(int count, Int128 net, Int128 deviation) =>
        count == 0
            ? net == 0 && deviation == 0
            : floor.IsAtOrBelow(count, net, deviation) && ceiling.IsAtOrBelow(count, net, -deviation);
}
