using System.Xml;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>AddMutatie of a sent invoice: manual Soap 5.5 §3.3. Answers the mutation number.</summary>
internal static class AddMutatie
{
    public static SoapCall<long> Call(SoapSession session, Booking booking) => new(
        "AddMutatie",
        ChangesBooks: true,
        writer =>
        {
            writer.Session(session);
            writer.Group("oMut", () => WriteBooking(writer, booking));
        },
        () => new NumberResult("Mutatienummer"));

    private static void WriteBooking(XmlWriter writer, Booking booking)
    {
        writer.Number("MutatieNr");
        writer.Text("Soort", MutationKind.InvoiceSent);
        writer.Date("Datum", booking.Date);
        writer.Text("Rekening", booking.DebtorAccount);
        writer.Text("RelatieCode", booking.DebtorCode);
        writer.Text("Factuurnummer", booking.InvoiceNumber);
        writer.Text("Boekstuk");
        writer.Text("Omschrijving", booking.Description);
        writer.Number("Betalingstermijn", booking.PaymentTermDays);
        writer.Text("Betalingskenmerk", booking.PaymentReference);
        writer.Text("InExBTW", "EX");
        writer.Group("MutatieRegels", () =>
        {
            foreach (var line in booking.Lines)
            {
                writer.Group("cMutatieRegel", () => WriteLine(writer, line));
            }
        });
    }

    private static void WriteLine(XmlWriter writer, BookingLine line)
    {
        writer.Amount("BedragInvoer", line.Net); // the entered amount, which under InExBTW EX is the net one
        writer.Amount("BedragExclBTW", line.Net);
        writer.Amount("BedragBTW", line.Vat);
        writer.Amount("BedragInclBTW", line.Gross);
        writer.Text("BTWCode", line.VatCode);
        writer.Amount("BTWPercentage", line.VatPercentage);
        writer.Text("TegenrekeningCode", line.Account);
        writer.Number("KostenplaatsID");
    }
}
