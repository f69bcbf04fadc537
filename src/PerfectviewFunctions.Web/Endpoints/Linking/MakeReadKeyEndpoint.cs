using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>Makes a read key, or replaces it; the answer shows it this one time.</summary>
internal sealed class MakeReadKeyEndpoint(KeyDesk desk) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("MakeReadKey", HttpMethods.Post, Routes.ReadKey, Access.TenantManage);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (id, sent, problem) = await TenantAct.ReadAsync(request, LinkingJson.Default.EmptyBody, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        var (key, change) = await desk.MakeReadKeyAsync(id, request.Caller().Actor, cancellationToken);
        return key is not null
            ? Results.Json(new ReadKeyAnswer(key), LinkingJson.Default.ReadKeyAnswer)
            : LinkProblem.Of(change, request.HttpContext.Response);
    }
}
