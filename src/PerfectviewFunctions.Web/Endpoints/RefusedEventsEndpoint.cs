using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>The newest refused events of a tenant that nothing has superseded.</summary>
internal sealed class RefusedEventsEndpoint(TenantStore tenants, RefusedEvents refused) : IEndpoint
{
    private const int Limit = 100;

    public EndpointDefinition Definition { get; } = new("RefusedEvents", HttpMethods.Get, Routes.RefusedEvents, Access.AdminKey);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.Of(StatusCodes.Status404NotFound, "There is no such tenant.");
        }

        var events = new List<RefusedEventAnswer>();
        await foreach (var one in refused.ListAsync(tenant.Id, cancellationToken))
        {
            events.Add(RefusedEventAnswer.Of(one));
            if (events.Count == Limit)
            {
                break;
            }
        }

        return Results.Json(new RefusedEventsAnswer(events), AnswerJson.Default.RefusedEventsAnswer);
    }
}
