using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

/// <summary>Who comes while the same process works on the administration goes away without asking the store, and is not forgotten.</summary>
public sealed class InHandTests
{
    private readonly Bench bench = new();
    private EventOutcome? met;

    [Fact]
    public async Task Invoice_that_comes_meanwhile_costs_a_write_and_a_read_and_is_booked_by_who_is_at_it()
    {
        var tenant = await bench.AddTenantAsync();
        var calls = (0, 0, 0);
        WhileBooking("F1", async () =>
        {
            bench.Store.ForgetCounts();
            met = await bench.TakeOneAsync(tenant, bench.Events.Valid("e2", "F2"));
            calls = (bench.Store.Gets, bench.Store.Queries, bench.Store.Writes);
        });

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        Assert.Equal(OutcomeKind.Accepted, met!.Kind);
        Assert.Equal((1, 0, 1), calls);
        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F2"));
    }

    [Fact]
    public async Task Holder_whose_lease_ran_out_keeps_nobody_away()
    {
        var tenant = await bench.AddTenantAsync();
        WhileBooking("F1", async () =>
        {
            bench.Clock.Advance(bench.Options.LeaseLength);
            met = await bench.TakeOneAsync(tenant, bench.Events.Valid("e2", "F2"));
        });

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        Assert.Equal(OutcomeKind.Booked, met!.Kind);
    }

    private void WhileBooking(string number, Func<Task> happens) => bench.Books.Before = async call =>
    {
        if (call == "book " + number && met is null)
        {
            await happens();
        }
    };
}
