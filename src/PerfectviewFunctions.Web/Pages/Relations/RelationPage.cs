using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>One relation with all that is known of it.</summary>
internal sealed class RelationPage(RelationStore relations, HeldCards cards, TenantStandings standings) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.Relation, Access.TenantView);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var (tenant, texts) = (request.Tenant, request.Page.Texts);
        if (RelationAddress.Judge(request.Query[RelationAddress.Id]) is not { } id
            || await relations.FindAsync(tenant.Id, id, cancellationToken) is not { } relation)
        {
            return await request.NotThereAsync();
        }

        var standing = await standings.OfAsync(tenant, cancellationToken);
        var answer = RelationAnswer.Of(relation, tenant, standing);
        var link = RelationsPage.LinkOf(relation, tenant);
        var card = (await cards.OfAsync(tenant, [relation], cancellationToken))[0];
        return await request.ShowAsync<RelationView>(
            new PageHead(relation.Name.Length > 0 ? relation.Name : relation.Id, Section.Relations),
            new RelationModel(relation, link, card)
            {
                IsOn = tenant.Settings.RelationsOn,
                Reason = relation.Reason ?? (relation.State == RelationState.Received ? standing.Waits : null),
                NotCarriedOver = [.. (answer.NotCarriedOver ?? []).Select(note => texts.Of(note.Nl, note.En))],
                Overwritten = (link as DebtorLink.Linked)?.Overwritten ?? [],
                Fields = SaidField.AllOf(relation, texts),
            });
    }
}

/// <param name="Link">With the administration that the tenant books in now.</param>
/// <param name="Card">What may be done with it.</param>
public sealed record RelationModel(Relation Relation, DebtorLink? Link, HeldCard Card)
{
    /// <summary>Whether changes of relations are taken over at all.</summary>
    public bool IsOn { get; init; }

    /// <summary>Why it stands as it does, or what the whole tenant waits for.</summary>
    public Reason? Reason { get; init; }

    /// <summary>What of it does not stand in the books as Perfectview has it, and why.</summary>
    public IReadOnlyList<string> NotCarriedOver { get; init; } = [];

    public IReadOnlyList<Overwritten> Overwritten { get; init; } = [];

    public IReadOnlyList<SaidField> Fields { get; init; } = [];
}
