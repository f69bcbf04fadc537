using System.Globalization;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>Which invoices somebody wants to see, as the address says it. Empty fields ask for nothing.</summary>
/// <param name="From">The first invoice date, as it was typed; so is <paramref name="To"/>, the last.</param>
/// <param name="Number">The whole number, with or without our prefix.</param>
/// <param name="Relation">Part of the name, in upper or lower case.</param>
public sealed record BookingFilter(BookingGroup Group, string From, string To, string Number, string Relation)
{
    private const int LongestText = 100;

    private static readonly string[] DayForms = ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy"];

    public bool IsEmpty => this == new BookingFilter(BookingGroup.All, "", "", "", "");

    public DateOnly? FirstDay => DayOf(From);

    public DateOnly? LastDay => DayOf(To);

    /// <summary>What is wrong with it; a fault names the field of the form.</summary>
    public IReadOnlyList<FieldFault> Faults =>
    [
        .. From.Length > 0 && FirstDay is null ? [NoDay("/van")] : (FieldFault[])[],
        .. To.Length > 0 && LastDay is null ? [NoDay("/tot")] : (FieldFault[])[],
        .. FirstDay > LastDay
            ? [new("/tot", "De laatste dag ligt voor de eerste.", "The last day lies before the first.")]
            : (FieldFault[])[],
    ];

    internal static BookingFilter Of(IQueryCollection query) => new(
        BookingStates.GroupOf(query["staat"]), Text(query["van"]), Text(query["tot"]), Text(query["nummer"]), Text(query["relatie"]));

    /// <summary>Whether an invoice is one of those asked for, but for its number, by which it is looked up.</summary>
    public bool Takes(Invoice invoice) =>
        (Group == BookingGroup.All || BookingStates.GroupOf(invoice.State) == Group)
        && (FirstDay is not { } first || invoice.Date >= first)
        && (LastDay is not { } last || invoice.Date <= last)
        && invoice.DebtorName.Contains(Relation, StringComparison.OrdinalIgnoreCase);

    /// <summary>An address that asks for the same, behind a place in the list if one is given.</summary>
    public string In(string address, string? after = null) => BookingLinks.With(
        address,
        ("staat", BookingStates.WordOf(Group)),
        ("van", From),
        ("tot", To),
        ("nummer", Number),
        ("relatie", Relation),
        ("after", after ?? ""));

    private static FieldFault NoDay(string pointer) =>
        new(pointer, "Schrijf een dag als 31-12-2026.", "Write a day as 31-12-2026.");

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Text(string? sent)
    {
        var text = (sent ?? "").Trim();
        return text.Length <= LongestText ? text : text[..LongestText];
    }
}
