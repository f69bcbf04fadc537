using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Telemetry;

namespace PerfectviewFunctions.Core.Relations.Sync;

/// <summary>
/// Works on one relation under the lease: takes in what its events say, makes sure of its debtor, and has the card in the books say the same. All its
/// open events end together, since what counts is what all of them say.
/// </summary>
internal sealed partial class RelationWork(
    RelationCases cases,
    IEventReader reader,
    Debtors debtors,
    CardWriting cards,
    TimeProvider time,
    IWorkWitness witness,
    ILogger<RelationWork> logger)
{
    public async Task<WorkEnd> RunAsync(TenantPass pass, string id, CancellationToken cancellationToken)
    {
        if (await cases.LoadAsync(pass.Tenant.Id, id, cancellationToken) is not { } work || work.Open.All(entry => entry.DueAt > time.GetUtcNow()))
        {
            return new WorkEnd.Rest();
        }

        Spans.Here?.SetTag(Dimension.Event, work.Open[^1].EventKey);
        using var scope = LogScope.BeginEvent(logger, work.Open[^1].EventKey);
        if (!pass.Tenant.Settings.RelationsOn)
        {
            return await IgnoreAsync(work);
        }

        var facts = await MergeAsync(work, cancellationToken);
        var said = facts.ToDetails(id);
        work.Relation = work.Relation with { Facts = facts, Name = DebtorName.IsKnown(said) ? DebtorName.Of(said) : work.Relation.Name };
        return await StoreAsync(pass, work, await BringAsync(pass, work, said, cancellationToken));
    }

    /// <summary>Has the books say what Perfectview said.</summary>
    private async Task<DebtorResult> BringAsync(
        TenantPass pass, RelationCase work, DebtorDetails said, CancellationToken cancellationToken)
    {
        var link = work.Relation.LinkIn(pass.Administration);
        if (link is not (DebtorLink.Linked or DebtorLink.Creating) && !DebtorName.IsKnown(said))
        {
            // Of a relation that is gone, and that the books do not know, there is nothing to complete.
            return work.Relation.Facts.IsDeleted
                ? new DebtorResult.Known("")
                : new DebtorResult.HeldBack(Reason.Of(ReasonCode.RelationIncomplete, ("relation", work.Relation.Id)));
        }

        if (await debtors.ResolveAsync(pass, work, said, cancellationToken) is var found && found is not DebtorResult.Known)
        {
            return found;
        }

        var written = await cards.WriteAsync(pass, work, said, cancellationToken);
        if (written is not DebtorResult.Gone)
        {
            return written;
        }

        Log.Vanished(logger, pass.Tenant.Id.Value, work.Relation.Id);
        return await debtors.FindAgainAsync(pass, work, said) is var again && again is DebtorResult.Known
            ? await cards.WriteAsync(pass, work, said, cancellationToken)
            : again;
    }

    private async Task<WorkEnd> StoreAsync(TenantPass pass, RelationCase work, DebtorResult result)
    {
        switch (result)
        {
            case DebtorResult.Known:
                var stillDoubtful = work.Relation.LinkIn(pass.Administration) is DebtorLink.Doubtful && IsForAChoice(work.Relation);
                await cases.EndAsync(
                    work,
                    stillDoubtful ? work.Relation : work.Relation with { State = RelationState.Current, Reason = null },
                    EventState.Done,
                    reason: null);
                Spans.Here.Ended("updated");
                witness.Reached(WorkStep.RelationStored);
                Log.Current(logger, pass.Tenant.Id.Value, work.Relation.Id);
                return new WorkEnd.Rest();
            case DebtorResult.HeldBack held:
                Log.HeldBack(logger, pass.Tenant.Id.Value, work.Relation.Id, held.Reason.Code);
                await cases.HoldAsync(work, held.Reason);
                Spans.Here.Ended("needs-attention", held.Reason.Code);
                return new WorkEnd.Rest();
            case DebtorResult.Wait wait:
                await cases.RetryAsync(work, wait.Reason, wait.At);
                Spans.Here.Ended("retry", wait.Reason.Code);
                return new WorkEnd.Rest();
            case DebtorResult.Failed { Reason.Code: var code } when Refusal.ClassOf(code) == ErrorClass.Connection:
                return new WorkEnd.ConnectionRefused(code);
            case DebtorResult.Failed failed:
                await cases.RetryAsync(work, failed.Reason, null, failed.RetryAfter);
                Spans.Here.Ended("retry", failed.Reason.Code);
                return new WorkEnd.Rest();
            case DebtorResult.Gone:
                // Found by the list and not by its id: what the books say of it is not one thing yet.
                await cases.RetryAsync(work, Reason.Of(ReasonCode.Unexpected), null);
                return new WorkEnd.Rest();
            case DebtorResult.LeaseLost:
                return new WorkEnd.LeaseLost();
            default:
                throw new InvalidOperationException("A debtor result of an unknown kind.");
        }
    }

    /// <summary>The tenant wants no changes: what was said is not taken in, and who waits for a choice of debtor goes on waiting.</summary>
    private async Task<WorkEnd> IgnoreAsync(RelationCase work)
    {
        var reason = Reason.Of(ReasonCode.RelationsSwitchedOff);
        var next = work.Relation switch
        {
            { Links.Count: 0, IsSetAside: false } => work.Relation with { State = RelationState.Ignored, Reason = reason },
            var doubtful when IsForAChoice(doubtful) => doubtful,
            { IsSetAside: true } aside => aside,
            _ => work.Relation with { State = RelationState.Current, Reason = null },
        };
        await cases.EndAsync(work, next, EventState.Ignored, reason);
        Spans.Here.Ended("ignored", reason.Code);
        return new WorkEnd.Rest();
    }

    /// <summary>Whether somebody, be it an invoice alone, waits for a person to say which debtor it is.</summary>
    private static bool IsForAChoice(Relation relation) =>
        relation is { State: RelationState.NeedsAttention, Reason.Code: ReasonCode.DebtorAmbiguous };

    /// <summary>What the relation's events say, together with what was said before. Those that are held back were taken in as they were.</summary>
    private async Task<RelationFacts> MergeAsync(RelationCase work, CancellationToken cancellationToken)
    {
        var facts = work.Relation.Facts;
        foreach (var entry in work.Open.Where(entry => !entry.IsHeld))
        {
            var read = reader.ReadStored(await cases.ReadBodyAsync(work.Tenant, entry.EventKey, cancellationToken)) as PerfectviewEvent.RelationChanged
                ?? throw new InvalidDataException($"The event '{entry.EventKey}' is not about a relation.");
            facts = facts.With(read.Change, new Stamp(read.OccurredAt, read.Id));
        }

        return facts;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Relation {Relation} of {Tenant} stands in the books as Perfectview has it")]
        public static partial void Current(ILogger logger, string tenant, string relation);

        [LoggerMessage(2, LogLevel.Information, "Relation {Relation} of {Tenant} is held back: {Code}")]
        public static partial void HeldBack(ILogger logger, string tenant, string relation, string code);

        [LoggerMessage(3, LogLevel.Warning, "Relation {Relation} of {Tenant} is gone from the books and is looked for anew")]
        public static partial void Vanished(ILogger logger, string tenant, string relation);
    }
}
