using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>Reads one invoice with all that belongs to it, and shows its page.</summary>
internal sealed class BookingDesk(
    InvoiceStore invoices, PaymentStore payments, EventsForAttention attention, TenantStandings standings, TimeProvider time)
{
    public const int LongestNumber = 50;

    /// <summary>Events looked at for those of the invoice.</summary>
    private const int MostEvents = 200;

    /// <summary>The invoice that an address or a form names; null for none.</summary>
    public async Task<Invoice?> FindAsync(Tenant tenant, string? number, CancellationToken cancellationToken) =>
        number is { Length: >= 1 and <= LongestNumber } ? await invoices.FindAsync(tenant.Id, number, cancellationToken) : null;

    /// <summary>What a person judged when he saw an invoice: a form that comes back with another one was made for something else.</summary>
    public static string SeenAs(Invoice invoice) => $"{invoice.State}/{invoice.Reason?.Code}/{invoice.EventKey}";

    public async Task<IResult> ShowAsync(
        PageRequest request, Invoice invoice, CancellationToken cancellationToken, TypedReason? typed = null, Notice? refused = null)
    {
        var model = await ReadAsync(request.Tenant, invoice, cancellationToken);
        return await request.ShowAsync<BookingView>(
            new PageHead(request.Page.Texts.Of("booking.title", ("number", invoice.Number)), Section.Bookings),
            model with { Typed = typed ?? TypedReason.None, Refused = refused },
            refused is not null ? StatusCodes.Status409Conflict
                : typed is not null ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK);
    }

    private async Task<BookingModel> ReadAsync(Tenant tenant, Invoice invoice, CancellationToken cancellationToken)
    {
        var standing = await standings.OfAsync(tenant, cancellationToken);
        var waits = BookingStates.GroupOf(invoice.State) == BookingGroup.Waiting && standing.Waits is null;
        return new BookingModel(
            invoice,
            standing.ReasonOf(invoice),
            waits && invoice.Trail.Entries is [.., { NextAt: { } next }] && next > time.GetUtcNow() ? next : null,
            standing.ActionsOn(invoice),
            invoice.State == InvoiceState.Booked ? await payments.FindAsync(tenant.Id, invoice.Number, cancellationToken) : null,
            await EventsOfAsync(tenant.Id, invoice.Number, cancellationToken));
    }

    private async Task<IReadOnlyList<StoredEvent>> EventsOfAsync(TenantId tenant, string number, CancellationToken cancellationToken) =>
        [.. (await attention.NewestAsync(tenant, MostEvents, cancellationToken)).Events.Where(stored => stored.InvoiceNumber == number)];
}
