using System.Globalization;
using System.Text.Json;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Vat;

namespace PerfectviewFunctions.EBoekhouden.Rest.Messages;

/// <summary>A sent invoice as CreateMutation: by ids, and without VAT, which the service computes from code and amount.</summary>
internal static class BookingJson
{
    public static ReadOnlyMemory<byte> Of(Booking booking, long relationId, IReadOnlyDictionary<string, long> ledgers, VatForm form) => JsonBody.Of(writer =>
    {
        // A number: the schema has a text with a digit, the example and clients in use the number.
        writer.WriteNumber("type", MutationMessages.InvoiceSent);
        writer.Text("date", booking.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteNumber("ledgerId", ledgers[booking.DebtorAccount]);
        writer.WriteNumber("relationId", relationId);
        writer.Text("invoiceNumber", booking.InvoiceNumber);
        writer.WriteNumber("termOfPayment", booking.PaymentTermDays);
        writer.Text("paymentReference", booking.PaymentReference);
        writer.Text("inExVat", form == VatForm.Including ? "IN" : "EX");
        writer.Text("description", booking.Description);
        writer.WriteStartArray("rows");
        foreach (var line in booking.Lines)
        {
            writer.WriteStartObject();
            WriteRow(writer, line, ledgers[line.Account], form);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static void WriteRow(Utf8JsonWriter writer, BookingLine line, long ledgerId, VatForm form)
    {
        writer.WriteNumber("ledgerId", ledgerId);
        writer.Text("vatCode", line.VatCode);
        writer.Amount("amount", ServerVat.Entered(line, form));
        if (ServerVat.IsGiven(line.VatCode))
        {
            writer.Amount("vatAmount", line.Vat);
        }
    }
}
