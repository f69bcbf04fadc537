using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Payments.Balances;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Payments;

/// <summary>What is open of a tenant's invoices, as it was read last: in JSON, or as a table for a spreadsheet.</summary>
internal sealed class OpenBalancesEndpoint(TenantStore tenants, OpenBalances balances) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("OpenBalances", HttpMethods.Get, Routes.OpenBalances, Access.PaymentRead);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!BalancesQuery.TryRead(request, out var query, out var problem))
        {
            return problem;
        }

        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        var report = await balances.OfAsync(tenant, cancellationToken);
        return query.IsCsv
            ? BalancesCsv.Of(report, tenant.Id, query.IsDutch)
            : Results.Json(BalancesAnswer.Of(report), PaymentJson.Default.BalancesAnswer);
    }
}
