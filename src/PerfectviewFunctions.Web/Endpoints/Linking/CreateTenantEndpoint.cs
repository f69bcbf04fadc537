using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>Makes a tenant, not linked yet.</summary>
internal sealed class CreateTenantEndpoint(TenantDesk desk, TenantAnswers answers) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("CreateTenant", HttpMethods.Post, Routes.Tenants, Access.Operator);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (sent, problem) = await ApiBody.ReadAsync(request, LinkingJson.Default.NewTenantBody, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        var change = await desk.CreateAsync(sent.Id, sent.Name, request.Caller().Actor, cancellationToken);
        if (change is LinkChange.Done done)
        {
            request.HttpContext.Response.Headers.Location = $"/{Routes.Tenants}/{done.Tenant.Id.Value}";
        }

        return await answers.ToResultAsync(change, request.HttpContext.Response, cancellationToken, StatusCodes.Status201Created);
    }
}
