using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Bookings;

internal static class BookingPages
{
    public static IServiceCollection AddBookingPages(this IServiceCollection services)
    {
        services.AddSingleton<BookingSearch>();
        services.AddSingleton<BookingDesk>();
        services.AddSingleton<IPage, BookingsPage>();
        services.AddSingleton<IPage, BookingsCsvPage>();
        services.AddSingleton<IPage, BookingPage>();
        services.AddSingleton<IPage, RetryBookingAct>();
        services.AddSingleton<IPage, IgnoreBookingAct>();
        services.AddSingleton<IPage, RetryCausePage>();
        services.AddSingleton<IPage, RetryCauseAct>();
        services.AddSingleton<IPage, BookingEventsPage>();
        services.AddSingleton<IPage, BookingEventPage>();
        services.AddSingleton<IPage, IgnoreEventAct>();
        return services;
    }
}
