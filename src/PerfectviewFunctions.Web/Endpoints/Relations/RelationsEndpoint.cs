using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Relations;

/// <summary>The relations of a tenant by id, in pages; with <c>?held=true</c> only those that wait for a person.</summary>
internal sealed class RelationsEndpoint(TenantStore tenants, RelationStore relations, TenantStandings standings) : IEndpoint
{
    private const string Held = "held";

    public EndpointDefinition Definition { get; } = new("Relations", HttpMethods.Get, Routes.Relations, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PageQuery.TryRead(request, out var query, out var problem))
        {
            return problem;
        }

        var isHeld = request.Query.TryGetValue(Held, out var held);
        if (isHeld && held != "true")
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "The value of held is true, for those that wait for a person; leave held out for all.");
        }

        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        var address = $"/api/tenants/{tenant.Id.Value}/relations";
        var (page, next) = isHeld
            ? await query.TakeAsync(relations.ListHeldAsync(tenant.Id, query.After, cancellationToken), RelationStore.PlaceOf, $"{address}?{Held}=true")
            : await query.TakeAsync(relations.ListAsync(tenant.Id, query.After, cancellationToken), RelationStore.PlaceOf, address);
        var standing = await standings.OfAsync(tenant, cancellationToken);
        return Results.Json(
            new RelationListAnswer([.. page.Select(relation => RelationAnswer.ShortOf(relation, tenant, standing))], next),
            RelationJson.Default.RelationListAnswer);
    }
}
