using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Endpoints.Attention;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>Has all invoices tried again that are held back for one cause, as many as one call takes up, and says what came of it.</summary>
internal sealed class RetryCauseAct(InvoiceActions actions) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.RetryCause, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var (texts, code) = (request.Page.Texts, request.Form["cause"] ?? "");
        if (new RetryBody { Cause = code }.Faults().Count > 0)
        {
            return await request.NotThereAsync();
        }

        if (request.Tenant.State != TenantState.Linked)
        {
            return request.SeeOther(request.Page.ToActionNeeded(), BookingNotices.Of(Reason.Of(ReasonCode.NotLinked), texts));
        }

        var (matched, results) = await actions.RetryCauseAsync(request.Tenant, code, request.Caller.Actor, cancellationToken);
        return request.SeeOther(request.Page.ToActionNeeded(), matched == 0
            ? new Notice(NoticeKind.Warning, texts["retryCause.none"])
            : NoticeOf(matched, results, texts) with
            {
                Link = matched > results.Count ? request.Page.ToCause(code) : null,
                LinkText = texts.Of("retryCause.left", ("count", texts.Language.Number(matched - results.Count))),
            });
    }

    private static Notice NoticeOf(int matched, IReadOnlyList<RetryResult> results, Texts texts)
    {
        var became = results.Select(result => (result.Became as ActionResult.Done)?.Invoice.State).ToList();
        var booked = became.Count(state => state == InvoiceState.Booked);
        (string Text, int Count)[] parts =
        [
            ("retryCause.booked", booked),
            ("retryCause.waits", became.Count(state => state is InvoiceState.Received or InvoiceState.Booking or InvoiceState.Uncertain)),
            ("retryCause.heldBack", became.Count(state => state == InvoiceState.NeedsAttention)),
            ("retryCause.leftOut", became.Count(state => state == InvoiceState.Ignored)),
            ("retryCause.refused", became.Count(state => state is null)),
        ];
        return new Notice(
            booked == matched ? NoticeKind.Done : NoticeKind.Warning,
            texts.Of("retryCause.done", ("count", texts.Language.Number(results.Count))),
            [.. parts.Where(part => part.Count > 0).Select(part => texts.Of(part.Text, ("count", texts.Language.Number(part.Count))))]);
    }
}
