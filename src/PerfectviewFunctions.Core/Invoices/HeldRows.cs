using System.Text.Json;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Json;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Invoices;

/// <summary>
/// The index of invoices that are held back: one row by number exactly while the invoice needs attention, written in the batch of the invoice.
/// </summary>
internal static class HeldRows
{
    public const string Prefix = "held:";

    public static string KeyOf(string number) => Prefix + StorageKey.Encode(number);

    /// <summary>What has to be written with an invoice that was one thing and becomes another; mostly nothing.</summary>
    public static async Task<IReadOnlyList<RowWrite>> ChangesAsync(IRowStore store, TenantId tenant, Invoice was, Invoice next)
    {
        var (wasHeld, isHeld) = (was.State == InvoiceState.NeedsAttention, next.State == InvoiceState.NeedsAttention);
        if (!wasHeld)
        {
            return isHeld ? [new RowWrite.Insert(KeyOf(next.Number), ToValues(next))] : [];
        }

        if (isHeld && ReferenceEquals(was.Reason, next.Reason))
        {
            return [];
        }

        return await store.GetAsync(Partition.Of(tenant), KeyOf(next.Number), CancellationToken.None) is { } row
            ? [isHeld ? new RowWrite.Replace(row.Key, ToValues(next), row.ETag!) : new RowWrite.Delete(row.Key, row.ETag!)]
            : isHeld ? [new RowWrite.Insert(KeyOf(next.Number), ToValues(next))] : [];
    }

    public static HeldBack Read(Row row) => new(
        row.Values.Text("number"),
        JsonSerializer.Deserialize(row.Values.Text("reason"), StoredJson.Default.Reason)!,
        row.Values.Instant("since"));

    private static RowValues ToValues(Invoice invoice) => new()
    {
        { "number", invoice.Number },
        { "reason", JsonSerializer.Serialize(invoice.Reason ?? Reason.Of(ReasonCode.Unexpected), StoredJson.Default.Reason) },
        { "since", invoice.ChangedAt },
    };
}

/// <summary>An invoice in the index of those held back.</summary>
internal sealed record HeldBack(string Number, Reason Reason, DateTimeOffset Since);
