using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Endpoints.Attention;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>Says how many invoices are held back for a cause before all of them are tried again.</summary>
internal sealed class RetryCausePage(HeldBackInvoices heldBack, InvoiceActions actions) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.RetryCause, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var (tenant, code) = (request.Tenant, request.Query["oorzaak"].ToString());
        if (tenant.State != TenantState.Linked || new RetryBody { Cause = code }.Faults().Count > 0)
        {
            return await request.NotThereAsync();
        }

        var (causes, _) = await heldBack.CausesAsync(tenant.Id, cancellationToken);
        var model = new RetryCauseModel(
            code,
            causes.FirstOrDefault(cause => cause.Code == Cause.CodeOf(code)),
            await actions.CountAsync(tenant.Id, code, cancellationToken));
        return await request.ShowAsync<RetryCauseView>(new PageHead(request.Page.Texts["retryCause.title"], Section.Bookings), model);
    }
}

/// <param name="Cause">Null when none of those that were counted has it.</param>
public sealed record RetryCauseModel(string Code, Cause? Cause, int Count);
