using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Retention;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>
/// Sets an invoice aside for a person. As for <see cref="Reopening"/> no lease is needed: invoice, events and history change in one batch, or
/// not at all.
/// </summary>
internal sealed class Ignoring(IRowStore store, IEventReader reader, TimeProvider time)
{
    /// <summary>With its own rows and the history the batch stays within what a store takes; older events that are left the engine ends.</summary>
    private const int MostOthers = 28;

    public async Task<ActionResult> IgnoreAsync(
        Tenant tenant, string number, IgnoreReason why, Actor by, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(tenant.Id);
        while (true)
        {
            if (await store.GetAsync(partition, InvoiceRows.KeyOf(number), cancellationToken) is not { } row)
            {
                return new ActionResult.NotFound();
            }

            var was = InvoiceRows.Read(row);
            if (AllowedActions.Of(was, tenant.State).NoIgnore is { } refused)
            {
                return new ActionResult.Refused(refused);
            }

            var now = time.GetUtcNow();
            var open = await store.ReadOpenAsync(tenant.Id, new Subject.Invoice(number), cancellationToken);
            var latest = await LatestAsync(partition, was, open, cancellationToken);
            var ignored = latest with { State = InvoiceState.Ignored, Reason = why.ToReason(by, now), Intent = KeptIntent(was) };
            var next = TrailKeeping.Ignored(was, ignored, by.Name, now);
            var batch = new List<RowWrite>
            {
                new RowWrite.Replace(row.Key, InvoiceRows.ToValues(next), row.ETag!),
                TenantHistory.ToWrite(new HistoryEntry(
                    now, by.Name, HistoryKind.InvoiceIgnored, [new("number", null, number), new("reason", null, why.Text)])),
            };
            batch.AddRange(await HeldRows.ChangesAsync(store, tenant.Id, was, next));
            batch.AddRange(await EndingsAsync(partition, was, next, open, cancellationToken));
            if (await store.WriteEndingAsync(partition, batch, cancellationToken) is WriteResult.Written)
            {
                return new ActionResult.Done(next);
            }
        }
    }

    /// <summary>A booking proven not to have been sent is dropped; one that may stand in the books is kept, to be looked up before anything else.</summary>
    private static Intent? KeptIntent(Invoice invoice) => invoice.Intent is { SentAt: not null } intent ? intent : null;

    /// <summary>
    /// The invoice as its latest event has it: when it is taken up again after all, it is that version and no older one. A booking that was sent
    /// stays what it was.
    /// </summary>
    private async Task<Invoice> LatestAsync(
        string partition, Invoice invoice, IReadOnlyList<OpenEvent> open, CancellationToken cancellationToken)
    {
        var ownKey = EventRows.OpenKeyOf(new Subject.Invoice(invoice.Number), invoice.OccurredAt, invoice.EventKey);
        return KeptIntent(invoice) is null
            && open is [.., var latest]
            && string.CompareOrdinal(latest.Row.Key, ownKey) > 0
            && await store.GetAsync(partition, EventRows.BodyKeyOf(latest.EventKey), cancellationToken) is { } body
            && reader.ReadStored(body.Values.ChunkedOrNull("body")) is PerfectviewEvent.InvoiceSent sent
                ? Invoice.From(sent.Invoice, latest.EventKey, sent.OccurredAt, invoice.FirstSeenAt) with { HeardAt = invoice.HeardAt }
                : invoice;
    }

    /// <summary>The writes that end the invoice's events: its own, the one it was before, and those that wait.</summary>
    private async Task<IReadOnlyList<RowWrite>> EndingsAsync(
        string partition, Invoice was, Invoice next, IReadOnlyList<OpenEvent> open, CancellationToken cancellationToken)
    {
        var batch = new List<RowWrite>();
        var keys = new[] { next.EventKey, was.EventKey }.Concat(open.Reverse().Take(MostOthers).Select(entry => entry.EventKey));
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
        {
            if (await store.GetAsync(partition, EventRows.KeyOf(key), cancellationToken) is { } row)
            {
                // With a booking that may stand in the books another version of it is for a person to see, as one that comes later would be.
                var isListed = next.Intent is not null && key != next.EventKey;
                var (state, reason) = isListed
                    ? (EventState.NeedsAttention, Reason.Of(ReasonCode.SetAsideByPerson))
                    : (EventState.Ignored, next.Reason);
                var ended = EventRows.Read(row).Ended(state, reason, next.ChangedAt);
                batch.AddRange(EventRows.Ending(ended, row, open.FirstOrDefault(entry => entry.EventKey == key)?.Row, isListed));
            }
        }

        return batch;
    }
}
