using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Attention;

/// <summary>The invoices of a tenant that wait for a person, by number in pages, and why all of them do.</summary>
internal sealed class HeldBackEndpoint(TenantStore tenants, HeldBackInvoices heldBack, TenantStandings standings) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("HeldBack", HttpMethods.Get, Routes.HeldBack, Access.TenantView);

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

        var standing = await standings.OfAsync(tenant, cancellationToken);
        var (causes, more) = await heldBack.CausesAsync(tenant.Id, cancellationToken);
        var (page, next) = await query.TakeAsync(
            heldBack.ListAsync(tenant.Id, query.After, cancellationToken), HeldBackInvoices.PlaceOf, $"/api/tenants/{tenant.Id.Value}/held-back");
        return Results.Json(
            new HeldBackAnswer(
                [.. causes.Select(cause => CauseAnswer.Of(cause, tenant.State == TenantState.Linked))],
                more ? true : null,
                [.. page.Select(invoice => InvoiceAnswer.Of(invoice, standing))],
                next),
            AttentionJson.Default.HeldBackAnswer);
    }
}
