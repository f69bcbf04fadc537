using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Web.Endpoints.Attention;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>Sets one invoice aside with the reason that a person gives.</summary>
internal sealed class IgnoreBookingAct(BookingDesk desk, InvoiceActions actions) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.IgnoreBooking, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(request.Tenant, request.Form["number"], cancellationToken) is not { } invoice)
        {
            return await request.NotThereAsync();
        }

        var texts = request.Page.Texts;
        var typed = new TypedReason(request.Form["reason"] ?? "", FormFaults.None);
        if (BookingDesk.SeenAs(invoice) != request.Form["seen"])
        {
            return await desk.ShowAsync(request, invoice, cancellationToken, typed, BookingNotices.Changed(texts));
        }

        var faults = new IgnoreBody { Number = invoice.Number, Reason = typed.Text }.Faults();
        if (faults.Count > 0)
        {
            return await desk.ShowAsync(request, invoice, cancellationToken, typed with { Faults = new FormFaults(faults) });
        }

        var why = IgnoreReason.Of(typed.Text)!;
        return await actions.IgnoreAsync(request.Tenant, invoice.Number, why, request.Caller.Actor, cancellationToken) switch
        {
            ActionResult.Done => request.SeeOther(request.Page.ToInvoice(invoice.Number), Notice.Done(texts["booking.ignored"])),
            ActionResult.Refused refused => await desk.ShowAsync(
                request,
                await desk.FindAsync(request.Tenant, invoice.Number, cancellationToken) ?? invoice,
                cancellationToken,
                typed,
                BookingNotices.Of(refused.Reason, texts)),
            _ => await request.NotThereAsync(),
        };
    }
}
