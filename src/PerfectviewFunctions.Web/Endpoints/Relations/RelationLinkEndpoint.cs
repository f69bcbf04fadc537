using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Relations;

/// <summary>Says which relation in the books it is, or that it is none of those found.</summary>
internal sealed class RelationLinkEndpoint(TenantStore tenants, RelationStore relations, RelationActions actions, RelationActed acted) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("RelationLink", HttpMethods.Post, Routes.RelationLink, Access.TenantManage);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        var (sent, problem) = await ApiBody.ReadAsync(request, RelationJson.Default.DebtorChoiceBody, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        if (sent.Faults() is { Count: > 0 } faults)
        {
            return Problem.Of(faults);
        }

        if (await request.FindRelationAsync(relations, tenant.Id, behind: 1, cancellationToken) is not { } relation)
        {
            return RelationRoute.NoSuchRelation;
        }

        var result = await actions.ChooseAsync(tenant, relation.Id, sent.ToChoice(), request.Caller().Actor, cancellationToken);
        return await acted.ToResultAsync(tenant, result, cancellationToken);
    }
}
