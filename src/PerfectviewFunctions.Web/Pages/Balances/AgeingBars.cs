using PerfectviewFunctions.Core.Payments.Balances;

namespace PerfectviewFunctions.Web.Pages.Balances;

/// <summary>The bars of the chart of ages. Lengths are in units of the drawing; the longest bar fills <see cref="Longest"/>. Pure.</summary>
public static class AgeingBars
{
    public const int Longest = 600;
    public const int Height = 20;

    /// <summary>From the top of a bar to that of the next, with room for its words above it.</summary>
    public const int Step = 64;

    /// <param name="buckets">Youngest first; credits make a bar of their own kind, as long as they are large.</param>
    public static IReadOnlyList<AgeingBar> Of(IReadOnlyList<AgeingBucket> buckets)
    {
        var most = buckets.Select(bucket => Math.Abs(bucket.Amount)).DefaultIfEmpty(0m).Max();
        return
        [
            .. buckets.Select((bucket, index) => new AgeingBar(
                bucket,
                (index * Step) + Step - Height - 8,
                bucket.Amount == 0 ? 0 : Math.Max(2, (int)decimal.Round(Longest * Math.Abs(bucket.Amount) / most)))),
        ];
    }
}

/// <param name="Top">Of the bar; its words stand above it.</param>
/// <param name="Length">Never so short that an amount can't be seen.</param>
public sealed record AgeingBar(AgeingBucket Bucket, int Top, int Length)
{
    public bool IsCredit => Bucket.Amount < 0;
}
