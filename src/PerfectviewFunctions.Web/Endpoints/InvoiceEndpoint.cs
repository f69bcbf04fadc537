using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>One invoice, by the number Perfectview gave it.</summary>
internal sealed class InvoiceEndpoint(TenantStore tenants, InvoiceStore invoices, TenantStandings standings) : IEndpoint
{
    private const int MaxNumber = 50;

    public EndpointDefinition Definition { get; } = new("Invoice", HttpMethods.Get, Routes.Invoice, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        return await request.FindTenantAsync(tenants, cancellationToken) is { } tenant
            && await SentSegment.FindAsync(request, MaxNumber, number => invoices.FindAsync(tenant.Id, number, cancellationToken)) is { } invoice
                ? Results.Json(
                    InvoiceAnswer.Of(invoice, await standings.OfAsync(tenant, cancellationToken)) with { Trail = TrailAnswer.Of(invoice.Trail) },
                    AnswerJson.Default.InvoiceAnswer)
                : Problem.Of(StatusCodes.Status404NotFound, "There is no such invoice.");
    }
}
