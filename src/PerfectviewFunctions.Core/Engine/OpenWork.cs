using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>What is left to do for a tenant.</summary>
internal sealed class OpenWork(IRowStore store, Connections connections, TenantStore tenants, TimeProvider time)
{
    private static readonly TimeSpan UnlinkedRest = TimeSpan.FromHours(1);

    public async IAsyncEnumerable<OpenEvent> ListAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.QueryPrefixAsync(Partition.Of(tenant), EventRows.OpenPrefix, cancellationToken))
        {
            yield return EventRows.ReadOpen(row);
        }
    }

    /// <summary>When the tenant's next work is due; null when it has none.</summary>
    public async Task<DateTimeOffset?> NextAtAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        DateTimeOffset? next = null;
        await foreach (var entry in ListAsync(tenant, cancellationToken))
        {
            if (!entry.IsHeld)
            {
                next = next is null || entry.DueAt < next ? entry.DueAt : next;
            }
        }

        if (next is null)
        {
            return null;
        }

        var rest = await tenants.FindAsync(tenant, cancellationToken) is { State: TenantState.Linked }
            ? (await connections.PauseOfAsync(tenant, cancellationToken))?.ProbeAt
            : time.GetUtcNow() + UnlinkedRest;
        return rest > next ? rest : next;
    }
}
