using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Intake;

/// <summary>
/// Puts the events of one request in the store, as if one after the other, in as few batches as may be: nearly all are new, and what is new goes in
/// together. A batch that is refused has written nothing; its events are then placed one by one.
/// </summary>
internal sealed class RequestDesk(EventDesk desk, TimeProvider time, IWorkWitness witness, ILogger<RequestDesk> logger)
{
    /// <returns>What stands in the store of each, in their order.</returns>
    public async Task<IReadOnlyList<PlacedEvent>> PlaceAsync(TenantId tenant, IReadOnlyList<EventRead> events, CancellationToken cancellationToken)
    {
        if (events is [var only])
        {
            return [await PlaceOneAsync(tenant, only, cancellationToken)];
        }

        var placed = new List<PlacedEvent>(events.Count);
        foreach (var run in EventRuns.Of(tenant, events, time))
        {
            if (run.Events.Count > 1 && await desk.PlaceNewAsync(tenant, run, cancellationToken) is { } together)
            {
                placed.AddRange(together);
                witness.Reached(WorkStep.EventStored);
                continue;
            }

            foreach (var arriving in run.Events)
            {
                placed.Add(await PlaceOneAsync(tenant, arriving.Read, cancellationToken));
            }
        }

        return placed;
    }

    private async Task<PlacedEvent> PlaceOneAsync(TenantId tenant, EventRead read, CancellationToken cancellationToken)
    {
        using var scope = LogScope.BeginEvent(logger, IdOf(read));
        var placed = await desk.PlaceAsync(tenant, read, cancellationToken);
        witness.Reached(WorkStep.EventStored);
        return placed;
    }

    private static string IdOf(EventRead read) => read switch
    {
        EventRead.Valid valid => valid.Event.Id,
        EventRead.Faulty { Facts.Id: { } id } => id,
        _ => "",
    };
}
