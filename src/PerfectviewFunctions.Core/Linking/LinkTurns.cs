using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>Takes what a change of a link needs for itself: the turn at the tenant, the lease of an administration.</summary>
internal sealed class LinkTurns(IRowStore store, TimeProvider time, EngineOptions options)
{
    public Task<LinkTurn?> TakeAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Patience.ForAsync(() => LinkTurn.TryTakeAsync(store, time, tenant, cancellationToken), time, cancellationToken);

    /// <summary>While it is held no worker stores an intent in that administration.</summary>
    public Task<WorkLease?> LeaseAsync(AdministrationKey administration, CancellationToken cancellationToken) =>
        Patience.ForAsync(() => WorkLease.TryTakeAsync(store, time, options, administration, cancellationToken), time, cancellationToken);
}
