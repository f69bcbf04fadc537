using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Attention;

public sealed class OpenCountsTests
{
    [Fact]
    public async Task What_waits_by_itself_what_waits_for_a_person_and_what_was_booked_are_told_apart()
    {
        var (desk, tenant, counts) = await StartAsync();
        await desk.Bench.PlaceAsync(tenant, desk.Bench.Events.Valid("e-1", "1"));
        await desk.Bench.PlaceAsync(tenant, desk.Bench.Events.Valid("e-2", "2"));
        await desk.BringAsync(tenant, "3", InvoiceState.NeedsAttention, null, "T");
        await desk.BringAsync(tenant, "4", InvoiceState.Booked, null, "T");
        await desk.BringAsync(tenant, "5", InvoiceState.Ignored, null, "T");

        Assert.Equal(new Bounded(2, false), await counts.WaitingAsync(tenant.Id, default));
        Assert.Equal(new Bounded(1, false), (await counts.AttentionAsync(tenant.Id, default)).All);
        Assert.Equal(new Bounded(1, false), await counts.BookedTodayAsync(tenant.Id, default));
    }

    [Fact]
    public async Task Counting_stops_at_its_bound()
    {
        var (desk, tenant, counts) = await StartAsync();
        for (var number = 0; number <= OpenCounts.Most; number++)
        {
            await desk.Bench.PlaceAsync(tenant, desk.Bench.Events.Valid($"e-{number}", $"{number}"));
        }

        Assert.Equal(new Bounded(OpenCounts.Most, true), await counts.WaitingAsync(tenant.Id, default));
    }

    [Fact]
    public async Task Exactly_as_many_as_the_bound_are_not_more()
    {
        var (desk, tenant, counts) = await StartAsync();
        for (var number = 0; number < OpenCounts.Most; number++)
        {
            await desk.Bench.PlaceAsync(tenant, desk.Bench.Events.Valid($"e-{number}", $"{number}"));
        }

        Assert.Equal(new Bounded(OpenCounts.Most, false), await counts.WaitingAsync(tenant.Id, default));
    }

    [Fact]
    public async Task Refused_events_that_were_mended_since_are_not_all_looked_through_for_each_count()
    {
        var (desk, tenant, counts) = await StartAsync();
        for (var number = 0; number < 3000; number++)
        {
            await desk.Bench.PlaceAsync(tenant, Arriving.Faulty($"f-{number}", "1"));
        }

        desk.Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Bench.PlaceAsync(tenant, desk.Bench.Events.Valid("e-1", "1"));
        desk.Bench.Store.ForgetCounts();

        Assert.Equal(new Bounded(0, true), (await counts.AttentionAsync(tenant.Id, default)).Events);
        Assert.InRange(desk.Bench.Store.Gets, 0, 4000);
    }

    [Theory]
    [InlineData(0, false, "0")]
    [InlineData(200, true, "200+")]
    public void Bound_is_told(int count, bool more, string text) => Assert.Equal(text, new Bounded(count, more).Text(number => $"{number}"));

    private static async Task<(Desk Desk, Tenant Tenant, OpenCounts Counts)> StartAsync()
    {
        var bench = new Bench();
        var desk = new Desk(bench);
        var counts = new OpenCounts(
            bench.Store, desk.HeldBack, new EventsForAttention(bench.Store, bench.Invoices), bench.Relations, bench.Clock);
        return (desk, await bench.AddTenantAsync(), counts);
    }
}
