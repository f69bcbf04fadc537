using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Relations;

/// <summary>Has a held-back relation, and the invoices that wait for it, tried again at once.</summary>
internal sealed class RelationRetryEndpoint(TenantStore tenants, RelationStore relations, RelationActions actions, RelationActed acted) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("RelationRetry", HttpMethods.Post, Routes.RelationRetry, Access.TenantManage);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        if (await ApiBody.FaultOfNothingAsync(request, cancellationToken) is { } problem)
        {
            return problem;
        }

        if (await request.FindRelationAsync(relations, tenant.Id, behind: 1, cancellationToken) is not { } relation)
        {
            return RelationRoute.NoSuchRelation;
        }

        var result = await actions.RetryAsync(tenant, relation.Id, request.Caller().Actor, cancellationToken);
        return await acted.ToResultAsync(tenant, result, cancellationToken);
    }
}
