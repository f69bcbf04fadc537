using PerfectviewFunctions.Web.Pages.Layout;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>Addresses of what is named by free text.</summary>
internal static class BookingLinks
{
    /// <summary>The page of an invoice.</summary>
    public static string ToInvoice(this PageContext page, string number) => With(page.Of(PageRoutes.Booking), ("nummer", number));

    /// <summary>The page of an event that a person has to see.</summary>
    public static string ToEvent(this PageContext page, string key) => With(page.Of(PageRoutes.BookingEvent), ("bericht", key));

    /// <summary>The page that asks whether all of one cause are to be tried again.</summary>
    public static string ToCause(this PageContext page, string code) => With(page.Of(PageRoutes.RetryCause), ("oorzaak", code));

    /// <summary>The list of what waits for a person.</summary>
    public static string ToActionNeeded(this PageContext page) =>
        With(page.Of(PageRoutes.Bookings), ("staat", BookingStates.WordOf(BookingGroup.ActionNeeded)));

    /// <summary>An address with the values that are not empty behind it.</summary>
    public static string With(string address, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var mark = '?';
        foreach (var (name, value) in values)
        {
            if (value.Length > 0)
            {
                address += $"{mark}{name}={Uri.EscapeDataString(value)}";
                mark = '&';
            }
        }

        return address;
    }
}
