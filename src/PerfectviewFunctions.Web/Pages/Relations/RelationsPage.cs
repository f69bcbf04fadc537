using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Endpoints;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>
/// The relations that wait for a person, and below them all relations; with <c>?wacht=true</c> only the first, in pages. A search by Perfectview's id
/// leads to the relation at once.
/// </summary>
internal sealed class RelationsPage(RelationStore relations, HeldBackInvoices heldBack, HeldCards cards) : IPage
{
    /// <summary>Each has a table of its own.</summary>
    public const int MostCards = 20;

    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.Relations, Access.TenantView);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!PageQuery.TryRead(request.Http, out var query, out _))
        {
            return await request.NotThereAsync();
        }

        var tenant = request.Tenant;
        var (search, missed) = (request.Query[RelationAddress.Id].ToString().Trim(), false);
        if (search.Length > 0)
        {
            if (RelationAddress.Judge(search) is { } id && await relations.FindAsync(tenant.Id, id, cancellationToken) is not null)
            {
                return request.SeeOther(RelationAddress.Of(tenant.Id, id));
            }

            missed = true;
        }

        var model = request.Query["wacht"] == "true"
            ? await HeldAsync(tenant, query with { Limit = MostCards }, cancellationToken) with { OnlyHeld = true }
            : await AllAsync(tenant, query, cancellationToken);
        return await request.ShowAsync<RelationsView>(
            new PageHead(request.Page.Texts[model.OnlyHeld ? "relations.heldTitle" : "relations.title"], Section.Relations),
            model with { IsOn = tenant.Settings.RelationsOn, Search = search, Missed = missed },
            missed ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private async Task<RelationsModel> HeldAsync(Tenant tenant, PageQuery query, CancellationToken cancellationToken)
    {
        var (held, next) = await query.TakeAsync(
            relations.ListHeldAsync(tenant.Id, query.After, cancellationToken),
            RelationStore.PlaceOf,
            PageRoutes.Of(PageRoutes.Relations, tenant.Id) + "?wacht=true");
        if (query.After is null)
        {
            held = [.. await AsideAsync(tenant, cancellationToken), .. held];
        }

        return new RelationsModel { Held = await cards.OfAsync(tenant, held, cancellationToken), NextHeld = next, HasEarlier = query.After is not null };
    }

    /// <summary>Those whose own change was set aside, and that an invoice waits for all the same: without a choice it stays where it is.</summary>
    private async Task<IReadOnlyList<Relation>> AsideAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var aside = new List<Relation>();
        var waiting = await heldBack.WaitingForRelationsAsync(tenant.Id, cancellationToken);
        foreach (var id in waiting.Select(invoices => invoices.Key).Take(InvoiceActions.MostAtOnce))
        {
            if (await relations.FindAsync(tenant.Id, id, cancellationToken) is { IsSetAside: true } relation)
            {
                aside.Add(relation);
            }
        }

        return aside;
    }

    /// <summary>Those that wait stand on the first page only.</summary>
    private async Task<RelationsModel> AllAsync(Tenant tenant, PageQuery query, CancellationToken cancellationToken)
    {
        var held = query.After is null
            ? await HeldAsync(tenant, new PageQuery(MostCards, null), cancellationToken)
            : new RelationsModel { HasEarlier = true };
        var (page, next) = await query.TakeAsync(
            relations.ListAsync(tenant.Id, query.After, cancellationToken), RelationStore.PlaceOf, PageRoutes.Of(PageRoutes.Relations, tenant.Id));
        return held with { Rows = [.. page.Select(relation => new RelationRow(relation, LinkOf(relation, tenant)))], Next = next };
    }

    public static DebtorLink? LinkOf(Relation relation, Tenant tenant) =>
        tenant.Administration is { } administration ? relation.LinkIn(administration) : null;
}

public sealed record RelationsModel
{
    /// <summary>Whether changes of relations are taken over at all.</summary>
    public bool IsOn { get; init; }

    public string Search { get; init; } = "";

    /// <summary>Whether there is no relation with the id that was searched for.</summary>
    public bool Missed { get; init; }

    /// <summary>Whether only those are asked for that wait.</summary>
    public bool OnlyHeld { get; init; }

    public IReadOnlyList<HeldCard> Held { get; init; } = [];

    /// <summary>The address of more of them.</summary>
    public string? NextHeld { get; init; }

    public IReadOnlyList<RelationRow> Rows { get; init; } = [];

    public string? Next { get; init; }

    public bool HasEarlier { get; init; }
}

/// <param name="Link">With the administration that the tenant books in now.</param>
public sealed record RelationRow(Relation Relation, DebtorLink? Link);
