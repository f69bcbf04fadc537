using System.Globalization;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>Has one invoice tried again, and says what came of it.</summary>
internal sealed class RetryBookingAct(BookingDesk desk, InvoiceActions actions) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.RetryBooking, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(request.Tenant, request.Form["number"], cancellationToken) is not { } invoice)
        {
            return await request.NotThereAsync();
        }

        var texts = request.Page.Texts;
        if (BookingDesk.SeenAs(invoice) != request.Form["seen"])
        {
            return await desk.ShowAsync(request, invoice, cancellationToken, refused: BookingNotices.Changed(texts));
        }

        var results = await actions.RetryAsync(request.Tenant, [invoice.Number], request.Caller.Actor, cancellationToken);
        return results[0].Became switch
        {
            ActionResult.Done done => request.SeeOther(request.Page.ToInvoice(invoice.Number), NoticeOf(done.Invoice, texts)),
            ActionResult.Refused refused => await desk.ShowAsync(
                request,
                await desk.FindAsync(request.Tenant, invoice.Number, cancellationToken) ?? invoice,
                cancellationToken,
                refused: BookingNotices.Of(refused.Reason, texts)),
            _ => await request.NotThereAsync(),
        };
    }

    private static Notice NoticeOf(Invoice invoice, Texts texts) => invoice.State switch
    {
        InvoiceState.Booked => Notice.Done(texts.Of(
            "booking.retriedBooked", ("mutation", invoice.MutationNumber?.ToString(CultureInfo.InvariantCulture) ?? ""))),
        InvoiceState.NeedsAttention => new Notice(NoticeKind.Warning, texts["booking.retriedHeldBack"]),
        InvoiceState.Ignored => new Notice(NoticeKind.Warning, texts["booking.retriedLeftOut"]),
        _ => Notice.Done(texts["booking.retriedWaits"]),
    };
}
