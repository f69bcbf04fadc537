using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Endpoints;
using PerfectviewFunctions.Web.Endpoints.Linking;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Tenants;

/// <summary>The tenants that the reader may see, with their state. Somebody who has but one goes to it at once.</summary>
internal sealed class TenantsPage(VisibleTenants visible, ConnectionStates connections) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.Tenants, Access.Person);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!PageQuery.TryRead(request.Http, out var query, out _))
        {
            return await request.NotThereAsync();
        }

        var (page, next) = await query.TakeAsync(
            visible.ListAsync(request.Caller, query.After ?? "", cancellationToken), tenant => tenant.Id.Value, PageRoutes.Root);
        if (!request.Caller.IsOperator && page.Count == 1 && query.After is null)
        {
            return request.SeeOther(PageRoutes.Of(PageRoutes.Overview, page[0].Id));
        }

        var rows = new List<TenantRow>(page.Count);
        foreach (var tenant in page)
        {
            rows.Add(await RowAsync(tenant, cancellationToken));
        }

        return await request.ShowAsync<TenantsView>(
            new PageHead(request.Page.Texts["tenants.title"], Section.None), new TenantsModel(rows, next, query.After is not null));
    }

    private async Task<TenantRow> RowAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var connection = await connections.OfAsync(tenant, cancellationToken);
        return new TenantRow(
            tenant.Id,
            tenant.Settings.Name,
            tenant.State,
            tenant.State != TenantState.Linked ? Tone.Quiet : connection.Kind == ConnectionStateKind.Paused ? Tone.Bad : Tone.Good,
            connection.Kind != ConnectionStateKind.Paused);
    }
}

/// <param name="Next">The address of the next page.</param>
public sealed record TenantsModel(IReadOnlyList<TenantRow> Tenants, string? Next, bool HasEarlier);

/// <param name="Works">Whether the books take the credentials, as far as is known.</param>
public sealed record TenantRow(TenantId Id, string Name, TenantState State, Tone Tone, bool Works);
