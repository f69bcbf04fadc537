using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>Retires a tenant that is not linked and has nothing waiting.</summary>
internal sealed class RetireEndpoint(TenantDesk desk, TenantAnswers answers) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Retire", HttpMethods.Post, Routes.Retire, Access.Operator);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (id, sent, problem) = await TenantAct.ReadAsync(request, LinkingJson.Default.EmptyBody, cancellationToken);
        return sent is null
            ? problem!
            : await answers.ToResultAsync(
                await desk.RetireAsync(id, request.Caller().Actor, cancellationToken), request.HttpContext.Response, cancellationToken);
    }
}
