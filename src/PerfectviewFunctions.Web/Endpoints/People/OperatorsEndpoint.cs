using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.People;

/// <summary>The people who run the deployment.</summary>
internal sealed class OperatorsEndpoint(PeopleStore people) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Operators", HttpMethods.Get, Routes.Operators, Access.Operator);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var grants = await people.OperatorsAsync(cancellationToken);
        return Results.Json(new OperatorsAnswer([.. grants.Select(OperatorAnswer.Of)]), PeopleJson.Default.OperatorsAnswer);
    }
}
