using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>Ends a link; what waits, waits for it to come back.</summary>
internal sealed class UnlinkEndpoint(LinkDesk desk, TenantAnswers answers) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Unlink", HttpMethods.Post, Routes.Unlink, Access.TenantManage);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (id, sent, problem) = await TenantAct.ReadAsync(request, LinkingJson.Default.EmptyBody, cancellationToken);
        return sent is null
            ? problem!
            : await answers.ToResultAsync(
                await desk.UnlinkAsync(id, request.Caller().Actor, cancellationToken), request.HttpContext.Response, cancellationToken);
    }
}
