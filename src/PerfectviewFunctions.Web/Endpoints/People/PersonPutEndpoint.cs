using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.People;

/// <summary>Gives a person a role for a tenant, or another one.</summary>
internal sealed class PersonPutEndpoint(TenantStore tenants, PeopleDesk desk) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("PersonPut", HttpMethods.Put, Routes.TenantPerson, Access.Operator);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        var (sent, problem) = await ApiBody.ReadAsync(request, PeopleJson.Default.PersonSent, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        var faults = new List<FieldFault>();
        var person = PersonFields.Person(request.RouteValues["person"] as string, faults);
        var role = PersonFields.Role(sent.Role, faults);
        var name = PersonFields.Name(sent.Name, faults);
        return faults.Count > 0
            ? Problem.Of(faults)
            : Results.Json(
                PersonAnswer.Of(await desk.GrantAsync(tenant.Id, person, role, name, request.Caller().Actor, cancellationToken)),
                PeopleJson.Default.PersonAnswer);
    }
}
