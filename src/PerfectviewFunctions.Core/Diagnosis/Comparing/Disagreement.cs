using System.Globalization;

namespace PerfectviewFunctions.Core.Diagnosis.Comparing;

/// <summary>What store and books do not agree on.</summary>
/// <param name="Numbers">The invoices that it is about, as Perfectview has them.</param>
internal sealed record Disagreement(Finding Finding, IReadOnlyList<string> Numbers)
{
    public static Disagreement Absent(KnownInvoice known) =>
        new(Finding.Of(FindingCode.AbsentInBooks, ("number", known.InBooks), ("mutation", Text(known.Mutation!.Value))), [known.Number]);

    public static Disagreement Twice(KnownInvoice known, IEnumerable<long> mutations) => new(
        Finding.Of(FindingCode.TwiceInBooks, ("number", known.InBooks), ("mutations", string.Join(", ", mutations.Order().Select(Text)))),
        [known.Number]);

    public static Disagreement Other(KnownInvoice known, IEnumerable<string> differences) => new(
        Finding.Of(
            FindingCode.OtherInBooks,
            ("number", known.InBooks),
            ("mutation", Text(known.Mutation!.Value)),
            ("differences", string.Join("; ", differences))),
        [known.Number]);

    public static Disagreement Unbooked(KnownInvoice known, long mutation) => new(
        Finding.Of(FindingCode.UnbookedInBooks, ("number", known.InBooks), ("mutation", Text(mutation)), ("state", Telemetry.Words.Of(known.State))),
        [known.Number]);

    public static Disagreement OfTwo(long mutation, IReadOnlyList<KnownInvoice> claimers) => new(
        Finding.Of(
            FindingCode.MutationOfTwo,
            ("mutation", Text(mutation)),
            ("numbers", string.Join(", ", claimers.Select(known => known.InBooks).Order(StringComparer.Ordinal)))),
        [.. claimers.Select(known => known.Number)]);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
