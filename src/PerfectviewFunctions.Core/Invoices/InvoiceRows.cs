using System.Globalization;
using System.Text.Json;
using PerfectviewFunctions.Core.Json;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Invoices;

/// <summary>The row form of invoices and of their place in the list, newest first.</summary>
internal static class InvoiceRows
{
    public const string RecentPrefix = "recent:";

    public static string KeyOf(string number) => "invoice:" + StorageKey.Encode(number);

    public static string RecentKeyOf(DateTimeOffset firstSeenAt, string number) =>
        RecentPrefix + StorageKey.Descending(firstSeenAt) + ":" + StorageKey.Encode(number);

    public static RowValues ToValues(Invoice invoice)
    {
        var values = new RowValues
        {
            { "number", invoice.Number },
            { "state", invoice.State.ToString() },
            { "event", invoice.EventKey },
            { "occurredAt", invoice.OccurredAt },
            { "firstSeenAt", invoice.FirstSeenAt },
            { "date", invoice.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
            { "total", invoice.Total },
            { "currency", invoice.Currency },
            { "debtor", invoice.DebtorName },
            { "credit", invoice.IsCredit },
            { "reason", invoice.Reason is null ? null : JsonSerializer.Serialize(invoice.Reason, StoredJson.Default.Reason) },
            { "mutation", invoice.MutationNumber },
            { "bookedAt", invoice.BookedAt },
            { "debtorDoubted", invoice.IsDebtorDoubted ? true : null },
            { "changedAt", invoice.ChangedAt },
            { "heardAt", invoice.HeardAt },
            { "absentIn", invoice.ProvenAbsent?.Administration.Value },
            { "absentNumber", invoice.ProvenAbsent?.Number },
            { "absentAt", invoice.ProvenAbsent?.At },
        };
        if (invoice.Trail.Entries.Count > 0)
        {
            values.AddChunked("trail", InvoiceTrail.Write(invoice.Trail));
        }

        if (invoice.Intent is { } intent)
        {
            values.Add("administration", intent.Administration.Value);
            values.Add("sentAt", intent.SentAt);
            values.Add("wasUnclear", intent.WasUnclear);
            values.Add("duplicateRefusedAt", intent.DuplicateRefusedAt);
            values.Add("forLookUp", intent.IsForLookUp ? true : null);
            values.Add("uncutDescription", intent.UncutDescription);
            values.AddChunked("booking", JsonSerializer.SerializeToUtf8Bytes(intent.Booking, StoredJson.Default.Booking));
            values.AddChunked("facts", JsonSerializer.SerializeToUtf8Bytes(intent.Facts, StoredJson.Default.InvoiceFacts));
        }

        return values;
    }

    public static Invoice Read(Row row)
    {
        var values = row.Values;
        return new Invoice(
            values.Text("number"),
            Enum.Parse<InvoiceState>(values.Text("state")),
            values.Text("event"),
            values.Instant("occurredAt"),
            values.Instant("firstSeenAt"))
        {
            Date = DateOnly.ParseExact(values.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Total = values.Amount("total"),
            Currency = values.Text("currency"),
            DebtorName = values.TextOrNull("debtor") ?? "",
            IsCredit = values.Flag("credit"),
            Reason = values.TextOrNull("reason") is { } reason ? JsonSerializer.Deserialize(reason, StoredJson.Default.Reason) : null,
            Intent = ReadIntent(values),
            MutationNumber = values.NumberOrNull("mutation"),
            BookedAt = values.InstantOrNull("bookedAt"),
            IsDebtorDoubted = values.Flag("debtorDoubted"),
            ChangedAt = values.Instant("changedAt"),
            HeardAt = values.InstantOrNull("heardAt"),
            ProvenAbsent = values.InstantOrNull("absentAt") is { } absentAt
                ? new AbsenceProof(new AdministrationKey(values.Text("absentIn")), values.Text("absentNumber"), absentAt)
                : null,
            Trail = values.ChunkedOrNull("trail") is { } trail
                ? JsonSerializer.Deserialize(trail, StoredJson.Default.InvoiceTrail)!
                : InvoiceTrail.Empty,
        };
    }

    private static Intent? ReadIntent(RowValues values) =>
        values.ChunkedOrNull("booking") is { } booking
            ? new Intent(
                new AdministrationKey(values.Text("administration")),
                JsonSerializer.Deserialize(booking, StoredJson.Default.Booking)!,
                JsonSerializer.Deserialize(values.ChunkedOrNull("facts"), StoredJson.Default.InvoiceFacts)!)
            {
                SentAt = values.InstantOrNull("sentAt"),
                WasUnclear = values.Flag("wasUnclear"),
                DuplicateRefusedAt = values.InstantOrNull("duplicateRefusedAt"),
                IsForLookUp = values.Flag("forLookUp"),
                UncutDescription = values.TextOrNull("uncutDescription"),
            }
            : null;
}
