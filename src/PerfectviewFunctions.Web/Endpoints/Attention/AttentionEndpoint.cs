using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Attention;

/// <summary>The events of a tenant that a person has to see and no invoice shows, newest first, in pages.</summary>
internal sealed class AttentionEndpoint(TenantStore tenants, EventsForAttention attention) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Attention", HttpMethods.Get, Routes.Attention, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PageQuery.TryRead(request, out var query, out var problem))
        {
            return problem;
        }

        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        var (page, next) = await query.TakeAsync(
            attention.ListAsync(tenant.Id, query.After, cancellationToken), EventsForAttention.PlaceOf, $"/api/tenants/{tenant.Id.Value}/attention");
        return Results.Json(new AttentionAnswer([.. page.Select(AttentionEventAnswer.Of)], next), AnswerJson.Default.AttentionAnswer);
    }
}
