using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Attention;

/// <summary>Sets an invoice, or an event of the attention list, aside with the reason that a person gives.</summary>
internal sealed class IgnoreEndpoint(
    TenantStore tenants, InvoiceActions actions, EventIgnoring events, TenantStandings standings) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Ignore", HttpMethods.Post, Routes.Ignore, Access.TenantManage);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        var (sent, problem) = await ApiBody.ReadAsync(request, AttentionJson.Default.IgnoreBody, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        if (sent.Faults() is { Count: > 0 } faults)
        {
            return Problem.Of(faults);
        }

        var why = IgnoreReason.Of(sent.Reason)!;
        return sent.Number is { } number
            ? await IgnoreInvoiceAsync(request, tenant, number, why, cancellationToken)
            : await IgnoreEventAsync(request, tenant, sent.Event!, why, cancellationToken);
    }

    private async Task<IResult> IgnoreInvoiceAsync(
        HttpRequest request, Tenant tenant, string number, IgnoreReason why, CancellationToken cancellationToken) =>
        await actions.IgnoreAsync(tenant, number, why, request.Caller().Actor, cancellationToken) switch
        {
            ActionResult.Done done => Results.Json(
                InvoiceAnswer.Of(done.Invoice, await standings.OfAsync(tenant, cancellationToken)), AttentionJson.Default.InvoiceAnswer),
            ActionResult.Refused refused => Problem.Of(StatusCodes.Status409Conflict, refused.Reason),
            _ => Problem.Of(StatusCodes.Status404NotFound, "There is no such invoice."),
        };

    private async Task<IResult> IgnoreEventAsync(
        HttpRequest request, Tenant tenant, string key, IgnoreReason why, CancellationToken cancellationToken) =>
        await events.IgnoreAsync(tenant.Id, key, why, request.Caller().Actor, cancellationToken) switch
        {
            (_, { } refused) => Problem.Of(StatusCodes.Status409Conflict, refused),
            ({ } ignored, null) => Results.Json(AttentionEventAnswer.Of(ignored), AttentionJson.Default.AttentionEventAnswer),
            _ => Problem.Of(StatusCodes.Status404NotFound, "There is no such event in the attention list."),
        };
}
