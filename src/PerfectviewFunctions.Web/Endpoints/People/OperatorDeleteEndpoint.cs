using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.People;

/// <summary>Takes that a person may run the deployment; the last one may go too, since whoever has the admin key can name another.</summary>
internal sealed class OperatorDeleteEndpoint(PeopleDesk desk) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("OperatorDelete", HttpMethods.Delete, Routes.Operator, Access.Operator);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PersonId.TryParse(request.RouteValues["person"] as string, out var person))
        {
            return Problem.Of([PersonId.FaultAt("/person")]);
        }

        await desk.RevokeOperatorAsync(person, request.Caller().Actor, cancellationToken);
        return Results.NoContent();
    }
}
