using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.People;

/// <summary>The people who have a role for a tenant.</summary>
internal sealed class PeopleEndpoint(TenantStore tenants, PeopleStore people) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("People", HttpMethods.Get, Routes.TenantPeople, Access.Operator);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        var grants = await people.PeopleOfAsync(tenant.Id, cancellationToken);
        return Results.Json(new PeopleAnswer([.. grants.Select(PersonAnswer.Of)]), PeopleJson.Default.PeopleAnswer);
    }
}
