using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Intake;

/// <summary>
/// What a verified webhook call does: every event is stored, then worked on for as long as a caller may wait, then reported as it
/// stands in the store. Nothing is reported that is not durable.
/// </summary>
public sealed class EventIntake
{
    private readonly IRowStore store;
    private readonly TenantStore tenants;
    private readonly EventDesk desk;
    private readonly RequestDesk requests;
    private readonly DueRows due;
    private readonly PromptWork work;
    private readonly TimeProvider time;
    private readonly IWorkWitness witness;
    private readonly Measures measures;
    private readonly ILogger<EventIntake> logger;

    internal EventIntake(
        IRowStore store,
        TenantStore tenants,
        EventDesk desk,
        RequestDesk requests,
        DueRows due,
        PromptWork work,
        TimeProvider time,
        IWorkWitness witness,
        Measures measures,
        ILogger<EventIntake> logger)
    {
        this.store = store;
        this.tenants = tenants;
        this.desk = desk;
        this.requests = requests;
        this.due = due;
        this.work = work;
        this.time = time;
        this.witness = witness;
        this.measures = measures;
        this.logger = logger;
    }

    /// <summary>Takes in the events of one request of a linked tenant.</summary>
    /// <returns>An outcome per event, in their order; null when the tenant was retired meanwhile, so that nobody would ever work on them.</returns>
    public async Task<IReadOnlyList<EventOutcome>?> TakeAsync(
        Tenant tenant, IReadOnlyList<EventRead> events, CancellationToken cancellationToken)
    {
        using var span = Spans.BeginIntake(tenant.Id, events.Count);
        using var scope = LogScope.Begin(logger, tenant.Id);
        if (events.Any(read => read is EventRead.Valid))
        {
            // Before the events, so that a process that dies in between leaves a tenant marked in vain and not an event forgotten.
            await due.AnnounceAsync(tenant.Id, time.GetUtcNow(), cancellationToken);
            witness.Reached(WorkStep.DueStored);
        }

        var placed = await requests.PlaceAsync(tenant.Id, events, cancellationToken);

        // Who retires a tenant looks for work after he wrote so, and this looks after the work is stored: one of the two sees the other.
        if (await tenants.IsRetiredAsync(tenant.Id, cancellationToken))
        {
            return null;
        }

        // Relations first: an invoice of the same call finds its debtor as Perfectview has it.
        var open = placed.Where(place => place.Stored.State.IsOpen())
            .Select(place => place.Stored.Subject!)
            .Distinct()
            .OrderBy(subject => subject is not Subject.Relation)
            .ToList();
        var isWorkedOn = await work.OnAsync(tenant, open, cancellationToken);

        var outcomes = new List<EventOutcome>(placed.Count);
        foreach (var place in placed)
        {
            var stored = isWorkedOn && place.Stored.State.IsOpen() ? await CurrentAsync(tenant.Id, place.Stored, cancellationToken) : place.Stored;
            var outcome = EventOutcome.Of(stored, place.IsRepeated);
            measures.EventAnswered(stored.Type, outcome.Kind);
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    /// <summary>Whether each of these was taken in before, so that all of them are duplicates. Changes nothing.</summary>
    public Task<bool> KnowsAllAsync(Tenant tenant, IReadOnlyList<EventRead> events, CancellationToken cancellationToken) =>
        desk.KnowsAllAsync(tenant.Id, events, cancellationToken);

    private async Task<StoredEvent> CurrentAsync(TenantId tenant, StoredEvent stored, CancellationToken cancellationToken) =>
        await store.GetAsync(Partition.Of(tenant), EventRows.KeyOf(stored.Key), cancellationToken) is { } row
            ? EventRows.Read(row)
            : stored;
}
