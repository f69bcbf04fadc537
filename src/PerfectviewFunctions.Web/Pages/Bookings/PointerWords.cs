using System.Globalization;
using PerfectviewFunctions.Web.Pages.Languages;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>The place of a fault in an event in words: <c>/data/invoice/lines/0/vatRate</c> is "factuur, regels 1, btw-percentage".</summary>
internal static class PointerWords
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["id"] = "pointer.id",
        ["type"] = "pointer.type",
        ["occurredAt"] = "pointer.occurredAt",
        ["invoice"] = "pointer.invoice",
        ["relation"] = "pointer.relation",
        ["number"] = "pointer.number",
        ["date"] = "pointer.date",
        ["dueDate"] = "pointer.dueDate",
        ["currency"] = "pointer.currency",
        ["total"] = "pointer.total",
        ["creditOf"] = "pointer.creditOf",
        ["lines"] = "pointer.lines",
        ["description"] = "pointer.description",
        ["quantity"] = "pointer.quantity",
        ["unitPrice"] = "pointer.unitPrice",
        ["discountPercentage"] = "pointer.discount",
        ["discountAmount"] = "pointer.discount",
        ["amount"] = "pointer.amount",
        ["vatCategory"] = "pointer.vatCategory",
        ["category"] = "pointer.vatCategory",
        ["vatRate"] = "pointer.vatRate",
        ["rate"] = "pointer.vatRate",
        ["vatTotals"] = "pointer.vatTotals",
        ["net"] = "pointer.net",
        ["vat"] = "pointer.vat",
        ["name"] = "pointer.name",
        ["lastName"] = "pointer.lastName",
        ["visitingAddress"] = "pointer.visitingAddress",
        ["postalAddress"] = "pointer.postalAddress",
        ["invoiceAddress"] = "pointer.postalAddress",
        ["postalCode"] = "pointer.postalCode",
        ["country"] = "pointer.country",
        ["vatNumber"] = "pointer.vatNumber",
        ["iban"] = "pointer.iban",
        ["email"] = "pointer.email",
    };

    /// <summary>A name that is not known stays as it is, and an item is counted from one.</summary>
    public static string Of(Texts texts, string pointer)
    {
        var words = new List<string>();
        foreach (var step in pointer.Split('/').Skip(1).Where(step => step != "data"))
        {
            if (words.Count > 0 && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                words[^1] = $"{words[^1]} {texts.Language.Number(index + 1)}";
                continue;
            }

            words.Add(Keys.TryGetValue(step, out var key) ? texts[key] : Unescaped(step));
        }

        return words.Count > 0 ? string.Join(", ", words) : texts["pointer.whole"];
    }

    private static string Unescaped(string step) =>
        step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
