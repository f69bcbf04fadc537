using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

/// <summary>What a look-up makes of an invoice whose outcome nobody knew.</summary>
public sealed class RecoveryTests
{
    private readonly Bench bench = new(new EngineOptions { LookupsPerMonth = 2 });

    [Fact]
    public async Task Number_taken_by_another_booking_frees_the_invoice_for_a_person()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Books.OnBook = _ => new Answer<BookingReceipt>.Refused("CMUT018");
        bench.Books.OnFind = number => Found(Other(number));

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        var invoice = await InvoiceAsync(tenant);
        Assert.Equal((InvoiceState.NeedsAttention, ReasonCode.NumberInUse), (invoice.State, invoice.Reason!.Code));
        Assert.Equal(("F1", "mutatie 77, 2020-01-01, 99999, 121.00"), (invoice.Reason.Values["number"], invoice.Reason.Values["found"]));
        Assert.Null(invoice.Intent);
    }

    [Fact]
    public async Task Number_taken_after_an_unclear_attempt_keeps_what_was_sent()
    {
        var tenant = await bench.AddTenantAsync();
        await TimeOutAsync(tenant);
        bench.Books.OnFind = number => Found(Other(number));

        await SweepLaterAsync();

        var invoice = await InvoiceAsync(tenant);
        Assert.Equal((InvoiceState.NeedsAttention, ReasonCode.NumberInUse), (invoice.State, invoice.Reason!.Code));
        Assert.NotNull(invoice.Intent);
        Assert.Single(bench.Books.Calls, "book F1");
    }

    [Fact]
    public async Task Cut_list_proves_nothing()
    {
        var tenant = await bench.AddTenantAsync();
        await TimeOutAsync(tenant);
        bench.Books.OnFind = _ => new Answer<FoundBookings>.Success(new FoundBookings([], Complete: false));

        await SweepLaterAsync();

        var invoice = await InvoiceAsync(tenant);
        Assert.Equal((InvoiceState.NeedsAttention, ReasonCode.LookupIncomplete), (invoice.State, invoice.Reason!.Code));
        Assert.NotNull(invoice.Intent);
        Assert.Single(bench.Books.Calls, "book F1");
    }

    [Fact]
    public async Task Look_ups_used_up_leave_it_uncertain_and_unsent()
    {
        var tenant = await bench.AddTenantAsync();
        await TimeOutAsync(tenant);
        bench.Books.OnFind = _ => new Answer<FoundBookings>.Unclear(CallFailure.TimedOut);

        await SweepLaterAsync();
        await SweepLaterAsync();
        await SweepLaterAsync();

        var invoice = await InvoiceAsync(tenant);
        Assert.Equal((InvoiceState.Uncertain, ReasonCode.LookupQuotaUsed), (invoice.State, invoice.Reason!.Code));
        Assert.Equal(("2", "2"), (invoice.Reason.Values["used"], invoice.Reason.Values["limit"]));
        Assert.Equal(2, bench.Books.Calls.Count(call => call == "find F1"));
        Assert.Single(bench.Books.Calls, "book F1");
    }

    [Fact]
    public async Task Another_open_item_does_not_cost_a_look_up_and_ones_own_among_others_does()
    {
        var tenant = await bench.AddTenantAsync();
        OpenItem[] items = [Open("F2", "10001"), Open("F1", "99999")];
        bench.Books.OnReadOpen = () => new Answer<OpenItems>.Success(new OpenItems(items, IsSnapshot: true));
        await TimeOutAsync(tenant);
        Assert.DoesNotContain("find F1", bench.Books.Calls);
        var sent = (await InvoiceAsync(tenant)).Intent!.Booking;

        items = [Open("F2", sent.DebtorCode), Open(" F1 ", sent.DebtorCode + " ")];
        bench.Books.OnFind = _ => Found(new BookedMutation(
            78, true, sent.Date, "F1", sent.DebtorCode, [.. sent.Lines.Select(line => new BookedLine(line.Net, line.Vat, line.VatCode))]));
        bench.Clock.Advance(bench.Options.ProvesAbsenceAfter - TimeSpan.FromSeconds(1));
        await bench.NewSweep().RunAsync(default);
        await SweepLaterAsync();

        Assert.Equal((InvoiceState.Booked, 78), ((await InvoiceAsync(tenant)).State, (await InvoiceAsync(tenant)).MutationNumber));
        Assert.Single(bench.Books.Calls, "book F1");
    }

    private async Task TimeOutAsync(Tenant tenant)
    {
        bench.Books.OnBook = _ => new Answer<BookingReceipt>.Unclear(CallFailure.TimedOut);
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
    }

    private async Task SweepLaterAsync()
    {
        bench.Clock.Advance(TimeSpan.FromHours(2));
        await bench.NewSweep().RunAsync(default);
    }

    private async Task<Invoice> InvoiceAsync(Tenant tenant) => (await bench.Invoices.FindAsync(tenant.Id, "F1", default))!;

    private static Answer<FoundBookings> Found(params BookedMutation[] mutations) =>
        new Answer<FoundBookings>.Success(new FoundBookings(mutations, Complete: true));

    private static BookedMutation Other(string number) =>
        new(77, true, new DateOnly(2020, 1, 1), number, "99999", [new BookedLine(100m, 21m, "HOOG_VERK_21")]);

    private static OpenItem Open(string number, string debtor) => new(number, debtor, "", new DateOnly(2026, 3, 2), 121m, 0m, 121m);
}
