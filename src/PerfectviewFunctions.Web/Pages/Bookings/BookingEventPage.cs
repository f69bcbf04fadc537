using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>One event that a person has to see, with its faults, and what can be done.</summary>
internal sealed class BookingEventPage(EventsForAttention attention, LaterVersions later) : IPage
{
    private const int LongestKey = 256;

    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.BookingEvent, Access.TenantView);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var key = request.Query["bericht"].ToString();
        return key.Length is >= 1 and <= LongestKey
            && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~' or '!')
            && await attention.FindAsync(request.Tenant.Id, key, cancellationToken) is { } stored
                ? await ShowAsync(request, later, stored, TypedReason.None, cancellationToken)
                : await request.NotThereAsync();
    }

    public static async Task<IResult> ShowAsync(
        PageRequest request, LaterVersions later, StoredEvent stored, TypedReason typed, CancellationToken cancellationToken) =>
        await request.ShowAsync<BookingEventView>(
            new PageHead(request.Page.Texts["event.title"], Section.Bookings),
            new BookingEventModel(stored, typed)
            {
                Both = await later.FindAsync(request.Tenant.Id, stored, cancellationToken) is var (booked, said) ? new(booked, said) : null,
            },
            typed == TypedReason.None ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

public sealed record BookingEventModel(StoredEvent Event, TypedReason Typed)
{
    /// <summary>What was booked and what the event says of it, where both are known.</summary>
    public BothVersions? Both { get; init; }
}

public sealed record BothVersions(InvoiceFacts Booked, InvoiceFacts Later);
