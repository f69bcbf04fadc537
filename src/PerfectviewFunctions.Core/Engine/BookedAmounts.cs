using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>What the books made of a booking, beside what was sent: net and VAT per VAT code.</summary>
internal abstract record BookedAmounts
{
    /// <summary>As far as net or VAT of one VAT code may always lie apart where the service rounds by rules of its own; in euros.</summary>
    private const decimal Cents = 0.05m;

    /// <summary>What rounding can make of one line, which many lines add up.</summary>
    private const decimal OfALine = 0.005m;

    private BookedAmounts()
    {
    }

    public sealed record AsSent : BookedAmounts;

    /// <param name="Differences">Of each VAT code that differs, in words for the reason.</param>
    public sealed record CentsApart(string Differences) : BookedAmounts;

    /// <inheritdoc cref="CentsApart"/>
    public sealed record Otherwise(string Differences) : BookedAmounts;

    public static BookedAmounts Of(Booking sent, IReadOnlyList<BookedLine> booked)
    {
        var meant = PerVatCode(sent.Lines.Select(line => (line.VatCode, line.Net, line.Vat)));
        var found = PerVatCode(booked.Select(line => (line.VatCode.Trim(), line.Net, line.Vat)));
        var apart = meant.Keys.Union(found.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(code => (Code: code, Meant: In(meant, code), Found: In(found, code)))
            .Where(one => one.Meant != one.Found)
            .ToList();
        if (apart.Count == 0)
        {
            return new AsSent();
        }

        var described = string.Join("; ", apart.Select(one => Describe(one.Code, one.Meant ?? default, one.Found ?? default)));
        return apart.TrueForAll(one => one is { Meant: { } ours, Found: { } theirs } && IsWithinCents(ours, theirs, sent.Lines.Count(line => line.VatCode == one.Code)))
            ? new CentsApart(described)
            : new Otherwise(described);
    }

    private static bool IsWithinCents(Amounts meant, Amounts found, int lines)
    {
        var most = Math.Max(Cents, OfALine * (lines + 1));
        return Math.Abs(meant.Net - found.Net) <= most && Math.Abs(meant.Vat - found.Vat) <= most && Math.Abs(meant.Net + meant.Vat - found.Net - found.Vat) <= Cents;
    }

    /// <summary>Null where there is nothing under the code.</summary>
    private static Amounts? In(Dictionary<string, Amounts> perVatCode, string code) => perVatCode.TryGetValue(code, out var amounts) ? amounts : null;

    private static string Describe(string code, Amounts meant, Amounts found) => FormattableString.Invariant(
        $"{code} {meant.Net:0.00} + {meant.Vat:0.00} / {found.Net:0.00} + {found.Vat:0.00}");

    private static Dictionary<string, Amounts> PerVatCode(IEnumerable<(string Code, decimal Net, decimal Vat)> lines) => lines
        .GroupBy(line => line.Code, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => new Amounts(group.Sum(line => line.Net), group.Sum(line => line.Vat)), StringComparer.Ordinal);

    private readonly record struct Amounts(decimal Net, decimal Vat);
}
