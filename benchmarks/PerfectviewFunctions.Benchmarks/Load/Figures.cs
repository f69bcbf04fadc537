using System.Globalization;
using PerfectviewFunctions.Benchmarks.Reporting;

namespace PerfectviewFunctions.Benchmarks.Load;

/// <summary>What came of the requests of one class of tenants, as a line of a table.</summary>
internal static class Figures
{
    public const string Head =
        "class   requests    200    202  429  503  other |  answer ms: p50   p95   p99    max |  booked s: p50    p95    p99    max";

    public static string Of(string name, IReadOnlyList<Sent> all)
    {
        int With(int status) => all.Count(one => one.Status == status);
        var answers = Sorted(all.Where(one => one.Status != 0).Select(one => (one.AnsweredAt - one.At).TotalMilliseconds));
        var booked = Sorted(all.Where(one => one.BookedAt is not null).Select(one => (one.BookedAt!.Value - one.At).TotalSeconds));
        var other = all.Count(one => one.Status is not (200 or 202 or 429 or 503));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-8} {all.Count,7} {With(200),6} {With(202),6} {With(429),4} {With(503),4} {other,6} | {At(answers, 50),15:0} {At(answers, 95),5:0} {At(answers, 99),5:0} {At(answers, 100),6:0} | {At(booked, 50),14:0.0} {At(booked, 95),6:0.0} {At(booked, 99),6:0.0} {At(booked, 100),6:0.0}");
    }

    private static List<double> Sorted(IEnumerable<double> values) => [.. values.Order()];

    private static double At(List<double> sorted, int percent) => Percentile.Of(sorted, percent);
}
