using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>When a tenant's two sides were last heard, as its newest invoices tell. Nothing is written for it, so that no invoice waits for that.</summary>
/// <param name="HeardAt">When the newest invoice came in, or an event of one of the newest.</param>
/// <param name="BookedAt">When one of the newest was last booked.</param>
/// <param name="IsBooking">Whether invoices were ever booked.</param>
public sealed record LastContacts(DateTimeOffset? HeardAt, DateTimeOffset? BookedAt, bool IsBooking)
{
    /// <summary>How many of the newest invoices are looked at.</summary>
    private const int Newest = 25;

    public static async Task<LastContacts> OfAsync(
        InvoiceStore invoices, PaymentStore payments, TenantId tenant, CancellationToken cancellationToken)
    {
        var newest = new List<Invoice>(Newest);
        await foreach (var invoice in invoices.ListAsync(tenant, null, cancellationToken))
        {
            newest.Add(invoice);
            if (newest.Count == Newest)
            {
                break;
            }
        }

        var booked = newest.Max(invoice => invoice.BookedAt);
        return new LastContacts(
            newest.Max(invoice => invoice.HeardAt is { } heard && heard > invoice.FirstSeenAt ? heard : (DateTimeOffset?)invoice.FirstSeenAt),
            booked,
            booked is not null || (newest.Count == Newest && await payments.HasAnyAsync(tenant, cancellationToken)));
    }
}
