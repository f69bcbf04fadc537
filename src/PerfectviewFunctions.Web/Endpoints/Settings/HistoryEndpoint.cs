using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>Who changed what about a tenant, newest first, in pages.</summary>
internal sealed class HistoryEndpoint(TenantStore tenants, TenantHistory history) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("History", HttpMethods.Get, Routes.History, Access.TenantView);

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
            history.ListAsync(tenant.Id, query.After, cancellationToken), one => one.Place, $"/api/tenants/{tenant.Id.Value}/history");
        var entries = page.Select(one => HistoryEntryAnswer.Of(one.Entry)).ToList();
        return Results.Json(new HistoryAnswer(entries, next), SettingsJson.Default.HistoryAnswer);
    }
}
