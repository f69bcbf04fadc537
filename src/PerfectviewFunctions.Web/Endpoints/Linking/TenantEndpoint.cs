using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>One tenant; a retired one shows to operators only.</summary>
internal sealed class TenantEndpoint(TenantStore tenants, TenantAnswers answers) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Tenant", HttpMethods.Get, Routes.Tenant, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await request.FindTenantOrRetiredAsync(tenants, cancellationToken) is { } tenant
            ? Results.Json(await answers.OfAsync(tenant, cancellationToken), LinkingJson.Default.TenantAnswer)
            : Problem.NoSuchTenant;
}
