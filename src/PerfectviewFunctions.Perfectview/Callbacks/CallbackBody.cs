using System.Buffers;
using System.Globalization;
using System.Text.Json;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Perfectview.Callbacks;

/// <summary>
/// The body of <c>invoice.payment.updated</c>, as the webhook contract has it. Pure: the same status of the same invoice always gives the same
/// bytes, whenever, wherever and however often it is sent.
/// </summary>
internal static class CallbackBody
{
    public const string Type = "invoice.payment.updated";

    private const string DateForm = "yyyy-MM-dd";
    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static byte[] Of(TenantId tenant, InvoicePayment payment)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteString("type", Type);
            writer.WriteString("timestamp", payment.Status.At.UtcDateTime.ToString(InstantForm, CultureInfo.InvariantCulture));
            writer.WriteStartObject("data");
            WriteData(writer, tenant, payment);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void WriteData(Utf8JsonWriter writer, TenantId tenant, InvoicePayment payment)
    {
        var status = payment.Status;
        writer.WriteString("tenant", tenant.Value);
        writer.WriteString("invoiceNumber", payment.Number);
        writer.WriteNumber("revision", payment.Revision);
        writer.WriteString("state", JsonNamingPolicy.KebabCaseLower.ConvertName(status.State.ToString()));
        writer.WriteBoolean("credit", payment.IsCredit);
        writer.WriteString("currency", "EUR");
        WriteAmount(writer, "amount", payment.Amount);
        WriteAmount(writer, "paid", status.Paid);
        WriteAmount(writer, "open", status.Open);
        WriteDate(writer, "paidOn", status.PaidOn);
        WriteDate(writer, "invoiceDate", payment.Date);
        WriteDate(writer, "dueDate", payment.DueDate);
        writer.WriteNumber("mutationNumber", payment.Mutation);
    }

    private static void WriteAmount(Utf8JsonWriter writer, string name, decimal? amount)
    {
        if (amount is { } known)
        {
            writer.WritePropertyName(name);

            // In cents first: what rounds to nothing has no sign.
            var cents = decimal.Round(known, 2, MidpointRounding.AwayFromZero);
            writer.WriteRawValue((cents == 0 ? 0m : cents).ToString("0.00", CultureInfo.InvariantCulture));
        }
    }

    private static void WriteDate(Utf8JsonWriter writer, string name, DateOnly? date)
    {
        if (date is { } known)
        {
            writer.WriteString(name, known.ToString(DateForm, CultureInfo.InvariantCulture));
        }
    }
}
