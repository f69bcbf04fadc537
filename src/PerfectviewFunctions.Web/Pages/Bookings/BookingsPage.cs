using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Endpoints;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>The invoices of a tenant; with those that wait for a person also why, and the events that no invoice shows.</summary>
internal sealed class BookingsPage(
    BookingSearch search, HeldBackInvoices heldBack, EventsForAttention attention, TenantStandings standings) : IPage
{
    private const int MostEvents = 10;

    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.Bookings, Access.TenantView);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!PageQuery.TryRead(request.Http, out var query, out _))
        {
            return await request.NotThereAsync();
        }

        var (tenant, filter) = (request.Tenant, BookingFilter.Of(request.Query));
        var faults = new FormFaults(filter.Faults);
        var isFaulty = faults.All.Count > 0;
        var found = isFaulty
            ? new FoundInvoices([], null, IsCut: false)
            : await search.PageAsync(tenant, filter, query.After, cancellationToken);
        var standing = await standings.OfAsync(tenant, cancellationToken);
        var showsAction = filter.Group == BookingGroup.ActionNeeded && query.After is null;
        var (causes, more) = showsAction ? await heldBack.CausesAsync(tenant.Id, cancellationToken) : ([], false);
        var address = request.Page.Of(PageRoutes.Bookings);
        var model = new BookingsModel(
            filter,
            faults,
            [.. found.Found.Select(invoice => new BookingRow(invoice, standing.ReasonOf(invoice)))],
            filter.In(address),
            found.Next is { } next ? filter.In(address, next) : null,
            query.After is not null,
            found.IsCut,
            new HeldCauses(causes, more, tenant.State == TenantState.Linked),
            await EventsAsync(tenant.Id, showsAction ? MostEvents : 0, cancellationToken));
        return await request.ShowAsync<BookingsView>(
            new PageHead(request.Page.Texts["bookings.title"], Section.Bookings),
            model,
            isFaulty ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<ShownEvents> EventsAsync(TenantId tenant, int most, CancellationToken cancellationToken)
    {
        var (events, more) = await attention.NewestAsync(tenant, most, cancellationToken);
        return new ShownEvents(events, more);
    }
}
