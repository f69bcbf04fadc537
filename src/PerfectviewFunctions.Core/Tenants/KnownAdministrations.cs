using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>
/// The list of administrations by key, each with the ledger accounts by which it is recognised. An administration is added only while nobody
/// else added one since the list was read: two links made at once can't name one administration twice.
/// </summary>
internal sealed class KnownAdministrations(IRowStore store)
{
    private const string VersionKey = "version";

    public async Task<AdministrationRegister> ReadAsync(CancellationToken cancellationToken)
    {
        var known = new List<KnownAdministration>();
        Row? version = null;
        await foreach (var row in store.QueryAsync(Partition.Administrations, "-", "~", cancellationToken))
        {
            if (row.Key == VersionKey)
            {
                version = row;
            }
            else
            {
                known.Add(Read(row));
            }
        }

        return new AdministrationRegister(version, known);
    }

    /// <summary>Adds an administration to the list that was read, or does nothing when it stands there.</summary>
    /// <returns>False when somebody else added one since: read again and think again.</returns>
    public async Task<bool> TryAddAsync(AdministrationRegister read, KnownAdministration known, CancellationToken cancellationToken)
    {
        if (read.Find(known.Key) is not null)
        {
            await KeepAsync(known.Key, known.Print, cancellationToken);
            return true;
        }

        var next = new RowValues { { "count", (read.Version?.Values.Number("count") ?? 0) + 1 } };
        RowWrite version = read.Version is { } row ? new RowWrite.Replace(VersionKey, next, row.ETag!) : new RowWrite.Insert(VersionKey, next);
        return await store.WriteAsync(
            Partition.Administrations, [version, new RowWrite.Insert(known.Key.Value, ToValues(known))], cancellationToken) is WriteResult.Written;
    }

    /// <summary>Keeps by what an administration is recognised now; writes only when that changed. Of two who do so at once one is enough.</summary>
    public async Task KeepAsync(AdministrationKey key, LedgerPrint? print, CancellationToken cancellationToken)
    {
        if (print is null)
        {
            return;
        }

        if (await store.GetAsync(Partition.Administrations, key.Value, cancellationToken) is not { } row)
        {
            await store.TryInsertAsync(
                Partition.Administrations, key.Value, ToValues(new KnownAdministration(key, IsMade: false, print)), cancellationToken);
        }
        else if (row.Values.TextOrNull("accounts") != print.Text)
        {
            await store.TryReplaceAsync(row, ToValues(Read(row) with { Print = print }), cancellationToken);
        }
    }

    private static KnownAdministration Read(Row row) => new(
        new AdministrationKey(row.Key),
        row.Values.Flag("made"),
        row.Values.TextOrNull("accounts") is { } accounts ? LedgerPrint.Read(accounts) : null);

    private static RowValues ToValues(KnownAdministration known) => new() { { "made", known.IsMade }, { "accounts", known.Print?.Text } };
}
