using System.Collections.Concurrent;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>
/// The relations of each administration, read in one call (no filter of the API knows VAT or Chamber-of-Commerce numbers) and kept for some
/// minutes; debtors that we create or change join what is kept. A row counts them, so that a host notices what another one did since it read.
/// Where the service has no such list, each look is made anew and nothing is kept.
/// </summary>
internal sealed class DebtorIndexes(IRowStore store, IBookkeeping books, TimeProvider time, EngineOptions options)
{
    /// <summary>Relations in memory, of all administrations together: some 100 MiB.</summary>
    private const int MostKept = 200_000;

    private const string Key = "debtors";

    private readonly ConcurrentDictionary<AdministrationKey, Kept> kept = new();

    /// <summary>The index as kept, or read anew when it is too old.</summary>
    public async Task<Answer<DebtorIndex>> GetAsync(
        AdministrationKey administration, BookkeepingCredentials credentials, DebtorLook look, CancellationToken cancellationToken) =>
        kept.TryGetValue(administration, out var known) && time.GetUtcNow() - known.ReadAt < options.DebtorIndexAge
            ? new Answer<DebtorIndex>.Success(known.Index)
            : await ReadAsync(administration, credentials, look, cancellationToken);

    /// <summary>The index as it stands in the books at this moment.</summary>
    public async Task<Answer<DebtorIndex>> ReadAsync(
        AdministrationKey administration, BookkeepingCredentials credentials, DebtorLook look, CancellationToken cancellationToken)
    {
        var (readAt, changed) = (time.GetUtcNow(), CountIn(await RowAsync(administration, cancellationToken)));
        switch (await books.ReadDebtorsAsync(credentials, look, cancellationToken))
        {
            case Answer<DebtorList>.Success { Value: var read }:
                var index = new DebtorIndex(read.Debtors, read.IsWhole);
                if (read.IsWhole)
                {
                    Keep(administration, new Kept(index, readAt, changed));
                }

                return new Answer<DebtorIndex>.Success(index);
            case Answer<DebtorList>.Refused refused:
                return new Answer<DebtorIndex>.Refused(refused.Code, refused.Text);
            case Answer<DebtorList>.NotDone failed:
                return new Answer<DebtorIndex>.NotDone(failed.Code, failed.Detail, failed.RetryAfter);
            case Answer<DebtorList>.Unclear failed:
                return new Answer<DebtorIndex>.NotDone(failed.Code, failed.Detail);
            default:
                throw new InvalidOperationException("An answer of an unknown kind.");
        }
    }

    /// <summary>Whether no debtor was created or changed, by any host, since the index was read. What a look found was read just now, under the lease.</summary>
    public async Task<bool> IsCurrentAsync(AdministrationKey administration, DebtorIndex index, CancellationToken cancellationToken) =>
        !index.IsWhole
        || kept.TryGetValue(administration, out var known)
        && known.Changed == CountIn(await RowAsync(administration, cancellationToken));

    /// <summary>Counts a debtor that was created or changed; the caller holds the administration's lease, so nobody counts beside it.</summary>
    /// <param name="debtor">To join what is kept; null when that holds it already.</param>
    public async Task ChangedAsync(AdministrationKey administration, BookedDebtor? debtor)
    {
        var row = await RowAsync(administration, CancellationToken.None);
        var before = CountIn(row);
        var values = new RowValues { { "changed", before + 1 } };
        var counted = row is null
            ? await store.TryInsertAsync(Partition.Of(administration), Key, values, CancellationToken.None)
            : await store.TryReplaceAsync(row, values, CancellationToken.None) is not null;
        if (!counted)
        {
            throw new StaleWorkException();
        }

        if (kept.TryGetValue(administration, out var known) && known.Changed == before)
        {
            kept[administration] = known with
            {
                Index = debtor is null ? known.Index : known.Index.With(debtor), Changed = before + 1,
            };
        }
    }

    /// <summary>What is too old serves nobody; of what is left the oldest goes, if all of them together become too many.</summary>
    private void Keep(AdministrationKey administration, Kept read)
    {
        kept[administration] = read;
        var room = MostKept - read.Index.Count;
        foreach (var (other, known) in kept.Where(one => one.Key != administration).OrderByDescending(one => one.Value.ReadAt))
        {
            room -= known.Index.Count;
            if (room < 0 || read.ReadAt - known.ReadAt >= options.DebtorIndexAge)
            {
                kept.TryRemove(KeyValuePair.Create(other, known));
            }
        }
    }

    private Task<Row?> RowAsync(AdministrationKey administration, CancellationToken cancellationToken) =>
        store.GetAsync(Partition.Of(administration), Key, cancellationToken);

    private static long CountIn(Row? row) => row?.Values.Number("changed") ?? 0;

    private sealed record Kept(DebtorIndex Index, DateTimeOffset ReadAt, long Changed);
}
