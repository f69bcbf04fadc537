using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.People;

/// <summary>Lets a person run the deployment.</summary>
internal sealed class OperatorPutEndpoint(PeopleDesk desk) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("OperatorPut", HttpMethods.Put, Routes.Operator, Access.Operator);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (sent, problem) = await ApiBody.ReadAsync(request, PeopleJson.Default.OperatorSent, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        var faults = new List<FieldFault>();
        var person = PersonFields.Person(request.RouteValues["person"] as string, faults);
        var name = PersonFields.Name(sent.Name, faults);
        return faults.Count > 0
            ? Problem.Of(faults)
            : Results.Json(
                OperatorAnswer.Of(await desk.GrantOperatorAsync(person, name, request.Caller().Actor, cancellationToken)),
                PeopleJson.Default.OperatorAnswer);
    }
}
