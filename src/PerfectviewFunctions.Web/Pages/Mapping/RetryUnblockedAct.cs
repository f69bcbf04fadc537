using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Mapping;

/// <summary>Has the invoices tried again that were held back for the mapping and that the saved one lets through.</summary>
internal sealed class RetryUnblockedAct(Unblocking unblocking, InvoiceActions actions) : IPage
{
    private const int MostTold = 10;

    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.RetryUnblocked, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var free = await unblocking.FindAsync(request.Tenant, cancellationToken);
        var numbers = free.Take(InvoiceActions.MostAtOnce).Select(invoice => invoice.Number).ToList();
        var results = await actions.RetryHeldAsync(request.Tenant, numbers, request.Caller.Actor, cancellationToken);
        return request.SeeOther(request.Page.Of(PageRoutes.Mapping), NoticeOf(results, request.Page.Texts) with
        {
            Link = request.Page.Of(PageRoutes.Bookings), LinkText = request.Page.Texts["mapping.toBookings"],
        });
    }

    private static Notice NoticeOf(IReadOnlyList<RetryResult> results, Texts texts)
    {
        var rest = results.Where(result => result.Became is not ActionResult.Done { Invoice.State: InvoiceState.Booked }).ToList();
        var text = texts.Of(
            "mapping.retried", ("booked", texts.Language.Number(results.Count - rest.Count)), ("all", texts.Language.Number(results.Count)));
        return results.Count == 0 ? Notice.Done(texts["mapping.nothingToRetry"])
            : rest.Count == 0 ? Notice.Done(text)
            : new Notice(NoticeKind.Warning, text, [.. rest.Take(MostTold).Select(result => $"{result.Number}: {WhyNot(result, texts)}")]);
    }

    private static string WhyNot(RetryResult result, Texts texts) => result.Became switch
    {
        ActionResult.Refused { Reason: var reason } => Say(reason, texts),
        ActionResult.Done { Invoice.Reason: { } reason } => Say(reason, texts),
        ActionResult.Done => texts["mapping.stillBusy"],
        _ => texts["mapping.gone"],
    };

    private static string Say(Reason reason, Texts texts)
    {
        var text = ReasonText.Render(reason);
        return texts.Of($"{text.Nl} {text.ActionNl}", $"{text.En} {text.ActionEn}");
    }
}
