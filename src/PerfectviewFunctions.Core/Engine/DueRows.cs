using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// One row per tenant with work, saying since or from when it is due; the minute timer reads nothing else. It is written before the event it
/// announces, so a process that dies in between leaves a row too many, never one too few. Messages to Perfectview have rows of the same kind.
/// </summary>
internal sealed class DueRows(IRowStore store, TimeProvider time, string partition = Partition.Due)
{
    /// <summary>
    /// A row may be moved on or cleared only when it had been due this long as the open work was asked for, and did not change since: whoever
    /// announces work renews a row older than <see cref="RenewAfter"/>, so that his event stands in the store long before his row can go.
    /// </summary>
    public static readonly TimeSpan ClearAfter = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Since when the row of a tenant was last seen to be due. Nobody moves a row on or clears it before it is <see cref="ClearAfter"/> old, so that one
    /// that is younger than <see cref="RenewAfter"/> stands there still, and need not be read for every event.
    /// </summary>
    private readonly ConcurrentDictionary<TenantId, DateTimeOffset> seen = new();

    /// <summary>Makes sure that the tenant's work is looked at from <paramref name="at"/> on.</summary>
    public Task AnnounceAsync(TenantId tenant, DateTimeOffset at, CancellationToken cancellationToken) =>
        seen.TryGetValue(tenant, out var known) && Announces(known, at) ? Task.CompletedTask : RepairAsync(tenant, at, cancellationToken);

    /// <summary>As <see cref="AnnounceAsync"/>, but looks in any case: whoever repairs doubts that rows stand where they were seen.</summary>
    public async Task RepairAsync(TenantId tenant, DateTimeOffset at, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await store.GetAsync(partition, tenant.Value, cancellationToken);
            var due = row?.Values.Instant("at") ?? DateTimeOffset.MaxValue;
            if (Announces(due, at))
            {
                seen[tenant] = due;
                return;
            }

            // Never a moment that is over: whoever saw the row young relies on its being cleared that much later.
            var now = time.GetUtcNow();
            var next = due > at && at > now ? at : now;
            var values = new RowValues { { "at", next } };
            var written = row is null
                ? await store.TryInsertAsync(partition, tenant.Value, values, cancellationToken)
                : await store.TryReplaceAsync(row, values, cancellationToken) is not null;
            if (written)
            {
                seen[tenant] = next;
                return;
            }
        }
    }

    /// <summary>The rows that are due.</summary>
    public async IAsyncEnumerable<Row> DueAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.QueryAsync(partition, "-", "~", cancellationToken))
        {
            if (row.Values.Instant("at") <= time.GetUtcNow())
            {
                yield return row;
            }
        }
    }

    /// <summary>After the work: clears the row, or moves it to when the next work is due, if it is old enough and nobody touched it.</summary>
    /// <param name="askedAt">When it was asked what is open; an event whose announcer relied on a row younger than that may have come since.</param>
    /// <param name="nextAt">When the next work was due then; null when there was none.</param>
    public async Task SettleAsync(Row row, DateTimeOffset askedAt, DateTimeOffset? nextAt, CancellationToken cancellationToken)
    {
        if (row.Values.Instant("at") > askedAt - ClearAfter)
        {
            return;
        }

        if (nextAt is null)
        {
            await store.TryDeleteAsync(row, cancellationToken);
        }
        else if (nextAt > time.GetUtcNow())
        {
            await store.TryReplaceAsync(row, new RowValues { { "at", nextAt } }, cancellationToken);
        }
    }

    /// <summary>Whether a row that is due then brings somebody in time to look at work of <paramref name="at"/>, and is young enough to stay till he comes.</summary>
    private bool Announces(DateTimeOffset due, DateTimeOffset at)
    {
        var now = time.GetUtcNow();
        return (due <= at || due <= now) && due > now - RenewAfter;
    }
}
