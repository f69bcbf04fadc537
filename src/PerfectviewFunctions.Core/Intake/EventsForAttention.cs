using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Intake;

/// <summary>
/// The events that no invoice shows and a person has to see: those that did not keep the contract, since a sender reads any 2xx as done, and those
/// that say otherwise about a booked invoice.
/// </summary>
public sealed class EventsForAttention(IRowStore store, InvoiceStore invoices)
{
    /// <summary>Places looked at for <see cref="NewestAsync"/>: those of superseded events stay.</summary>
    private const int MostLookedAt = 1000;

    /// <summary>Newest first, without refused events that a later event of the same invoice has superseded.</summary>
    /// <param name="after">The place after which to go on: <see cref="PlaceOf"/> the last one of the page before; null for the start.</param>
    public async IAsyncEnumerable<StoredEvent> ListAsync(
        TenantId tenant, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var place in store.QueryPageAsync(Partition.Of(tenant), EventRows.AttentionPrefix, after, cancellationToken))
        {
            if (await AtAsync(tenant, place, cancellationToken) is { } stored)
            {
                yield return stored;
            }
        }
    }

    /// <summary>The newest of them, found without looking through all that was superseded.</summary>
    /// <returns>At most so many, and whether there are, or may be, more.</returns>
    public async Task<(IReadOnlyList<StoredEvent> Events, bool More)> NewestAsync(TenantId tenant, int most, CancellationToken cancellationToken)
    {
        var (events, lookedAt) = (new List<StoredEvent>(), 0);
        await foreach (var place in store.QueryPrefixAsync(Partition.Of(tenant), EventRows.AttentionPrefix, cancellationToken))
        {
            if (++lookedAt > MostLookedAt)
            {
                return (events, true);
            }

            if (await AtAsync(tenant, place, cancellationToken) is not { } stored)
            {
                continue;
            }

            if (events.Count == most)
            {
                return (events, true);
            }

            events.Add(stored);
        }

        return (events, false);
    }

    /// <summary>One event of the list, by its key; null when it is not, or no longer, in it.</summary>
    public async Task<StoredEvent?> FindAsync(TenantId tenant, string eventKey, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(tenant);
        return await store.GetAsync(partition, EventRows.KeyOf(eventKey), cancellationToken) is { } row
            && EventRows.Read(row) is { State: EventState.Refused or EventState.NeedsAttention } stored
            && await store.GetAsync(partition, EventRows.AttentionKeyOf(stored), cancellationToken) is not null
                ? stored
                : null;
    }

    /// <summary>The place of an event in the list, as opaque text for a next page.</summary>
    public static string PlaceOf(StoredEvent stored) => EventRows.AttentionKeyOf(stored)[EventRows.AttentionPrefix.Length..];

    /// <summary>The event in a place of the list; null when nobody has to see it any more.</summary>
    private async Task<StoredEvent?> AtAsync(TenantId tenant, Row place, CancellationToken cancellationToken) =>
        await store.GetAsync(Partition.Of(tenant), EventRows.KeyOf(place.Values.Text("event")), cancellationToken) is { } row
        && EventRows.Read(row) is { State: EventState.Refused or EventState.NeedsAttention } stored
        && !await IsSupersededAsync(tenant, stored, cancellationToken)
            ? stored
            : null;

    /// <summary>Whether the invoice of a refused event was taken in later, or another event of it was.</summary>
    private async Task<bool> IsSupersededAsync(TenantId tenant, StoredEvent stored, CancellationToken cancellationToken) =>
        stored is { State: EventState.Refused, InvoiceNumber: { } number }
        && await invoices.FindAsync(tenant, number, cancellationToken) is { } invoice
        && (invoice.HeardAt > stored.ReceivedAt
            || (await store.GetAsync(Partition.Of(tenant), EventRows.KeyOf(invoice.EventKey), cancellationToken) is { } current
                && current.Values.Instant("receivedAt") > stored.ReceivedAt));
}
