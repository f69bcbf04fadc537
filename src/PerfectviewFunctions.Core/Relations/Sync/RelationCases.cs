using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Retention;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Relations.Sync;

/// <summary>
/// Loads a relation with its open events and stores what becomes of them. A relation that changed under the worker is a lost lease: the write is
/// refused and the worker stops. Nothing here is cancelled by a caller who hung up.
/// </summary>
internal sealed class RelationCases(IRowStore store, DueRows due, TimeProvider time, EngineOptions options, Measures measures)
{
    /// <summary>Events that end in one batch: each takes up to three rows, and a batch holds a hundred.</summary>
    private const int EndedAtOnce = 30;

    /// <summary>The relation and its open events; null when none is open.</summary>
    public async Task<RelationCase?> LoadAsync(TenantId tenant, string id, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(Partition.Of(tenant), RelationRows.KeyOf(id), cancellationToken);
        var open = await OpenAsync(tenant, id, cancellationToken);
        if (open.Count == 0)
        {
            return null;
        }

        return row is not null
            ? new RelationCase(tenant, RelationRows.Read(row), row.ETag, open)
            : throw new InvalidDataException($"The relation '{id}' has open events but no row of its own.");
    }

    /// <summary>The relation with its open events, whether it has any or not; null when it is not known.</summary>
    public async Task<RelationCase?> FindAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        await store.GetAsync(Partition.Of(tenant), RelationRows.KeyOf(id), cancellationToken) is { } row
            ? new RelationCase(tenant, RelationRows.Read(row), row.ETag, await OpenAsync(tenant, id, cancellationToken))
            : null;

