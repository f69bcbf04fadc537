using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>The invoices of a tenant, newest first, in pages: <c>?limit=50&amp;after=…</c>.</summary>
internal sealed class InvoicesEndpoint(TenantStore tenants, InvoiceStore invoices, TenantStandings standings) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Invoices", HttpMethods.Get, Routes.Invoices, Access.TenantView);

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
            invoices.ListAsync(tenant.Id, query.After, cancellationToken), InvoiceStore.PlaceOf, $"/api/tenants/{tenant.Id.Value}/invoices");
        var standing = await standings.OfAsync(tenant, cancellationToken);
        return Results.Json(
            new InvoiceListAnswer([.. page.Select(invoice => InvoiceAnswer.Of(invoice, standing))], next),
            AnswerJson.Default.InvoiceListAnswer);
    }
}
