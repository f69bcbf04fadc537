using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Intake;

/// <summary>
/// What a verified webhook call does: every event is stored on its own, then worked on for as long as a caller may wait, then reported as it
/// stands in the store. Nothing is reported that is not durable.
/// </summary>
public sealed partial class EventIntake
{
    private readonly IRowStore store;
    private readonly TenantStore tenants;
    private readonly EventDesk desk;
    private readonly DueRows due;
    private readonly BookingEngine engine;
    private readonly TimeProvider time;
    private readonly EngineOptions options;
    private readonly IWorkWitness witness;
    private readonly ILogger<EventIntake> logger;

    internal EventIntake(
        IRowStore store,
        TenantStore tenants,
        EventDesk desk,
        DueRows due,
        BookingEngine engine,
        TimeProvider time,
        EngineOptions options,
        IWorkWitness witness,
        ILogger<EventIntake> logger)
    {
        this.store = store;
        this.tenants = tenants;
        this.desk = desk;
        this.due = due;
        this.engine = engine;
        this.time = time;
        this.options = options;
        this.witness = witness;
        this.logger = logger;
    }

    /// <summary>Takes in the events of one request of a linked tenant.</summary>
    /// <returns>An outcome per event, in their order; null when the tenant was retired meanwhile, so that nobody would ever work on them.</returns>
    public async Task<IReadOnlyList<EventOutcome>?> TakeAsync(
        Tenant tenant, IReadOnlyList<EventRead> events, CancellationToken cancellationToken)
    {
        if (events.Any(read => read is EventRead.Valid))
        {
            // Before the events, so that a process that dies in between leaves a tenant marked in vain and not an event forgotten.
            await due.AnnounceAsync(tenant.Id, time.GetUtcNow(), cancellationToken);
            witness.Reached(WorkStep.DueStored);
        }

        var placed = new List<PlacedEvent>(events.Count);
        foreach (var read in events)
        {
            placed.Add(await desk.PlaceAsync(tenant.Id, read, cancellationToken));
            witness.Reached(WorkStep.EventStored);
        }

        // Who retires a tenant looks for work after he wrote so, and this looks after the work is stored: one of the two sees the other.
        if (await tenants.IsRetiredAsync(tenant.Id, cancellationToken))
        {
            return null;
        }

        var open = placed.Where(place => place.Stored.State.IsOpen()).Select(place => place.Stored.InvoiceNumber!).Distinct().ToList();
        if (open.Count > 0 && tenant.Administration is { } administration)
        {
            await WorkAsync(administration, tenant.Id, open, cancellationToken);
        }

        var outcomes = new List<EventOutcome>(placed.Count);
        foreach (var place in placed)
        {
            var stored = place.Stored.State.IsOpen() ? await CurrentAsync(tenant.Id, place.Stored, cancellationToken) : place.Stored;
            outcomes.Add(EventOutcome.Of(stored, place.IsRepeated));
        }

        return outcomes;
    }

    /// <summary>The events are durable: trouble with the work on them is the minute timer's to repair, not the sender's.</summary>
    private async Task WorkAsync(
        AdministrationKey administration, TenantId tenant, IReadOnlyList<string> invoices, CancellationToken cancellationToken)
    {
        try
        {
            await engine.WorkAsync(administration, (tenant, invoices), options.RequestBudget, cancellationToken);
        }
#pragma warning disable CA1031 // Justification: whatever it is, it is logged, and the events are worked on within a minute.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception, tenant.Value);
        }
    }

    private async Task<StoredEvent> CurrentAsync(TenantId tenant, StoredEvent stored, CancellationToken cancellationToken) =>
        await store.GetAsync(Partition.Of(tenant), EventRows.KeyOf(stored.Key), cancellationToken) is { } row
            ? EventRows.Read(row)
            : stored;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The events of {Tenant} are stored, but the work on them stopped; the timer goes on")]
        public static partial void Failed(ILogger logger, Exception exception, string tenant);
    }
}

/// <summary>An event in the store: as it was just put there, or as it stood there already.</summary>
internal sealed record PlacedEvent(StoredEvent Stored, bool IsRepeated);