    /// <summary>The relation that an invoice names, new or known. Its events come with it only when they are held back.</summary>
    public async Task<RelationCase> OfInvoiceAsync(TenantId tenant, DebtorDetails debtor, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Partition.Of(tenant), RelationRows.KeyOf(debtor.Id), cancellationToken) is not { } row)
        {
            var now = time.GetUtcNow();
            return new RelationCase(tenant, new Relation(debtor.Id, RelationState.Current, DebtorName.Of(debtor), now), null, []);
        }

        var relation = RelationRows.Read(row);
        var held = relation.State == RelationState.NeedsAttention ? await OpenAsync(tenant, debtor.Id, cancellationToken) : [];
        return new RelationCase(tenant, relation, row.ETag, held);
    }

    /// <summary>The event as it was sent.</summary>
    public Task<ReadOnlyMemory<byte>> ReadBodyAsync(TenantId tenant, string eventKey, CancellationToken cancellationToken) =>
        store.ReadBodyAsync(tenant, eventKey, cancellationToken);

    /// <summary>Stores the relation alone.</summary>
    public async Task StoreAsync(RelationCase work) => await WriteAsync(work, [], []);

    /// <summary>Stores the relation and sets its waiting events going, if it has any: it is free to be worked on again.</summary>
    /// <param name="beside">Goes into the same batch.</param>
    public async Task ReleaseAsync(RelationCase work, params IReadOnlyList<RowWrite> beside)
    {
        // One of them is enough: whoever works on the relation takes all.
        var (now, waiting) = (time.GetUtcNow(), work.Open.Where(entry => entry.DueAt > time.GetUtcNow()).Take(EndedAtOnce).ToList());
        work.Relation = work.Relation with
        {
            State = work.Open.Count > 0 ? RelationState.Received : RelationState.Current, Reason = null, ChangedAt = now,
        };
        if (work.Open.Count > 0)
        {
            await due.AnnounceAsync(work.Tenant, now, CancellationToken.None);
        }

        var writes = waiting.Select(entry => new RowWrite.Replace(
            entry.Row.Key, EventRows.ToOpenValues(entry.EventKey, entry.Subject, now, since: now), entry.Row.ETag!));
        await WriteAsync(work, [.. writes, .. beside], []);
    }

    /// <summary>Stores the relation's result and ends its events with it; with very many of them in several batches, the relation in the first.</summary>
    /// <param name="next">The relation as it is from now on.</param>
    public async Task EndAsync(RelationCase work, Relation next, EventState events, Reason? reason)
    {
        work.Relation = next with { ChangedAt = time.GetUtcNow() };
        do
        {
            var ending = work.Open.Take(EndedAtOnce).ToList();
            var writes = new List<RowWrite>();
            foreach (var entry in ending)
            {
                var (stored, row) = await store.ReadEventAsync(work.Tenant, entry.EventKey);
                writes.AddRange(EventRows.Ending(stored.Ended(events, reason, time.GetUtcNow()), row, entry.Row, isListed: false));
            }

            await WriteAsync(work, writes, ending);
        }
        while (work.Open.Count > 0);
    }

    /// <summary>Holds the relation back. Its events stay with it: they are done, all of them, when it is.</summary>
    public async Task HoldAsync(RelationCase work, Reason reason)
    {
        work.Relation = work.Relation with { State = RelationState.NeedsAttention, Reason = reason, ChangedAt = time.GetUtcNow() };
        do
        {
            var holding = work.Open.Where(entry => !entry.IsHeld).Take(EndedAtOnce).ToList();
            var writes = new List<RowWrite>();
            foreach (var entry in holding)
            {
                var (stored, row) = await store.ReadEventAsync(work.Tenant, entry.EventKey);
                var held = stored.Ended(EventState.NeedsAttention, reason, time.GetUtcNow());
                writes.Add(new RowWrite.Replace(row.Key, EventRows.ToValues(held), row.ETag!));
                writes.Add(new RowWrite.Replace(
                    entry.Row.Key, EventRows.ToOpenValues(entry.EventKey, entry.Subject, dueAt: null, entry.Since), entry.Row.ETag!));
            }

            await WriteAsync(work, writes, holding);
        }
        while (work.Open.Any(entry => !entry.IsHeld));
    }

    /// <summary>Sets what is held back of the relation aside: nobody has to see it any more. Its events stay with it, for when it is released after all.</summary>
    /// <param name="beside">Goes into the same batch.</param>
    public async Task SetAsideAsync(RelationCase work, Reason reason, params IReadOnlyList<RowWrite> beside)
    {
        work.Relation = work.Relation with { State = RelationState.Ignored, Reason = reason, ChangedAt = time.GetUtcNow() };
        await WriteAsync(work, beside, []);
    }

    /// <summary>Stores that the relation's events are to be tried again: at a given time, or when the next back-off is over.</summary>
    public async Task RetryAsync(RelationCase work, Reason reason, DateTimeOffset? at, TimeSpan? retryAfter = null)
    {
        work.Relation = work.Relation with { State = RelationState.Received, Reason = reason, ChangedAt = time.GetUtcNow() };
        do
        {
            var waiting = work.Open.Take(EndedAtOnce).ToList();
            var writes = new List<RowWrite>();
            foreach (var entry in waiting)
            {
                var (stored, row) = await store.ReadEventAsync(work.Tenant, entry.EventKey);
                var attempts = stored.Attempts + 1;
                var nextAt = at ?? time.GetUtcNow() + Backoff.After(attempts, options.FirstRetry, work.Relation.Id, retryAfter);
                var retried = stored with { State = EventState.Retry, Reason = reason, Attempts = attempts, NextAt = nextAt, EndedAt = null };
                await due.AnnounceAsync(work.Tenant, nextAt, CancellationToken.None);
                writes.Add(new RowWrite.Replace(row.Key, EventRows.ToValues(retried), row.ETag!));
                writes.Add(new RowWrite.Replace(entry.Row.Key, EventRows.ToOpenValues(retried, entry.Since), entry.Row.ETag!));
            }

            await WriteAsync(work, writes, waiting);
        }
        while (work.Open.Count > 0);
    }

    private Task<IReadOnlyList<OpenEvent>> OpenAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        store.ReadOpenAsync(tenant, new Subject.Relation(id), cancellationToken);

    /// <param name="settled">The open events that are settled by these writes: no longer this case's.</param>
    private async Task WriteAsync(RelationCase work, IReadOnlyList<RowWrite> beside, IReadOnlyList<OpenEvent> settled)
    {
        var batch = await RelationRows.ChangesAsync(store, work.Tenant, work.Stored, work.ETag, work.Relation);
        batch.AddRange(beside);
        if (await store.WriteEndingAsync(Partition.Of(work.Tenant), batch, CancellationToken.None) is not WriteResult.Written written)
        {
            throw new StaleWorkException();
        }

        if (work.Relation is { State: RelationState.NeedsAttention, Reason: var reason }
            && (work.Stored.State != RelationState.NeedsAttention || work.Stored.Reason?.Code != reason?.Code))
        {
            measures.HeldBack(HeldSubject.Relation, reason?.Code);
        }

        work.Written(written.ETags[0]!);
        work.Closed(settled);
    }
}
