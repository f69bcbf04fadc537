using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>The tenants that the caller may see, by id, in pages. An operator sees all, retired ones too.</summary>
internal sealed class TenantsEndpoint(VisibleTenants visible, TenantAnswers answers) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Tenants", HttpMethods.Get, Routes.Tenants, Access.Person);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PageQuery.TryRead(request, out var query, out var problem))
        {
            return problem;
        }

        var (page, next) = await query.TakeAsync(
            visible.ListAsync(request.Caller(), query.After ?? "", cancellationToken), tenant => tenant.Id.Value, $"/{Routes.Tenants}");
        var shown = new List<TenantAnswer>(page.Count);
        foreach (var tenant in page)
        {
            shown.Add(await answers.OfAsync(tenant, cancellationToken));
        }

        return Results.Json(new TenantListAnswer(shown, next), LinkingJson.Default.TenantListAnswer);
    }
}
