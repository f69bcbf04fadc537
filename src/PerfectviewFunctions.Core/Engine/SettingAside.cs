using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// Lets an invoice or relation wait that could not be worked on, for a fault of ours or a damaged row, and says so on it. Any of its rows may be the damaged
/// one: it stays as it is, and what can be read is set aside all the same.
/// </summary>
internal sealed class SettingAside(IRowStore store, CaseStore cases, TimeProvider time)
{
    public async Task SetAsideAsync(TenantId tenant, Subject subject)
    {
        var (partition, reason) = (Partition.Of(tenant), Reason.Of(ReasonCode.Unexpected));
        await foreach (var row in store.QueryPrefixAsync(partition, EventRows.OpenPrefixOf(subject), CancellationToken.None))
        {
            if (EventRows.ReadOpen(row) is { IsHeld: true })
            {
                continue;
            }

            try
            {
                await cases.PostponeAsync(tenant, EventRows.ReadOpen(row), reason, null);
            }
            catch (StaleWorkException)
            {
                // Another worker went on with it: it is his now.
                return;
            }
            catch (Exception exception) when (exception is not StoreUnavailableException)
            {
                await PostponeAloneAsync(row, subject);
            }
        }

        await (subject switch
        {
            Subject.Invoice invoice => TellAsync(partition, invoice.Number, reason),
            Subject.Relation relation => TellAsync(partition, relation, reason),
            _ => throw new InvalidOperationException("A subject of an unknown kind."),
        });
    }

    /// <summary>The event itself can't be read: only its place in the open list is moved, so that it is neither dropped nor tried every minute.</summary>
    private Task<string?> PostponeAloneAsync(Row row, Subject subject) => store.TryReplaceAsync(
        row,
        EventRows.ToOpenValues(row.Values.Text("event"), subject, time.GetUtcNow() + Backoff.Longest, row.Values.InstantOrNull("since")),
        CancellationToken.None);

    /// <summary>A relation that is held back keeps the reason for that.</summary>
    private async Task TellAsync(string partition, Subject.Relation subject, Reason reason)
    {
        if (await store.GetAsync(partition, RelationRows.KeyOf(subject.Id), CancellationToken.None) is not { } row)
        {
            return;
        }

        Relation relation;
        try
        {
            relation = RelationRows.Read(row);
        }
        catch (Exception exception) when (exception is not StoreUnavailableException)
        {
            // This is the damaged row; the log has told so already.
            return;
        }

        if (relation.State != RelationState.NeedsAttention)
        {
            var told = relation with { State = RelationState.Received, Reason = reason, ChangedAt = time.GetUtcNow() };
            await store.TryReplaceAsync(row, RelationRows.ToValues(told), CancellationToken.None);
        }
    }

    /// <summary>An invoice that has its result, or is held back, keeps the reason for that.</summary>
    private async Task TellAsync(string partition, string number, Reason reason)
    {
        if (await store.GetAsync(partition, InvoiceRows.KeyOf(number), CancellationToken.None) is not { } row)
        {
            return;
        }

        Invoice invoice;
        try
        {
            invoice = InvoiceRows.Read(row);
        }
        catch (Exception exception) when (exception is not StoreUnavailableException)
        {
            // This is the damaged row; the log has told so already.
            return;
        }

        if (invoice.State is InvoiceState.Received or InvoiceState.Booking or InvoiceState.Uncertain)
        {
            var told = TrailKeeping.Postponed(invoice, invoice with { Reason = reason }, null, time.GetUtcNow());
            await store.TryReplaceAsync(row, InvoiceRows.ToValues(told), CancellationToken.None);
        }
    }
}
