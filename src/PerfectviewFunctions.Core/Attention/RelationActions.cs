using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Sync;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>
/// What a person does with relations that are held back. As for invoices no lease is needed: the relation's row is in every batch, so that a worker who
/// has it on his table fails at his next write, before he sends.
/// </summary>
public sealed class RelationActions
{
    private readonly RelationCases cases;
    private readonly RelationStore relations;
    private readonly HeldBackInvoices heldBack;
    private readonly InvoiceActions invoices;
    private readonly PromptWork work;
    private readonly TimeProvider time;

    internal RelationActions(
        RelationCases cases,
        RelationStore relations,
        HeldBackInvoices heldBack,
        InvoiceActions invoices,
        PromptWork work,
        TimeProvider time)
    {
        this.cases = cases;
        this.relations = relations;
        this.heldBack = heldBack;
        this.invoices = invoices;
        this.work = work;
        this.time = time;
    }

    /// <summary>Says which of the relations found in the books it is, or none, and has everything tried again that waited for that.</summary>
    public async Task<RelationActionResult> ChooseAsync(
        Tenant tenant, string id, DebtorChoice choice, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (tenant.State != TenantState.Linked || tenant.Administration is not { } administration)
            {
                return new RelationActionResult.Refused(Reason.Of(ReasonCode.NotLinked));
            }

            if (await cases.FindAsync(tenant.Id, id, cancellationToken) is not { } relation)
            {
                return new RelationActionResult.NotFound();
            }

            if (relation.Relation.LinkIn(administration) is not DebtorLink.Doubtful doubtful)
            {
                return new RelationActionResult.Refused(Reason.Of(ReasonCode.NoChoiceOpen, ("name", relation.Relation.Name)));
            }

            if (LinkFor(choice, doubtful) is not { } link)
            {
                return new RelationActionResult.Refused(Reason.Of(
                    ReasonCode.NoSuchCandidate,
                    ("code", (choice as DebtorChoice.Candidate)?.Code ?? ""),
                    ("candidates", string.Join(", ", doubtful.Candidates.Select(found => found.Code)))));
            }

            relation.Relation = relation.Relation.WithLink(administration, link);
            var entry = new HistoryEntry(
                time.GetUtcNow(),
                by.Name,
                HistoryKind.DebtorChosen,
                [new("relation", null, id), new("code", null, (link as DebtorLink.Linked)?.Code)]);
            if (await TryReleaseAsync(relation, entry))
            {
                return await WorkAsync(tenant, id, relation.Open.Count > 0, by: null, cancellationToken);
            }
        }
    }

    /// <summary>Has the events of a held-back relation, and the invoices that wait for it, tried again.</summary>
    public async Task<RelationActionResult> RetryAsync(Tenant tenant, string id, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (tenant.State != TenantState.Linked)
            {
                return new RelationActionResult.Refused(Reason.Of(ReasonCode.NotLinked));
            }

            if (await cases.FindAsync(tenant.Id, id, cancellationToken) is not { } relation)
            {
                return new RelationActionResult.NotFound();
            }

            var waits = relation.Open.Count > 0;
            if (!waits
                && relation.Relation.State != RelationState.NeedsAttention
                && (await WaitingForAsync(tenant.Id, id, cancellationToken)).Count == 0)
            {
                return new RelationActionResult.Refused(Reason.Of(ReasonCode.NothingToRetry, ("name", relation.Relation.Name)));
            }

            var entry = new HistoryEntry(time.GetUtcNow(), by.Name, HistoryKind.RelationRetried, [new("relation", null, id)]);
            if (!waits || await TryReleaseAsync(relation, entry))
            {
                return await WorkAsync(tenant, id, waits, by: waits ? null : by, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Sets the held-back changes of a relation aside. A later event of it, or a retry, takes them up again. Invoices that wait for it go on waiting,
    /// and a choice of debtor that is open stays open for them.
    /// </summary>
    public async Task<RelationActionResult> SetAsideAsync(
        Tenant tenant, string id, IgnoreReason why, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await cases.FindAsync(tenant.Id, id, cancellationToken) is not { } relation)
            {
                return new RelationActionResult.NotFound();
            }

            if (relation.Relation.State != RelationState.NeedsAttention || relation.Open.Count == 0)
            {
                return new RelationActionResult.Refused(Reason.Of(ReasonCode.NothingToSetAside, ("name", relation.Relation.Name)));
            }

            var now = time.GetUtcNow();
            var entry = new HistoryEntry(
                now, by.Name, HistoryKind.RelationSetAside, [new("relation", null, id), new("reason", null, why.Text)]);
            if (await TryWriteAsync(() => cases.SetAsideAsync(
                relation, why.ToReason(ReasonCode.RelationSetAside, by, now), TenantHistory.ToWrite(entry))))
            {
                return new RelationActionResult.Done(relation.Relation, []);
            }
        }
    }

    private DebtorLink? LinkFor(DebtorChoice choice, DebtorLink.Doubtful doubtful) => choice switch
    {
        DebtorChoice.New => new DebtorLink.Apart(),
        DebtorChoice.Candidate { Code: var code } =>
            doubtful.Candidates.FirstOrDefault(found => found.Code.Trim() == code.Trim()) is { } found
                ? new DebtorLink.Linked(found.Id, found.Code.Trim(), time.GetUtcNow())
                : null,
        _ => throw new InvalidOperationException("A choice of an unknown kind."),
    };

    private Task<bool> TryReleaseAsync(RelationCase relation, HistoryEntry entry) =>
        TryWriteAsync(() => cases.ReleaseAsync(relation, TenantHistory.ToWrite(entry)));

    /// <returns>False when a worker wrote meanwhile: what the person saw is looked at again.</returns>
    private static async Task<bool> TryWriteAsync(Func<Task> writeAsync)
    {
        try
        {
            await writeAsync();
            return true;
        }
        catch (StaleWorkException)
        {
            return false;
        }
    }

    /// <param name="by">Who retries the invoices; null when the history tells of it already.</param>
    private async Task<RelationActionResult> WorkAsync(
        Tenant tenant, string id, bool hasEvents, Actor? by, CancellationToken cancellationToken)
    {
        if (hasEvents)
        {
            await work.OnAsync(tenant, [new Subject.Relation(id)], cancellationToken);
        }

        var numbers = await WaitingForAsync(tenant.Id, id, cancellationToken);
        var results = numbers.Count > 0 ? await invoices.RetryHeldAsync(tenant, numbers, by, cancellationToken) : [];
        return await relations.FindAsync(tenant.Id, id, cancellationToken) is { } relation
            ? new RelationActionResult.Done(relation, results)
            : new RelationActionResult.NotFound();
    }

    /// <summary>The invoices that are held back since it is not certain which debtor this relation is; those that are so the longest.</summary>
    private async Task<IReadOnlyList<string>> WaitingForAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        [.. (await heldBack.WaitingForRelationsAsync(tenant, cancellationToken))[id].Take(InvoiceActions.MostAtOnce)];
}

/// <summary>Which relation in the books it is.</summary>
public abstract record DebtorChoice
{
    private DebtorChoice()
    {
    }

    /// <summary>One of those that were found, by its code in the books.</summary>
    public sealed record Candidate(string Code) : DebtorChoice;

    /// <summary>None of them: a new one is created.</summary>
    public sealed record New : DebtorChoice;
}

/// <summary>What became of what a person asked for a relation.</summary>
public abstract record RelationActionResult
{
    private RelationActionResult()
    {
    }

    /// <param name="Relation">As it stands now.</param>
    /// <param name="Invoices">What became of the invoices that waited for it.</param>
    public sealed record Done(Relation Relation, IReadOnlyList<RetryResult> Invoices) : RelationActionResult;

    /// <param name="Reason">Why it can't be done, and what can be.</param>
    public sealed record Refused(Reason Reason) : RelationActionResult;

    public sealed record NotFound : RelationActionResult;
}
