using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Payments.Balances;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Overview;

/// <summary>How a tenant's link stands at this moment. It reads what is stored; the books are not asked.</summary>
internal sealed class OverviewPage(
    ConnectionStates connections, ConnectionTest test, OpenCounts counts, OpenBalances balances, InvoiceStore invoices, PaymentStore payments) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.Overview, Access.TenantView);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var tenant = request.Tenant;
        var model = new OverviewModel(
            tenant,
            await connections.OfAsync(tenant, cancellationToken),
            await LastContacts.OfAsync(invoices, payments, tenant.Id, cancellationToken),
            await balances.StandingAsync(tenant, cancellationToken))
        {
            TestPassedAt = await test.PassedAtAsync(tenant.Id, cancellationToken),
            BookedToday = await counts.BookedTodayAsync(tenant.Id, cancellationToken),
            Waiting = await counts.WaitingAsync(tenant.Id, cancellationToken),
            Attention = await counts.AttentionAsync(tenant.Id, cancellationToken),
        };
        return await request.ShowAsync<OverviewView>(new PageHead(request.Page.Texts["overview.title"], Section.Overview), model);
    }
}
