using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>One invoice, by the number Perfectview gave it.</summary>
internal sealed class BookingPage(BookingDesk desk) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.Booking, Access.TenantView);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken) =>
        await desk.FindAsync(request.Tenant, request.Query["nummer"], cancellationToken) is { } invoice
            ? await desk.ShowAsync(request, invoice, cancellationToken)
            : await request.NotThereAsync();
}
