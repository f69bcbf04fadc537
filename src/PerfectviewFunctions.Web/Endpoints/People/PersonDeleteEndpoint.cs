using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.People;

/// <summary>Takes a person's role for a tenant. Who has none is as good as done, so that it may be sent again.</summary>
internal sealed class PersonDeleteEndpoint(TenantStore tenants, PeopleDesk desk) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("PersonDelete", HttpMethods.Delete, Routes.TenantPerson, Access.Operator);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        if (!PersonId.TryParse(request.RouteValues["person"] as string, out var person))
        {
            return Problem.Of([PersonId.FaultAt("/person")]);
        }

        await desk.RevokeAsync(tenant.Id, person, request.Caller().Actor, cancellationToken);
        return Results.NoContent();
    }
}
