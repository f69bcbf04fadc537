using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Relations;

/// <summary>One relation with all that is known of it.</summary>
internal sealed class RelationEndpoint(TenantStore tenants, RelationStore relations, TenantStandings standings) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Relation", HttpMethods.Get, Routes.Relation, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        return await request.FindRelationAsync(relations, tenant.Id, behind: 0, cancellationToken) is { } relation
            ? Results.Json(
                RelationAnswer.Of(relation, tenant, await standings.OfAsync(tenant, cancellationToken)), RelationJson.Default.RelationAnswer)
            : RelationRoute.NoSuchRelation;
    }
}
