using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Intake;

/// <summary>The events that did not keep the contract: a sender reads any 2xx as done, so they must be seen here.</summary>
public sealed class RefusedEvents(IRowStore store, InvoiceStore invoices)
{
    /// <summary>Refused events that no later valid event of the same invoice has superseded, newest first.</summary>
    public async IAsyncEnumerable<StoredEvent> ListAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = Partition.Of(tenant);
        await foreach (var place in store.QueryPrefixAsync(partition, EventRows.RefusedPrefix, cancellationToken))
        {
            if (await store.GetAsync(partition, EventRows.KeyOf(place.Values.Text("event")), cancellationToken) is { } row
                && EventRows.Read(row) is { State: EventState.Refused } refused
                && !await IsSupersededAsync(tenant, refused, cancellationToken))
            {
                yield return refused;
            }
        }
    }

    /// <summary>Whether the invoice of a refused event was taken in later, or another event of it was.</summary>
    private async Task<bool> IsSupersededAsync(TenantId tenant, StoredEvent refused, CancellationToken cancellationToken) =>
        refused.InvoiceNumber is { } number
        && await invoices.FindAsync(tenant, number, cancellationToken) is { } invoice
        && (invoice.HeardAt > refused.ReceivedAt
            || (await store.GetAsync(Partition.Of(tenant), EventRows.KeyOf(invoice.EventKey), cancellationToken) is { } current
                && current.Values.Instant("receivedAt") > refused.ReceivedAt));
}
