using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>Asks whether really each of these gets a new relation; only those are left that still wait for a choice.</summary>
internal sealed class CreateAllPage(RelationStore relations, HeldCards cards) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.RelationsCreate, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var found = new List<Relation>();
        foreach (var id in request.Query[RelationAddress.Id].OfType<string>().Distinct(StringComparer.Ordinal).Take(RelationsPage.MostCards))
        {
            if (RelationAddress.Judge(id) is not null && await relations.FindAsync(request.Tenant.Id, id, cancellationToken) is { } relation)
            {
                found.Add(relation);
            }
        }

        var held = await cards.OfAsync(request.Tenant, found, cancellationToken);
        return await request.ShowAsync<CreateAllView>(
            new PageHead(request.Page.Texts["relations.createAllTitle"], Section.Relations), new CreateAllModel([.. held.Where(card => card.CanChoose)]));
    }
}

public sealed record CreateAllModel(IReadOnlyList<HeldCard> Cards);
