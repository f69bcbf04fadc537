using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>Answers with a tenant and how it stands with its connection.</summary>
internal sealed class TenantAnswers(ConnectionStates connections)
{
    public async Task<TenantAnswer> OfAsync(Tenant tenant, CancellationToken cancellationToken) =>
        TenantAnswer.Of(tenant, await connections.OfAsync(tenant, cancellationToken));

    /// <summary>The tenant as a change left it, or why there was none.</summary>
    public async Task<IResult> ToResultAsync(
        LinkChange change, HttpResponse response, CancellationToken cancellationToken, int status = StatusCodes.Status200OK) =>
        change is LinkChange.Done done
            ? Results.Json(
                await OfAsync(done.Tenant, cancellationToken) with { WaitingInvoices = done.Waiting },
                LinkingJson.Default.TenantAnswer,
                statusCode: status)
            : LinkProblem.Of(change, response);
}
