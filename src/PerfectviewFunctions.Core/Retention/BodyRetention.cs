using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Retention;

/// <summary>
/// Deletes the bodies of events that ended as many days ago as their tenant keeps them. Hash and facts stay, so a repeated delivery is still known,
/// and so does the body of whatever is open or needs a person.
/// </summary>
internal sealed partial class BodyRetention(IRowStore store, TenantStore tenants, TimeProvider time, ILogger<BodyRetention> logger)
{
    /// <summary>Bodies of one tenant in one run.</summary>
    public const int MostPerTenant = 500;

    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan Unfinished = TimeSpan.FromHours(1);

    private DateTimeOffset nextAt = DateTimeOffset.MinValue;

    /// <summary>Runs once a day, and an hour after a run that left something.</summary>
    public async Task RunIfDueAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() >= nextAt)
        {
            var isFinished = await RunAsync(cancellationToken);
            nextAt = time.GetUtcNow() + (isFinished ? Daily : Unfinished);
        }
    }

    /// <summary>One run over all tenants, retired ones too; what goes wrong is logged and left for a later one.</summary>
    /// <returns>Whether nothing was left.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var isFinished = true;
        try
        {
            await foreach (var tenant in tenants.ListAsync(cancellationToken))
            {
                isFinished &= await RunApartAsync(tenant, cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception);
            return false;
        }

        return isFinished;
    }

    /// <summary>One tenant's trouble is not another's, not even a store that fails for its partition alone.</summary>
    private async Task<bool> RunApartAsync(TenantId id, CancellationToken cancellationToken)
    {
        try
        {
            return await tenants.FindAsync(id, cancellationToken) is not { } tenant || await RunForAsync(tenant, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.TenantFailed(logger, exception, id.Value);
            return false;
        }
    }

    private async Task<bool> RunForAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow().AddDays(-tenant.Settings.RetentionDays);
        var places = new List<Row>();
        await foreach (var place in EndedRows.UntilAsync(store, Partition.Of(tenant.Id), until, cancellationToken))
        {
            places.Add(place);
            if (places.Count == MostPerTenant)
            {
                break;
            }
        }

        var deleted = 0;
        foreach (var place in places)
        {
            deleted += await DeleteApartAsync(tenant.Id, place, until, cancellationToken) ? 1 : 0;
        }

        if (deleted > 0)
        {
            Log.Deleted(logger, deleted, tenant.Id.Value, tenant.Settings.RetentionDays);
        }

        return places.Count < MostPerTenant;
    }

    /// <summary>A damaged row stays where it is and keeps none that ended later.</summary>
    private async Task<bool> DeleteApartAsync(TenantId tenant, Row place, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            return await DeleteAsync(place, until, cancellationToken);
        }
        catch (Exception exception) when (exception is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            Log.EventFailed(logger, exception, place.Key, tenant.Value);
            return false;
        }
    }

    /// <returns>Whether a body was deleted: not if the event was opened again since, or its body is gone already.</returns>
    private async Task<bool> DeleteAsync(Row place, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var key = EndedRows.EventIn(place);
        var stored = await store.GetAsync(place.Partition, EventRows.KeyOf(key), cancellationToken);
        var body = stored is not null && EventRows.Read(stored).HasEndedBy(until)
            ? await store.GetAsync(place.Partition, EventRows.BodyKeyOf(key), cancellationToken)
            : null;
        if (body is null)
        {
            await store.TryDeleteAsync(place, cancellationToken);
            return false;
        }

        return await store.WriteAsync(
            place.Partition,
            [
                new RowWrite.Delete(place.Key, place.ETag!),
                new RowWrite.Delete(body.Key, body.ETag!),

                // Written as it is: so whoever opens the event again meanwhile either prevents this, or fails and sees that the body is gone.
                new RowWrite.Replace(stored!.Key, stored.Values, stored.ETag!),
            ],
            cancellationToken) is WriteResult.Written;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Deleted the bodies of {Count} events of {Tenant} that ended {Days} or more days ago")]
        public static partial void Deleted(ILogger logger, int count, string tenant, int days);

        [LoggerMessage(2, LogLevel.Error, "The bodies of ended events can't be deleted; an hour later goes on")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(3, LogLevel.Error, "The bodies of ended events of {Tenant} can't be deleted; an hour later goes on")]
        public static partial void TenantFailed(ILogger logger, Exception exception, string tenant);

        [LoggerMessage(4, LogLevel.Error, "The body of an ended event ({Place}) of {Tenant} can't be deleted")]
        public static partial void EventFailed(ILogger logger, Exception exception, string place, string tenant);
    }
}
