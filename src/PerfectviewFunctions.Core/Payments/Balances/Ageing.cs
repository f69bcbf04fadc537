namespace PerfectviewFunctions.Core.Payments.Balances;

/// <summary>How many invoices are of an age, and what they come to; credits count as less than nothing.</summary>
/// <param name="Band">Days, such as 31-60; one of <see cref="Ageing"/>'s.</param>
public sealed record AgeingBucket(string Band, int Count, decimal Amount);

/// <summary>Divides open invoices by age, in calendar days. Each is in exactly one bucket, and no bucket is left out. Pure.</summary>
public static class Ageing
{
    private static readonly (string Name, int Until)[] Ages = [("0-30", 30), ("31-60", 60), ("61-90", 90), ("over-90", int.MaxValue)];

    private static readonly (string Name, int Until)[] DaysOverdue =
        [("not-due", 0), ("1-30", 30), ("31-60", 60), ("61-90", 90), ("over-90", int.MaxValue)];

    /// <summary>The bands by invoice date, youngest first. One that is dated later than today is in the first.</summary>
    public static IReadOnlyList<string> BandsOfAge { get; } = [.. Ages.Select(band => band.Name)];

    /// <summary>The bands by due date, youngest first. An invoice is overdue from the day after its due date.</summary>
    public static IReadOnlyList<string> BandsOverdue { get; } = [.. DaysOverdue.Select(band => band.Name)];

    public static IReadOnlyList<AgeingBucket> ByInvoiceDate(IEnumerable<OpenAmount> open, DateOnly today) =>
        Divide(open, one => today.DayNumber - one.Date.DayNumber, Ages);

    public static IReadOnlyList<AgeingBucket> ByDueDate(IEnumerable<OpenAmount> open, DateOnly today) =>
        Divide(open, one => today.DayNumber - one.DueDate.DayNumber, DaysOverdue);

    private static AgeingBucket[] Divide(IEnumerable<OpenAmount> open, Func<OpenAmount, int> daysOf, (string Name, int Until)[] bands)
    {
        var buckets = Array.ConvertAll(bands, band => new AgeingBucket(band.Name, 0, 0m));
        foreach (var one in open)
        {
            var place = Array.FindIndex(bands, band => daysOf(one) <= band.Until);
            buckets[place] = buckets[place] with { Count = buckets[place].Count + 1, Amount = buckets[place].Amount + one.Open };
        }

        return buckets;
    }
}

/// <summary>What is open of an invoice, and since when.</summary>
public readonly record struct OpenAmount(DateOnly Date, DateOnly DueDate, decimal Open);
