using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Attention;

public sealed class LastContactsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Many_invoices_held_back_do_not_pass_for_a_first_one_booked(bool hasBooked)
    {
        var bench = new Bench();
        var desk = new Desk(bench);
        var tenant = await bench.AddTenantAsync();
        if (hasBooked)
        {
            await desk.BringAsync(tenant, "first", InvoiceState.Booked, null, "T");
        }

        for (var number = 0; number < 40; number++)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
            await desk.BringAsync(tenant, $"{number}", InvoiceState.NeedsAttention, null, "T");
        }

        var contacts = await LastContacts.OfAsync(bench.Invoices, new PaymentStore(bench.Store), tenant.Id, default);

        Assert.Equal((hasBooked, null), (contacts.IsBooking, contacts.BookedAt));
        Assert.Equal(bench.Clock.GetUtcNow(), contacts.HeardAt);
    }
}
