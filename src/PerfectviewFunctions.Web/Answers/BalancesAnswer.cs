using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Payments.Balances;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>What is open of a tenant's invoices, in euros.</summary>
/// <param name="Date">The Dutch calendar date by which ages are counted.</param>
/// <param name="Invoices">Those that are not settled, the longest due first.</param>
internal sealed record BalancesAnswer(
    DateOnly Date, ReadingAnswer Reading, TotalsAnswer Totals, ApartAnswer Apart, AgeingAnswer Ageing, IReadOnlyList<BalanceAnswer> Invoices)
{
    public static BalancesAnswer Of(BalanceReport report) => new(
        report.Date,
        ReadingAnswer.Of(report.Reading),
        new TotalsAnswer(report.Totals.Invoices, report.Totals.ToReceive, report.Totals.ToSettle, report.Totals.Sum),
        ApartAnswer.Of(report.Totals),
        new AgeingAnswer([.. report.ByInvoiceDate.Select(AgeingBucketAnswer.Of)], [.. report.ByDueDate.Select(AgeingBucketAnswer.Of)]),
        [.. report.Rows.Select(BalanceAnswer.Of)]);
}

/// <summary>How fresh it is.</summary>
/// <param name="LookupsUsed">Look-ups made for payments this calendar month, of the tenant's administration.</param>
internal sealed record ReadingAnswer(int LookupsUsed, int LookupsLimit)
{
    /// <summary>When the last complete list was asked for.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The next planned time.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>When it is tried again before that.</summary>
    public DateTimeOffset? AgainAt { get; init; }

    /// <summary>Why payments are not read, or why the last try gave no complete list.</summary>
    public ReasonAnswer? Reason { get; init; }

    public static ReadingAnswer Of(ReadingStanding standing) => new(standing.LookupsUsed, standing.LookupsLimit)
    {
        ReadAt = standing.ReadAt, NextAt = standing.NextAt, AgainAt = standing.AgainAt, Reason = ReasonAnswer.Of(standing.Reason),
    };
}

/// <param name="Invoices">How many have a known open amount.</param>
/// <param name="ToSettle">Credits and overpayments; at most 0.</param>
internal sealed record TotalsAnswer(int Invoices, decimal ToReceive, decimal ToSettle, decimal Sum);

/// <summary>How many are in no amount: of which nobody knows what is open, and which are not followed any more.</summary>
internal sealed record ApartAnswer(int Removed, int ClosedNotVerified, int CreditsNotTracked, int NotFollowed)
{
    public static ApartAnswer Of(BalanceTotals totals) => new(
        totals.Unknown.GetValueOrDefault(PaymentState.Removed),
        totals.Unknown.GetValueOrDefault(PaymentState.ClosedNotVerified),
        totals.Unknown.GetValueOrDefault(PaymentState.CreditsNotTracked),
        totals.NotFollowed);
}

internal sealed record AgeingAnswer(IReadOnlyList<AgeingBucketAnswer> ByInvoiceDate, IReadOnlyList<AgeingBucketAnswer> ByDueDate);

/// <param name="Days">not-due, 0-30, 1-30, 31-60, 61-90 or over-90.</param>
internal sealed record AgeingBucketAnswer(string Days, int Count, decimal Amount)
{
    public static AgeingBucketAnswer Of(AgeingBucket bucket) => new(bucket.Band, bucket.Count, bucket.Amount);
}

/// <summary>An invoice that is not settled.</summary>
internal sealed record BalanceAnswer(
    string Number,
    string State,
    DateTimeOffset Since,
    decimal Amount,
    DateOnly Date,
    DateOnly DueDate,
    int DaysOverdue,
    string BookedNumber,
    string Debtor,
    string DebtorCode,
    bool Followed)
{
    public decimal? Paid { get; init; }

    public decimal? Open { get; init; }

    public ReasonAnswer? Reason { get; init; }

    public CallbackAnswer? Callback { get; init; }

    public static BalanceAnswer Of(BalanceRow row) =>
        new(
            row.Number,
            AnswerJson.Word(row.Status.State),
            row.Status.At,
            row.Amount,
            row.Date,
            row.DueDate,
            row.DaysOverdue,
            row.NumberInBooks,
            row.DebtorName,
            row.DebtorCode,
            row.IsFollowed)
        {
            Paid = row.Status.Paid,
            Open = row.Status.Open,
            Reason = ReasonAnswer.Of(row.Reason),
            Callback = CallbackAnswer.Of(row.Callback),
        };
}
