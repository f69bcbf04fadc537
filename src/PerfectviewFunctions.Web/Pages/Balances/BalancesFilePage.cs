using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Payments.Balances;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Balances;

/// <summary>All open balances as a table for a spreadsheet, in the reader's language.</summary>
internal sealed class BalancesFilePage(OpenBalances balances) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.BalancesFile, Access.TenantView);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken) => BalancesCsv.Of(
        await balances.OfAsync(request.Tenant, cancellationToken), request.Tenant.Id, request.Page.Texts.Language == Language.Dutch);
}
