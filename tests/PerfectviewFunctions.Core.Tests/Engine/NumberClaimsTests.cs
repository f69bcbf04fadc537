using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

/// <summary>No number in the books is frozen for a second invoice while the first may stand there unknown.</summary>
public sealed class NumberClaimsTests
{
    private static readonly AdministrationKey Administration = new("a1");
    private static readonly TenantId North = TenantId.Parse("north");
    private static readonly TenantId South = TenantId.Parse("south");

    private readonly InMemoryRowStore store = new();
    private readonly NumberClaims claims;

    public NumberClaimsTests() => claims = new NumberClaims(store, new InvoiceStore(store));

    [Fact]
    public async Task Free_number_is_claimed_and_ones_own_claim_may_be_repeated()
    {
        Assert.True(await ClaimAsync(North, "F1"));
        await StoreAsync(North, "F1", InvoiceState.Uncertain, "a1", "N-F1");

        Assert.True(await ClaimAsync(North, "F1"));
    }

    [Theory]
    [InlineData(InvoiceState.Booking)]
    [InlineData(InvoiceState.Uncertain)]
    [InlineData(InvoiceState.NeedsAttention)]
    [InlineData(InvoiceState.Ignored)]
    public async Task Number_of_a_booking_that_may_stand_there_is_refused(InvoiceState state)
    {
        await ClaimAsync(North, "F1");
        await StoreAsync(North, "F1", state, "a1", "N-F1");

        Assert.False(await ClaimAsync(South, "F1"));
        Assert.False(await ClaimAsync(North, "-F1"));
        Assert.True(await ClaimAsync(North, "F1"));
    }

    [Theory]
    [InlineData(InvoiceState.Booked, "a1", "N-F1")]
    [InlineData(InvoiceState.Uncertain, "a2", "N-F1")]
    [InlineData(InvoiceState.Uncertain, "a1", "M-F1")]
    [InlineData(InvoiceState.Received, null, null)]
    public async Task Number_of_one_that_is_known_or_stands_elsewhere_goes_over(InvoiceState state, string? administration, string? number)
    {
        await ClaimAsync(North, "F1");
        await StoreAsync(North, "F1", state, administration, number);

        Assert.True(await ClaimAsync(South, "F1"));

        await StoreAsync(South, "F1", InvoiceState.Uncertain, "a1", "N-F1");
        Assert.False(await ClaimAsync(North, "F1"));
    }

    [Fact]
    public async Task Number_of_an_invoice_that_was_never_stored_goes_over()
    {
        await ClaimAsync(North, "F1");

        Assert.True(await ClaimAsync(South, "F1"));
    }

    [Fact]
    public async Task Same_number_in_another_administration_is_another_number()
    {
        await ClaimAsync(North, "F1");
        await StoreAsync(North, "F1", InvoiceState.Uncertain, "a1", "N-F1");

        Assert.True(await claims.TryClaimAsync(new AdministrationKey("a2"), "N-F1", South, "F1"));
    }

    private Task<bool> ClaimAsync(TenantId tenant, string number) => claims.TryClaimAsync(Administration, "N-F1", tenant, number);

    private async Task StoreAsync(TenantId tenant, string number, InvoiceState state, string? administration, string? inBooks)
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var date = new DateOnly(2026, 3, 2);
        var invoice = new Invoice(number, state, "e1", at, at)
        {
            Date = date,
            ChangedAt = at,
            Intent = administration is null
                ? null
                : new Intent(
                    new AdministrationKey(administration), new Booking(inBooks!, "10001", date, "1300", "F1", 14, "F1", []), new InvoiceFacts(date, "EUR", "r-1", [])),
        };
        Assert.True(await store.TryInsertAsync(Partition.Of(tenant), InvoiceRows.KeyOf(number), InvoiceRows.ToValues(invoice), default));
    }
}
