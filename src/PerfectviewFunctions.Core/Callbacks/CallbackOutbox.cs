using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Callbacks;

/// <summary>The tenants with messages that wait, each with when the next is due.</summary>
internal sealed class CallbackDueRows(IRowStore store, TimeProvider time)
{
    public DueRows Rows { get; } = new(store, time, Partition.Callbacks);
}

/// <summary>The messages that wait, by invoice. A status and that it has to be told are written in one batch.</summary>
public sealed class CallbackOutbox
{
    private readonly IRowStore store;
    private readonly CallbackDueRows due;
    private readonly TimeProvider time;

    internal CallbackOutbox(IRowStore store, CallbackDueRows due, TimeProvider time) => (this.store, this.due, this.time) = (store, due, time);

    /// <summary>What waits for an invoice; null when Perfectview knows all.</summary>
    public async Task<WaitingCallback?> FindAsync(TenantId tenant, string number, CancellationToken cancellationToken) =>
        await store.GetAsync(Partition.Of(tenant), CallbackRows.KeyOf(number), cancellationToken) is { } row ? CallbackRows.Read(row) : null;

    /// <summary>All that waits, by invoice number.</summary>
    public async IAsyncEnumerable<WaitingCallback> ListAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(tenant, cancellationToken))
        {
            yield return CallbackRows.Read(row);
        }
    }

    /// <summary>Has everything that was given up tried anew.</summary>
    public async Task OfferAgainAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var givenUp = new List<Row>();
        await foreach (var row in RowsAsync(tenant, cancellationToken))
        {
            if (CallbackRows.Read(row).IsGivenUp)
            {
                givenUp.Add(row);
            }
        }

        if (givenUp.Count > 0)
        {
            await due.Rows.AnnounceAsync(tenant, now, cancellationToken);
        }

        foreach (var row in givenUp)
        {
            // One that changed since is being sent, or has a newer status to tell: that is due by itself.
            var again = CallbackRows.Read(row) with { Since = now, NextAt = now, Attempts = 0, Reason = null };
            await store.TryReplaceAsync(row, CallbackRows.ToValues(again), cancellationToken);
        }
    }

    internal IAsyncEnumerable<Row> RowsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        store.QueryPrefixAsync(Partition.Of(tenant), CallbackRows.Prefix, cancellationToken);

    /// <summary>Makes sure that a tenant's messages are looked at from now on; before the batches that hold them.</summary>
    internal Task AnnounceAsync(TenantId tenant) => due.Rows.AnnounceAsync(tenant, time.GetUtcNow(), CancellationToken.None);

    /// <summary>That an invoice's new status has to be told, to be written in one batch with it.</summary>
    internal async Task<RowWrite> ToWriteAsync(TenantId tenant, string number)
    {
        var now = time.GetUtcNow();
        var waiting = new WaitingCallback(number, now, now);
        return await store.GetAsync(Partition.Of(tenant), CallbackRows.KeyOf(number), CancellationToken.None) is { } row
            ? new RowWrite.Replace(
                row.Key, CallbackRows.ToValues(waiting with { ClaimedUntil = CallbackRows.Read(row).ClaimedUntil }), row.ETag!)
            : new RowWrite.Insert(CallbackRows.KeyOf(number), CallbackRows.ToValues(waiting));
    }
}
