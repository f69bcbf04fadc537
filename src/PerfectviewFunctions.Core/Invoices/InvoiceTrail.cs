using System.Text.Json;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Json;

namespace PerfectviewFunctions.Core.Invoices;

/// <summary>
/// What happened to an invoice, oldest first; kept in its row, so that it can't say otherwise than the invoice. However often something is tried,
/// it stays small: what repeats is one entry with a count, and of many entries the first ones and the latest are kept.
/// </summary>
/// <param name="LeftOut">How many entries were dropped, all of them after the first <see cref="FirstKept"/>.</param>
public sealed record InvoiceTrail(IReadOnlyList<TrailEntry> Entries, int LeftOut)
{
    public const int MostKept = 50;

    /// <summary>How many of the first entries are never dropped.</summary>
    public const int FirstKept = 10;

    /// <summary>As it is stored; with every value at its longest it keeps fewer entries.</summary>
    internal const int MostBytes = 32 * 1024;

    /// <summary>Characters of a value of a reason; the invoice itself has the whole of its present one.</summary>
    private const int LongestValue = 600;

    /// <summary>Also of an invoice from before trails were kept.</summary>
    public static InvoiceTrail Empty { get; } = new([], 0);

    public static InvoiceTrail Begin(DateTimeOffset at) => Empty.With(new TrailEntry(TrailKind.Received, at));

    public InvoiceTrail With(TrailEntry entry)
    {
        var entries = Folded([.. Entries, entry with { Reason = Shortened(entry.Reason) }]);
        var leftOut = LeftOut;
        while (entries.Count > MostKept || (entries.Count > FirstKept + 1 && Write(new(entries, leftOut)).Length > MostBytes))
        {
            entries.RemoveAt(FirstKept);
            leftOut++;
        }

        return new InvoiceTrail(entries, leftOut);
    }

    internal static byte[] Write(InvoiceTrail trail) => JsonSerializer.SerializeToUtf8Bytes(trail, StoredJson.Default.InvoiceTrail);

    /// <summary>What was tried and failed in the same way again is one pair of entries, and one entry that is repeated is one.</summary>
    private static List<TrailEntry> Folded(List<TrailEntry> entries) => entries switch
    {
        [.. var before, var one, var same] when one.IsSameAs(same) => [.. before, one.And(same)],
        [.. var before, var tried, var failed, var triedAgain, var failedAgain]
            when tried.IsSameAs(triedAgain) && failed.IsSameAs(failedAgain) => [.. before, tried.And(triedAgain), failed.And(failedAgain)],
        _ => entries,
    };

    private static Reason? Shortened(Reason? reason) => reason is null || reason.Values.Values.All(value => value.Length <= LongestValue)
        ? reason
        : reason with { Values = reason.Values.ToDictionary(value => value.Key, value => Shortened(value.Value), StringComparer.Ordinal) };

    private static string Shortened(string value)
    {
        if (value.Length <= LongestValue)
        {
            return value;
        }

        var end = char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue;
        return value[..end] + "…";
    }
}
