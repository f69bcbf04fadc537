using System.Diagnostics;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>
/// Splits an amount whose VAT is not net x rate, rounded, into lines whose VAT is.
/// <para>
/// All in whole cents and for a rate of p/q in lowest terms. A line of net n and VAT v deviates by d = n·p − v·q, in q-ths of a cent. It
/// passes the service's check when |d| is below q/2, half a cent. At exactly q/2 it depends on how the service rounds halves, which nobody
/// says, so such lines are avoided. Nets and VAT add up, and so do deviations: wanted are k lines whose nets sum to N and whose
/// deviations sum to D = N·p − V·q.
/// </para>
/// <para>
/// Whether k lines can do it has an exact answer. The usable points (n, d) are all points of a lattice within a convex region, and
/// in the plane a lattice point of k times a lattice polygon is always the sum of k lattice points of that polygon. So k lines fit
/// if and only if (N, D) lies in k times the convex hull of the usable points. For lines of any sign the hull is the whole strip
/// between the lowest and highest deviation: |D| ≤ k·⌊(q−1)/2⌋. For lines above zero it is narrower near zero, where small nets are
/// too few. The smallest such k is taken; then one line after the other, each with the net nearest to the mean of what is left whose
/// remainder the other lines fit. Such a line exists by the same theorem, so no choice has to be undone.
/// </para>
/// <example>
/// Net 10.50, VAT 2.20 at 21%: p/q = 21/100, N = 1050, V = 220, D = 1050·21 − 220·100 = 50. One line would have a deviation of 50, an exact
/// half; two lines reach 2·49. The mean net is 525: 525·21 = 11025 = 110·100 + 25, so 5.25 has VAT 1.10 and d = 25, and what is left is
/// net 525 with deviation 25: the same line again. 5.25 + 5.25 = 10.50 and 1.10 + 1.10 = 2.20.
/// </example>
/// </summary>
internal static class VatSplit
{
    /// <param name="net">In cents.</param>
    /// <param name="vat">In cents.</param>
    /// <param name="limit">The most lines allowed.</param>
    /// <param name="sparing">
    /// Whether the number of lines counts above all: by default lines of mixed signs are used only when lines of one sign can't do it, and
    /// exact halves never.
    /// </param>
    /// <returns>At least two parts, or none when the limit is too low for any. Negated amounts give negated parts.</returns>
    public static IReadOnlyList<VatPart> Make(Int128 net, Int128 vat, VatFraction rate, int limit, bool sparing)
    {
        if (net < 0 || (net == 0 && vat < 0))
        {
            return [.. Make(-net, -vat, rate, limit, sparing).Select(part => -part)];
        }

        LineRegion[] preferred = sparing
            ? [new Positive(rate, withTies: false), new AnySign(rate), new Positive(rate, withTies: true)]
            : [new Positive(rate, withTies: false), new AnySign(rate)];
        var deviation = (net * rate.Numerator) - (vat * rate.Denominator);
        var possible = preferred
            .Select(region => (Region: region, Count: Fewest(region, net, deviation, limit)))
            .Where(way => way.Count > 0)
            .ToList();
        if (possible.Count == 0)
        {
            return [];
        }

        var (region, count) = sparing ? possible.MinBy(way => way.Count) : possible[0];
        return Lines(region, count, net, deviation, rate);
    }

    private static int Fewest(LineRegion region, Int128 net, Int128 deviation, int limit) =>
        Enumerable.Range(1, limit).FirstOrDefault(count => region.Fits(count, net, deviation));

    private static List<VatPart> Lines(LineRegion region, int count, Int128 net, Int128 deviation, VatFraction rate)
    {
        var parts = new List<VatPart>(count);
        for (var left = count; left > 0; left--)
        {
            var (lineNet, lineDeviation) = Next(region, left, net, deviation, rate.Denominator);
            parts.Add(new VatPart(lineNet, ((lineNet * rate.Numerator) - lineDeviation) / rate.Denominator));
            net -= lineNet;
            deviation -= lineDeviation;
        }

        return parts;
    }

    private static (Int128 Net, Int128 Deviation) Next(
        LineRegion region, int left, Int128 net, Int128 deviation, long period)
    {
        var mean = net / left;
        for (Int128 away = 0; away <= Int128.Abs(net) + period; away++)
        {
            foreach (var candidate in (ReadOnlySpan<Int128>)[mean + away, mean - away])
            {
                if (region.TryLine(candidate, out var own) && region.Fits(left - 1, net - candidate, deviation - own))
                {
                    return (candidate, own);
                }
            }
        }

        throw new UnreachableException("A line that fits exists whenever the region fits.");
    }
}
