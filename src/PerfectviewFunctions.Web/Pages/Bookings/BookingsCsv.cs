using System.Globalization;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Time;
using PerfectviewFunctions.Web.Answers.Csv;
using PerfectviewFunctions.Web.Pages.Languages;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>Invoices as lines of a table, in the reader's language.</summary>
internal sealed class BookingsCsv(Texts texts)
{
    private readonly CsvForm form = texts.Language == Language.Dutch ? CsvForm.Dutch : CsvForm.English;

    public string Header() => Line(
    [
        texts["bookings.number"], texts["booking.numberInBooks"], texts["bookings.relation"], texts["booking.debtorCode"], texts["bookings.date"],
        texts["bookings.amount"], texts["bookingsCsv.currency"], texts["bookings.state"], texts["bookings.mutation"], texts["booking.bookedAt"],
        texts["booking.receivedAt"], texts["bookingsCsv.code"], texts["bookings.why"], texts["bookingsCsv.toDo"],
    ]);

    public string LineOf(Invoice invoice, Reason? reason)
    {
        var told = reason is null ? null : ReasonText.Render(reason);
        return form.Line(
        [
            form.Text(invoice.Number),
            form.Text(invoice.Intent?.Booking.InvoiceNumber),
            form.Text(invoice.DebtorName),
            form.Text(invoice.Intent?.Booking.DebtorCode),
            form.Date(invoice.Date),
            form.Amount(invoice.Total),
            form.Text(invoice.Currency),
            form.Text(texts.Of(invoice.State)),
            form.Text(invoice.MutationNumber?.ToString(CultureInfo.InvariantCulture)),
            form.Text(invoice.BookedAt is { } bookedAt ? DutchTime.Text(bookedAt) : null),
            form.Text(DutchTime.Text(invoice.FirstSeenAt)),
            form.Text(told?.Code),
            form.Text(told is null ? null : texts.Of(told.Nl, told.En)),
            form.Text(told is null ? null : texts.Of(told.ActionNl, told.ActionEn)),
        ]);
    }

    /// <summary>The last line of a file that could not hold everything.</summary>
    /// <param name="rest">The address of the next file.</param>
    public string Cut(int read, string rest) => Line([texts.Of("bookingsCsv.cut", ("count", texts.Language.Number(read)), ("address", rest))]);

    private string Line(IEnumerable<string> cells) => form.Line(cells.Select(form.Text));
}
