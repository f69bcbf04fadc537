using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>
/// Counts what waits of a tenant, and since when. The lists by number say nothing of age, so they are read whole, as the minute timer reads the open one:
/// a thousand places are one question to the store. What takes a question for each place ends after <see cref="MostAskedFor"/>.
/// </summary>
internal sealed class TenantStock(IRowStore store, EventsForAttention events)
{
    /// <summary>Places that are looked at one by one, of each kind.</summary>
    public const int MostAskedFor = 1000;

    /// <summary>The invoices and relations that the link still has something to do for by itself.</summary>
    public async Task<Stock> WaitingAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (subjects, oldest, asked) = (new HashSet<Subject>(), Stock.None, 0);
        await foreach (var row in store.QueryPrefixAsync(Partition.Of(tenant), EventRows.OpenPrefix, cancellationToken))
        {
            if (EventRows.ReadOpen(row) is not { IsHeld: false } entry)
            {
                continue;
            }

            subjects.Add(entry.Subject);
            var since = entry.Since ?? (asked++ < MostAskedFor ? await ReceivedAtAsync(tenant, entry, cancellationToken) : entry.DueAt);
            oldest = oldest.With(since);
        }

        return oldest with { Count = subjects.Count };
    }

    /// <summary>The invoices, events and relations that wait for a person.</summary>
    public async Task<Stock> AttentionAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await HeldInvoicesAsync(tenant, cancellationToken))
            .With(await HeldRelationsAsync(tenant, cancellationToken))
            .With(await EventsAsync(tenant, cancellationToken));

    private async Task<Stock> HeldInvoicesAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var held = Stock.None;
        await foreach (var row in store.QueryPrefixAsync(Partition.Of(tenant), HeldRows.Prefix, cancellationToken))
        {
            held = held.With(HeldRows.Read(row).Since);
        }

        return held;
    }

    private async Task<Stock> HeldRelationsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (held, asked) = (Stock.None, 0);
        await foreach (var row in store.QueryPrefixAsync(Partition.Of(tenant), RelationRows.HeldPrefix, cancellationToken))
        {
            // A place of an earlier version does not say it, and one that was settled since is passed over.
            var since = row.Values.InstantOrNull("since")
                ?? (asked++ < MostAskedFor ? await ChangedAtAsync(tenant, row.Values.Text("relation"), cancellationToken) : null);
            held = since is { } at ? held.With(at) : held;
        }

        return held;
    }

    /// <summary>Newest first, and each is asked for by itself: with more places than are looked at, the oldest of those that were is what is told.</summary>
    private async Task<Stock> EventsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (newest, _) = await events.NewestAsync(tenant, MostAskedFor, cancellationToken);
        return newest.Aggregate(Stock.None, (stock, stored) => stock.With(stored.EndedAt ?? stored.ReceivedAt));
    }

    private async Task<DateTimeOffset> ReceivedAtAsync(TenantId tenant, OpenEvent entry, CancellationToken cancellationToken) =>
        await store.GetAsync(Partition.Of(tenant), EventRows.KeyOf(entry.EventKey), cancellationToken) is { } row
            ? row.Values.Instant("receivedAt")
            : entry.DueAt;

    private async Task<DateTimeOffset?> ChangedAtAsync(TenantId tenant, string relation, CancellationToken cancellationToken) =>
        await store.GetAsync(Partition.Of(tenant), RelationRows.KeyOf(relation), cancellationToken) is { } row
            ? row.Values.Instant("changedAt")
            : null;
}
