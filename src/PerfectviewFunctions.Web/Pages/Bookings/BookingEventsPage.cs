using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Web.Endpoints;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>The events that a person has to see and no invoice shows, newest first.</summary>
internal sealed class BookingEventsPage(EventsForAttention attention) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.BookingEvents, Access.TenantView);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!PageQuery.TryRead(request.Http, out var query, out _))
        {
            return await request.NotThereAsync();
        }

        var address = request.Page.Of(PageRoutes.BookingEvents);
        var (events, next) = await query.TakeAsync(
            attention.ListAsync(request.Tenant.Id, query.After, cancellationToken), EventsForAttention.PlaceOf, address);
        return await request.ShowAsync<BookingEventsView>(
            new PageHead(request.Page.Texts["events.title"], Section.Bookings),
            new BookingEventsModel(new ShownEvents(events, next is not null), address, next, query.After is not null));
    }
}

public sealed record BookingEventsModel(ShownEvents Shown, string First, string? Next, bool HasEarlier);
