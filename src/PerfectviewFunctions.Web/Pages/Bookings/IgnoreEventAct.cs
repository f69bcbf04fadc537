using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Web.Endpoints.Attention;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>Takes an event from the list of those that a person has to see, with the reason that he gives.</summary>
internal sealed class IgnoreEventAct(EventsForAttention attention, LaterVersions later, EventIgnoring events) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.IgnoreEvent, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var (tenant, key, text) = (request.Tenant.Id, request.Form["event"] ?? "", request.Form["reason"] ?? "");
        var faults = new IgnoreBody { Event = key, Reason = text }.Faults();
        if (faults.Any(fault => fault.Pointer == "/event"))
        {
            return await request.NotThereAsync();
        }

        if (faults.Count > 0)
        {
            return await attention.FindAsync(tenant, key, cancellationToken) is { } stored
                ? await BookingEventPage.ShowAsync(
                    request, later, stored, new TypedReason(text, new FormFaults(faults)), cancellationToken)
                : await request.NotThereAsync();
        }

        var notice = await events.IgnoreAsync(tenant, key, IgnoreReason.Of(text)!, request.Caller.Actor, cancellationToken) switch
        {
            (_, { } refused) => BookingNotices.Of(refused, request.Page.Texts),
            ({ }, null) => Notice.Done(request.Page.Texts["event.ignored"]),
            _ => new Notice(NoticeKind.Warning, request.Page.Texts["event.gone"]),
        };
        return request.SeeOther(request.Page.Of(PageRoutes.BookingEvents), notice);
    }
}
