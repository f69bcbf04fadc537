using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>
/// Makes an invoice due at once. No lease is needed: the invoice's row is in every batch, so that a worker who has loaded the invoice fails at his
/// next write, before he sends, and what he stored first is seen here and judged again.
/// </summary>
internal sealed class Reopening(IRowStore store, DueRows due, TimeProvider time)
{
    /// <param name="by">Who asked for it; null when it follows from another change.</param>
    /// <param name="isNamed">Whether that person asked for this very invoice: only he takes one up again that is ignored.</param>
    public async Task<ActionResult> ReopenAsync(Tenant tenant, string number, Actor? by, bool isNamed, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(tenant.Id);
        while (true)
        {
            if (await store.GetAsync(partition, InvoiceRows.KeyOf(number), cancellationToken) is not { } row)
            {
                return new ActionResult.NotFound();
            }

            var invoice = InvoiceRows.Read(row);
            if (AllowedActions.Of(invoice, tenant.State).NoRetry is { } reason)
            {
                return new ActionResult.Refused(reason);
            }

            if (!isNamed && invoice.State == InvoiceState.Ignored)
            {
                return new ActionResult.Refused(Reason.Of(ReasonCode.AlreadyIgnored));
            }

            if (await EventOfAsync(partition, invoice, cancellationToken) is not { } own)
            {
                return new ActionResult.Refused(Reason.Of(ReasonCode.EventGone));
            }

            var now = time.GetUtcNow();
            await due.AnnounceAsync(tenant.Id, now, cancellationToken);

            // Due already: whoever retries twice, or while it is worked on, gets in nobody's way.
            if (own.Event.State.IsOpen() && (own.Event.NextAt ?? now) <= now)
            {
                return new ActionResult.Done(invoice);
            }

            var next = TrailKeeping.Retried(invoice, Reopened(invoice, now), by?.Name, now);
            if (await store.WriteAsync(
                partition, await BatchAsync(tenant.Id, row, (invoice, next), own, now, cancellationToken), cancellationToken) is WriteResult.Written)
            {
                return new ActionResult.Done(next);
            }
        }
    }

    /// <summary>The invoice's own event; null when it, or what it takes to make a booking of it, is not kept any more.</summary>
    private async Task<(StoredEvent Event, Row Row)?> EventOfAsync(string partition, Invoice invoice, CancellationToken cancellationToken)
    {
        // A frozen booking needs its event no more.
        var needsBody = invoice.Intent is null;
        return await store.GetAsync(partition, EventRows.KeyOf(invoice.EventKey), cancellationToken) is { } row
            && (!needsBody || await store.GetAsync(partition, EventRows.BodyKeyOf(invoice.EventKey), cancellationToken) is not null)
                ? (EventRows.Read(row), row)
                : null;
    }

    /// <summary>Held back or ignored with a booking that was sent, it is uncertain again: nothing is sent before it was looked up.</summary>
    private static Invoice Reopened(Invoice invoice, DateTimeOffset now) => invoice switch
    {
        { State: not (InvoiceState.NeedsAttention or InvoiceState.Ignored) } => invoice,
        { Intent: null } => invoice with { State = InvoiceState.Received, Reason = null, IsDebtorDoubted = false },
        { Intent.SentAt: null } => invoice with { State = InvoiceState.Booking, Reason = null },

        // That the number was taken once holds no longer: whoever retries may have mended it in the books. The look-up tells.
        _ => invoice with
        {
            State = InvoiceState.Uncertain,
            Reason = Uncertain.Until(now),
            Intent = invoice.Intent with { DuplicateRefusedAt = null },
        },
    };

    private async Task<IReadOnlyList<RowWrite>> BatchAsync(
        TenantId tenant,
        Row row,
        (Invoice Was, Invoice Next) invoice,
        (StoredEvent Event, Row Row) own,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var wasOpen = own.Event.State.IsOpen();
        var reopened = own.Event with
        {
            State = EventState.Retry,
            NextAt = now,
            EndedAt = null,
            Reason = wasOpen ? own.Event.Reason : null,
            Attempts = wasOpen ? own.Event.Attempts : 0,
        };
        var openKey = EventRows.OpenKeyOf(new Subject.Invoice(invoice.Next.Number), invoice.Next.OccurredAt, own.Event.Key);
        var open = await store.GetAsync(row.Partition, openKey, cancellationToken);
        return
        [
            new RowWrite.Replace(row.Key, InvoiceRows.ToValues(invoice.Next), row.ETag!),
            new RowWrite.Replace(own.Row.Key, EventRows.ToValues(reopened), own.Row.ETag!),
            open is null
                ? new RowWrite.Insert(openKey, EventRows.ToOpenValues(reopened, since: now))
                : new RowWrite.Replace(openKey, EventRows.ToOpenValues(reopened, since: now), open.ETag!),
            .. await HeldRows.ChangesAsync(store, tenant, invoice.Was, invoice.Next),
        ];
    }
}
