using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Retention;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// Loads an invoice with its open events and stores what becomes of them: an event, its invoice and its place in the open list change
/// together or not at all. Nothing here is cancelled by a caller who hung up.
/// </summary>
internal sealed class CaseStore(IRowStore store, DueRows due, TimeProvider time, EngineOptions options, Measures measures)
{
    /// <summary>
    /// The invoice and its open events; null when none is open. The invoice is read first: a person who acts on it without the lease changes its
    /// row, so that with events read before he did, nothing can be stored, and so nothing be sent.
    /// </summary>
    public async Task<InvoiceCase?> LoadAsync(TenantId tenant, string number, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(tenant);
        var invoice = await store.GetAsync(partition, InvoiceRows.KeyOf(number), cancellationToken);
        var open = await store.ReadOpenAsync(tenant, new Subject.Invoice(number), cancellationToken);
        if (open.Count == 0)
        {
            return null;
        }

        return invoice is not null
            ? new InvoiceCase(InvoiceRows.Read(invoice), invoice.ETag!, open)
            : throw new InvalidDataException($"The invoice '{number}' has open events but no row of its own.");
    }

    /// <summary>The stored event and its body.</summary>
    public Task<ReadOnlyMemory<byte>> ReadBodyAsync(TenantId tenant, string eventKey, CancellationToken cancellationToken) =>
        store.ReadBodyAsync(tenant, eventKey, cancellationToken);

    /// <summary>The id under which the sender knows an event.</summary>
    public async Task<string> IdOfAsync(TenantId tenant, string eventKey) => (await store.ReadEventAsync(tenant, eventKey)).Event.Id ?? eventKey;

    /// <summary>Stores the invoice alone: an intent, or that its outcome is uncertain.</summary>
    /// <param name="answer">Why, for the trail, where the invoice itself does not keep it.</param>
    public async Task StoreAsync(TenantId tenant, InvoiceCase work, Invoice next, Reason? answer = null)
    {
        next = TrailKeeping.Stored(work.Invoice, next, answer, time.GetUtcNow());
        var written = await WriteAsync(tenant, await ReplaceAsync(tenant, work, next));
        work.Written(next, written[0]!);
    }

    /// <summary>Stores the invoice's result and ends its own event with it; from Booked on its payment is followed.</summary>
    public async Task EndAsync(TenantId tenant, InvoiceCase work, Invoice next, EventState state)
    {
        next = TrailKeeping.Ended(work.Invoice, next, time.GetUtcNow());
        var batch = await ReplaceAsync(tenant, work, next);
        var read = await store.ReadEventAsync(tenant, next.EventKey);

        // A booked invoice does not show that its event needs a person.
        var isListed = next.State == InvoiceState.Booked && state == EventState.NeedsAttention;
        batch.AddRange(Ending(read, work.Find(next.EventKey), state, next.Reason, next.MutationNumber, isListed));
        if (next.State == InvoiceState.Booked)
        {
            batch.Add(PaymentRows.ToInsert(InvoicePayment.Of(next)));
        }

        var written = await WriteAsync(tenant, batch);
        work.Written(next, written[0]!);
        work.Closed(next.EventKey);
        if (state == EventState.NeedsAttention)
        {
            measures.HeldBack(isListed ? HeldSubject.Event : HeldSubject.Invoice, next.Reason?.Code);
        }

        Spans.Here.Ended(Words.Of(next.State), next.Reason?.Code);
    }

