using System.Globalization;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Payments.Balances;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Balances;

/// <summary>What is open of the tenant's invoices, as it was read last.</summary>
internal sealed class BalancesPage(OpenBalances balances) : IPage
{
    private const int RowsPerPage = 50;

    /// <summary>Of the query: how many rows come before the page.</summary>
    private const string From = "vanaf";

    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.Balances, Access.TenantView);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var from = int.TryParse(request.Query[From], NumberStyles.None, CultureInfo.InvariantCulture, out var sent) ? sent : 0;
        var report = await balances.OfAsync(request.Tenant, cancellationToken);
        var first = request.Page.Of(PageRoutes.Balances);
        var next = from < report.Rows.Count - RowsPerPage ? FormattableString.Invariant($"{first}?{From}={from + RowsPerPage}") : null;
        return await request.ShowAsync<BalancesView>(
            new PageHead(request.Page.Texts.Of(Section.Balances), Section.Balances),
            new BalancesModel(report, [.. report.Rows.Skip(from).Take(RowsPerPage)], next, from > 0)
            {
                CanRead = request.Tenant is { State: TenantState.Linked, Settings.PaymentsOn: true },
            });
    }
}

/// <param name="Rows">Those of this page.</param>
/// <param name="Next">The address of the next page.</param>
public sealed record BalancesModel(BalanceReport Report, IReadOnlyList<BalanceRow> Rows, string? Next, bool HasEarlier)
{
    /// <summary>Whether payments are read for this tenant at all.</summary>
    public bool CanRead { get; init; }
}
