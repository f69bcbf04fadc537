using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>Puts together what a person has to know to settle a relation. What may be done with it is told by the API's own answer.</summary>
internal sealed class HeldCards(HeldBackInvoices heldBack, InvoiceDebtors invoices, TenantStandings standings)
{
    public async Task<IReadOnlyList<HeldCard>> OfAsync(Tenant tenant, IReadOnlyList<Relation> relations, CancellationToken cancellationToken)
    {
        if (relations.Count == 0)
        {
            return [];
        }

        var waiting = relations.All(relation => relation.State == RelationState.Current)
            ? Array.Empty<string>().ToLookup(number => number)
            : await heldBack.WaitingForRelationsAsync(tenant.Id, cancellationToken);
        var standing = await standings.OfAsync(tenant, cancellationToken);
        var cards = new List<HeldCard>(relations.Count);
        foreach (var relation in relations)
        {
            IReadOnlyList<string> numbers = [.. waiting[relation.Id]];
            var said = await SaidAsync(tenant.Id, relation, numbers, cancellationToken);
            var actions = RelationAnswer.Of(relation, tenant, standing).Actions;
            cards.Add(new HeldCard(relation.Id, relation.Name, relation.ChangedAt, relation.Reason)
            {
                Said = said,
                Candidates = CandidatesOf(tenant, relation, said),
                Invoices = numbers,
                CanChoose = actions.Contains("link"),
                CanRetry = actions.Contains("retry"),
                CanSetAside = relation is { State: RelationState.NeedsAttention, Facts.Last: not null },
            });
        }

        return cards;
    }

    /// <summary>What its own events said, or else an invoice that waits for it.</summary>
    private async Task<DebtorDetails> SaidAsync(
        TenantId tenant, Relation relation, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        var said = relation.Facts.ToDetails(relation.Id);
        return DebtorName.Of(said).Length == 0 && numbers.Count > 0
            ? await invoices.FindAsync(tenant, numbers[0], cancellationToken) ?? said
            : said;
    }

    private static IReadOnlyList<HeldCandidate> CandidatesOf(Tenant tenant, Relation relation, DebtorDetails said) =>
        tenant.Administration is { } administration && relation.LinkIn(administration) is DebtorLink.Doubtful doubtful
            ? [.. doubtful.Candidates.Select(candidate => new HeldCandidate(candidate.Code.Trim(), candidate.Name, Likeness.Of(said, candidate)))]
            : [];
}

/// <summary>A relation that waits for a person.</summary>
/// <param name="Id">Perfectview's.</param>
/// <param name="Since">When it last changed.</param>
public sealed record HeldCard(string Id, string Name, DateTimeOffset Since, Reason? Reason)
{
    /// <summary>What Perfectview said of it.</summary>
    public required DebtorDetails Said { get; init; }

    public IReadOnlyList<HeldCandidate> Candidates { get; init; } = [];

    /// <summary>The numbers of the invoices that wait for it.</summary>
    public IReadOnlyList<string> Invoices { get; init; } = [];

    public bool CanChoose { get; init; }

    public bool CanRetry { get; init; }

    public bool CanSetAside { get; init; }
}

/// <param name="Code">In the books.</param>
public sealed record HeldCandidate(string Code, string Name, IReadOnlyList<Likeness> Facts);
