using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Attention;

/// <summary>The newest events of a tenant that a person has to see and no invoice shows.</summary>
internal sealed class AttentionEndpoint(TenantStore tenants, EventsForAttention attention) : IEndpoint
{
    private const int Limit = 100;

    public EndpointDefinition Definition { get; } = new("Attention", HttpMethods.Get, Routes.Attention, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        var events = new List<AttentionEventAnswer>();
        await foreach (var one in attention.ListAsync(tenant.Id, cancellationToken))
        {
            events.Add(AttentionEventAnswer.Of(one));
            if (events.Count == Limit)
            {
                break;
            }
        }

        return Results.Json(new AttentionAnswer(events), AnswerJson.Default.AttentionAnswer);
    }
}
