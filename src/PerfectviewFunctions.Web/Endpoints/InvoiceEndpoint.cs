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
    private const string EscapedSlash = "%2F";

    public EndpointDefinition Definition { get; } = new("Invoice", HttpMethods.Get, Routes.Invoice, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        return await request.FindTenantAsync(tenants, cancellationToken) is { } tenant
            && await FindAsync(tenant.Id, LastSegment.Of(request), cancellationToken) is { } invoice
                ? Results.Json(
                    InvoiceAnswer.Of(invoice, await standings.OfAsync(tenant, cancellationToken)), AnswerJson.Default.InvoiceAnswer)
                : Problem.Of(StatusCodes.Status404NotFound, "There is no such invoice.");
    }

    /// <summary>
    /// The Functions host passes <c>%2F</c> on as <c>%252F</c>, and <c>%252F</c> as it is. So a slash may have become the text %2F on its way; it was
    /// one if no number has that text.
    /// </summary>
    private async Task<Invoice?> FindAsync(TenantId tenant, string number, CancellationToken cancellationToken)
    {
        var withSlashes = number.Replace(EscapedSlash, "/", StringComparison.OrdinalIgnoreCase);
        return await FindExactlyAsync(tenant, number, cancellationToken)
            ?? (withSlashes == number ? null : await FindExactlyAsync(tenant, withSlashes, cancellationToken));
    }

    private async Task<Invoice?> FindExactlyAsync(TenantId tenant, string number, CancellationToken cancellationToken) =>
        number.Length is > 0 and <= MaxNumber ? await invoices.FindAsync(tenant, number, cancellationToken) : null;
}
