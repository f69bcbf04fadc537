using System.Text.Json;
using PerfectviewFunctions.Core.Json;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>Keeps debtor links. A link that changed under the caller is a lost lease: the write is refused and the caller stops.</summary>
internal sealed class DebtorLinkStore(IRowStore store)
{
    public Task<Row?> FindAsync(TenantId tenant, AdministrationKey administration, string debtorId, CancellationToken cancellationToken) =>
        store.GetAsync(Partition.Of(tenant), KeyOf(administration, debtorId), cancellationToken);

    public static DebtorLink Read(Row row) =>
        row.Values.Text("state") == nameof(DebtorLink.Linked)
            ? new DebtorLink.Linked(row.Values.Text("code"))
            : new DebtorLink.Creating(
                JsonSerializer.Deserialize(row.Values.ChunkedOrNull("debtor"), StoredJson.Default.DebtorCard)!,
                row.Values.InstantOrNull("sentAt"));

    /// <summary>Writes a link in place of the row read before, or the first one.</summary>
    /// <returns>The row as it stands now, or null when somebody else changed it.</returns>
    public async Task<Row?> WriteAsync(
        TenantId tenant, AdministrationKey administration, string debtorId, Row? read, DebtorLink link, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(tenant);
        var key = KeyOf(administration, debtorId);
        var values = ToValues(debtorId, link);
        RowWrite write = read is null ? new RowWrite.Insert(key, values) : new RowWrite.Replace(key, values, read.ETag!);
        return await store.WriteAsync(partition, [write], cancellationToken) is WriteResult.Written written
            ? new Row(partition, key, values, written.ETags[0])
            : null;
    }

    public Task<bool> DeleteAsync(Row read, CancellationToken cancellationToken) => store.TryDeleteAsync(read, cancellationToken);

    private static string KeyOf(AdministrationKey administration, string debtorId) =>
        $"relation:{administration.Value}:{StorageKey.Encode(debtorId)}";

    private static RowValues ToValues(string debtorId, DebtorLink link)
    {
        var values = new RowValues { { "relation", debtorId }, { "state", link.GetType().Name } };
        switch (link)
        {
            case DebtorLink.Linked linked:
                values.Add("code", linked.Code);
                break;
            case DebtorLink.Creating creating:
                values.Add("sentAt", creating.SentAt);
                values.AddChunked("debtor", JsonSerializer.SerializeToUtf8Bytes(creating.Debtor, StoredJson.Default.DebtorCard));
                break;
        }

        return values;
    }
}
