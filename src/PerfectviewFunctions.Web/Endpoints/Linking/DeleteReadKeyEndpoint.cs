using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>Ends a tenant's read key; fine when there is none.</summary>
internal sealed class DeleteReadKeyEndpoint(KeyDesk desk) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("DeleteReadKey", HttpMethods.Delete, Routes.ReadKey, Access.TenantManage);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!TenantId.TryParse(request.RouteValues["tenant"] as string, out var id))
        {
            return Problem.NoSuchTenant;
        }

        var change = await desk.DeleteReadKeyAsync(id, request.Caller().Actor, cancellationToken);
        return change is LinkChange.Done ? Results.NoContent() : LinkProblem.Of(change, request.HttpContext.Response);
    }
}
