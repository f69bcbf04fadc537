using System.Globalization;
using System.Text.Json;
using PerfectviewFunctions.Core.Json;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments;

/// <summary>
/// The row form of payments. Those that are settled stand apart, so that neither the hourly reading nor the list of open balances walks through
/// years of them.
/// </summary>
internal static class PaymentRows
{
    public const string OpenPrefix = "payment:";
    public const string SettledPrefix = "settled:";
    private const string DateForm = "yyyy-MM-dd";

    public static string KeyOf(InvoicePayment payment) => (payment.Status.IsSettled ? SettledPrefix : OpenPrefix) + StorageKey.Encode(payment.Number);

    public static RowWrite.Insert ToInsert(InvoicePayment payment) => new(KeyOf(payment), ToValues(payment));

    public static RowValues ToValues(InvoicePayment payment) => new()
    {
        { "number", payment.Number },
        { "administration", payment.Administration.Value },
        { "mutation", payment.Mutation },
        { "numberInBooks", payment.NumberInBooks },
        { "debtorCode", payment.DebtorCode },
        { "debtor", payment.DebtorName },
        { "amount", payment.Amount },
        { "date", payment.Date.ToString(DateForm, CultureInfo.InvariantCulture) },
        { "dueDate", payment.DueDate.ToString(DateForm, CultureInfo.InvariantCulture) },
        { "bookedAt", payment.BookedAt },
        { "status", JsonSerializer.Serialize(payment.Status, StoredJson.Default.PaymentStatus) },
        { "revision", payment.Revision },
        { "seen", payment.WasSeen ? true : null },
        { "leftWithMany", payment.LeftWithMany ? true : null },
        { "lookedUp", payment.WasLookedUp ? true : null },
        { "earlier", payment.Earlier.Count == 0 ? null : JsonSerializer.Serialize(payment.Earlier, StoredJson.Default.IReadOnlyListPaymentStatus) },
        { "notes", payment.Notes.Count == 0 ? null : JsonSerializer.Serialize(payment.Notes, StoredJson.Default.IReadOnlyListPaymentNote) },
    };

    public static InvoicePayment Read(Row row)
    {
        var values = row.Values;
        return new InvoicePayment(
            values.Text("number"),
            new AdministrationKey(values.Text("administration")),
            values.Number("mutation"),
            values.Text("numberInBooks"),
            values.Text("debtorCode"),
            values.Amount("amount"),
            values.Instant("bookedAt"),
            JsonSerializer.Deserialize(values.Text("status"), StoredJson.Default.PaymentStatus)!)
        {
            DebtorName = values.Text("debtor"),
            Date = DateOnly.ParseExact(values.Text("date"), DateForm, CultureInfo.InvariantCulture),
            DueDate = DateOnly.ParseExact(values.Text("dueDate"), DateForm, CultureInfo.InvariantCulture),
            Revision = values.Number("revision"),
            WasSeen = values.Flag("seen"),
            LeftWithMany = values.Flag("leftWithMany"),
            WasLookedUp = values.Flag("lookedUp"),
            Earlier = values.TextOrNull("earlier") is { } earlier
                ? JsonSerializer.Deserialize(earlier, StoredJson.Default.IReadOnlyListPaymentStatus)! : [],
            Notes = values.TextOrNull("notes") is { } notes ? JsonSerializer.Deserialize(notes, StoredJson.Default.IReadOnlyListPaymentNote)! : [],
        };
    }
}
