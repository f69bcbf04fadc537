using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Payments.Balances;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Payments;

/// <summary>How the payment of one invoice stands, by the number Perfectview gave it.</summary>
internal sealed class InvoicePaymentEndpoint(TenantStore tenants, OpenBalances balances, InvoiceStore invoices) : IEndpoint
{
    private const int MaxNumber = 50;

    public EndpointDefinition Definition { get; } = new("InvoicePayment", HttpMethods.Get, Routes.InvoicePayment, Access.PaymentRead);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        return await SentSegment.FindAsync(request, MaxNumber, number => AnswerOfAsync(tenant, number, cancellationToken), behind: 1)
            ?? Problem.Of(StatusCodes.Status404NotFound, "There is no such invoice.");
    }

    /// <returns>Null when no invoice has the number.</returns>
    private async Task<IResult?> AnswerOfAsync(Tenant tenant, string number, CancellationToken cancellationToken)
    {
        if (await balances.OfAsync(tenant, number, cancellationToken) is { } report)
        {
            return Results.Json(PaymentAnswer.Of(report), PaymentJson.Default.PaymentAnswer);
        }

        return await invoices.FindAsync(tenant.Id, number, cancellationToken) is null
            ? null
            : Problem.Of(StatusCodes.Status404NotFound, "This invoice is known, but not booked yet, so nothing can be said of its payment. Ask again once it is booked.");
    }
}