    /// <summary>Stores that the invoice's own event is to be tried again: at a given time, or when the next back-off is over.</summary>
    public async Task RetryAsync(TenantId tenant, InvoiceCase work, Invoice next, Reason reason, DateTimeOffset? at, TimeSpan? retryAfter = null)
    {
        var (stored, row) = await store.ReadEventAsync(tenant, next.EventKey);
        var attempts = stored.Attempts + 1;
        var nextAt = at ?? time.GetUtcNow() + Backoff.After(attempts, options.FirstRetry, next.EventKey, retryAfter);
        next = TrailKeeping.Postponed(work.Invoice, next with { Reason = reason }, nextAt, time.GetUtcNow());
        var retried = stored with { State = EventState.Retry, Reason = reason, Attempts = attempts, NextAt = nextAt };
        var batch = await ReplaceAsync(tenant, work, next);
        batch.Add(new RowWrite.Replace(row.Key, EventRows.ToValues(retried), row.ETag!));
        if (work.Find(next.EventKey) is { } entry)
        {
            batch.Add(new RowWrite.Replace(entry.Row.Key, EventRows.ToOpenValues(retried, entry.Since), entry.Row.ETag!));
        }

        await due.AnnounceAsync(tenant, nextAt, CancellationToken.None);
        var written = await WriteAsync(tenant, batch);
        work.Written(next, written[0]!);
        Spans.Here.Ended("retry", reason.Code);
    }

    /// <summary>
    /// Ends an event that is not (or no longer) the invoice; the invoice stays as it is, but that it was heard of. An event that needs a person
    /// gets a place in a list of its own, since the invoice does not show it.
    /// </summary>
    public async Task EndOtherAsync(
        TenantId tenant, InvoiceCase work, string eventKey, EventState state, Reason reason, long? mutation = null)
    {
        var read = await store.ReadEventAsync(tenant, eventKey);
        var receivedAt = read.Event.ReceivedAt;
        var heard = work.Invoice.HeardAt >= receivedAt ? work.Invoice : work.Invoice with { HeardAt = receivedAt };
        var next = TrailKeeping.OtherEnded(work.Invoice, heard, reason, time.GetUtcNow());
        var batch = await ReplaceAsync(tenant, work, next);
        batch.AddRange(Ending(read, work.Find(eventKey), state, reason, mutation, isListed: state == EventState.NeedsAttention));
        var written = await WriteAsync(tenant, batch);
        work.Written(next, written[0]!);
        work.Closed(eventKey);
        if (state == EventState.NeedsAttention)
        {
            measures.HeldBack(HeldSubject.Event, reason.Code);
        }

        Spans.Here.Ended(Words.Of(state), reason.Code);
    }

    /// <summary>Lets an event wait without touching its invoice: until a given time, or until the next back-off is over.</summary>
    public async Task PostponeAsync(TenantId tenant, OpenEvent entry, Reason reason, DateTimeOffset? until)
    {
        var (stored, row) = await store.ReadEventAsync(tenant, entry.EventKey);
        var attempts = stored.Attempts + 1;
        var at = until ?? time.GetUtcNow() + Backoff.After(attempts, options.FirstRetry, entry.EventKey, null);
        var postponed = stored with { State = EventState.Retry, Reason = reason, Attempts = attempts, NextAt = at };
        await due.AnnounceAsync(tenant, at, CancellationToken.None);
        await WriteAsync(
            tenant,
            [
                new RowWrite.Replace(row.Key, EventRows.ToValues(postponed), row.ETag!),
                new RowWrite.Replace(entry.Row.Key, EventRows.ToOpenValues(postponed, entry.Since), entry.Row.ETag!),
            ]);
    }

    private IEnumerable<RowWrite> Ending(
        (StoredEvent Event, Row Row) read, OpenEvent? entry, EventState state, Reason? reason, long? mutation, bool isListed = false) =>
        EventRows.Ending(read.Event.Ended(state, reason, time.GetUtcNow()) with { MutationNumber = mutation }, read.Row, entry?.Row, isListed);

    /// <summary>The writes of the invoice and of its place among those held back; the invoice's own comes first.</summary>
    private async Task<List<RowWrite>> ReplaceAsync(TenantId tenant, InvoiceCase work, Invoice next) =>
    [
        new RowWrite.Replace(InvoiceRows.KeyOf(next.Number), InvoiceRows.ToValues(next), work.ETag),
        .. await HeldRows.ChangesAsync(store, tenant, work.Invoice, next),
    ];

    private async Task<IReadOnlyList<string?>> WriteAsync(TenantId tenant, IReadOnlyList<RowWrite> batch) =>
        await store.WriteEndingAsync(Partition.Of(tenant), batch, CancellationToken.None) is WriteResult.Written written
            ? written.ETags
            : throw new StaleWorkException();
}
