using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Web.Pages.Bookings;

internal static class BookingPages
{
    public static IServiceCollection AddBookingPages(this IServiceCollection services) => services;
}
