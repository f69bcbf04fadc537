using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Retention;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>Counts what a bookkeeper looks at first. Never reads everything: each count stops at <see cref="Most"/>.</summary>
public sealed class OpenCounts(
    IRowStore store, HeldBackInvoices held, EventsForAttention events, RelationStore relations, TimeProvider time)
{
    public const int Most = 200;

    /// <summary>Places looked at where not every one counts.</summary>
    private const int MostLookedAt = 1000;

    /// <summary>The invoices that the link still has something to do for by itself.</summary>
    public async Task<Bounded> WaitingAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (numbers, lookedAt) = (new HashSet<string>(StringComparer.Ordinal), 0);
        await foreach (var row in store.QueryPrefixAsync(Partition.Of(tenant), EventRows.OpenPrefix, cancellationToken))
        {
            // Relations stand behind all invoices.
            if (EventRows.ReadOpen(row) is not { Subject: Subject.Invoice { Number: var number } } entry)
            {
                break;
            }

            if (numbers.Count == Most || ++lookedAt > MostLookedAt)
            {
                return new Bounded(numbers.Count, More: true);
            }

            if (!entry.IsHeld)
            {
                numbers.Add(number);
            }
        }

        return new Bounded(numbers.Count, More: false);
    }

    /// <summary>The invoices that were booked since midnight in the Netherlands.</summary>
    public async Task<Bounded> BookedTodayAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var midnight = DutchTime.StartOf(DutchTime.DateOf(time.GetUtcNow()));
        var (booked, lookedAt) = (0, 0);
        await foreach (var place in EndedRows.SinceAsync(store, Partition.Of(tenant), midnight, cancellationToken))
        {
            if (booked == Most || ++lookedAt > MostLookedAt)
            {
                return new Bounded(booked, More: true);
            }

            booked += EndedRows.InvoiceBookedIn(place) is null ? 0 : 1;
        }

        return new Bounded(booked, More: false);
    }

    /// <summary>What waits for a person.</summary>
    public async Task<AttentionCounts> AttentionAsync(TenantId tenant, CancellationToken cancellationToken) => new(
        await CountAsync(held.IndexAsync(tenant, null, cancellationToken)),
        await events.NewestAsync(tenant, Most, cancellationToken) is var (newest, more) ? new Bounded(newest.Count, more) : default,
        await CountAsync(relations.ListHeldAsync(tenant, null, cancellationToken)));

    private static async Task<Bounded> CountAsync<T>(IAsyncEnumerable<T> all)
    {
        var count = 0;
        await foreach (var _ in all)
        {
            if (count == Most)
            {
                return new Bounded(count, More: true);
            }

            count++;
        }

        return new Bounded(count, More: false);
    }
}

/// <param name="Invoices">Held back.</param>
/// <param name="Events">Messages that no invoice shows.</param>
/// <param name="Relations">Held back.</param>
public sealed record AttentionCounts(Bounded Invoices, Bounded Events, Bounded Relations)
{
    public Bounded Bookings => Invoices + Events;

    public Bounded All => Bookings + Relations;
}
