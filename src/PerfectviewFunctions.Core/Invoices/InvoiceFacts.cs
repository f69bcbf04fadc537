using PerfectviewFunctions.Core.Mapping;

namespace PerfectviewFunctions.Core.Invoices;

/// <summary>
/// What makes two events of one number the same invoice: date, currency, debtor, net and VAT per category. Texts, contact data and our own
/// mapping do not count.
/// </summary>
public sealed record InvoiceFacts(DateOnly Date, string Currency, string DebtorId, IReadOnlyList<VatGroup> Groups)
{
    /// <summary>What differs, old and new, in words for the reason; empty when it is the same invoice.</summary>
    public IReadOnlyList<string> DifferencesTo(InvoiceFacts other)
    {
        var differences = new List<string>();
        Compare("date", Text(Date), Text(other.Date));
        Compare("currency", Currency, other.Currency);
        Compare("debtor", DebtorId, other.DebtorId);
        var before = Groups.ToDictionary(Key);
        var after = other.Groups.ToDictionary(Key);
        foreach (var key in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var (was, becomes) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            Compare($"net {key}", Text(was?.Net ?? 0), Text(becomes?.Net ?? 0));
            Compare($"VAT {key}", Text(was?.Vat ?? 0), Text(becomes?.Vat ?? 0));
        }

        return differences;

        void Compare(string what, string was, string becomes)
        {
            if (was != becomes)
            {
                differences.Add($"{what} {was} -> {becomes}");
            }
        }
    }

    private static string Key(VatGroup group) => FormattableString.Invariant($"{group.Category} {group.Rate:0.####}%");

    private static string Text(decimal amount) => amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
