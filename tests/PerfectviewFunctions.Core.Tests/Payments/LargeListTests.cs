using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Payments;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Payments;

/// <summary>What a reading costs when an administration has thousands of open invoices.</summary>
public sealed class LargeListTests
{
    private const int Many = 10_000;

    [Fact]
    public async Task Ten_thousand_open_invoices_take_one_call_and_only_what_changed_is_written()
    {
        var bench = new PaymentBench();
        var tenant = await bench.AddTenantAsync(Many);
        await bench.ReadAsync();
        Assert.Equal(["open"], bench.Bench.Books.Calls);

        bench.Open["F7"] = bench.Open["F7"] with { Paid = 21m, Open = 100m };
        bench.Open.Remove("F8");
        await bench.ReadAsync();

        Assert.Equal(["open", "find F8"], bench.Bench.Books.Calls);
        Assert.Equal((PaymentState.PartlyPaid, PaymentState.Paid), (await bench.StateAsync(tenant, "F7"), await bench.StateAsync(tenant, "F8")));
        var written = bench.Bench.Store.Writes;

        await bench.ReadAsync();
        var whenNothingChanged = bench.Bench.Store.Writes;

        // Two invoices, the marks of the look-up (two counters), and what a reading writes anyway: lease, state, run.
        Assert.Equal(2 + 2, written - whenNothingChanged);
        Assert.InRange(whenNothingChanged, 1, 5);
        Assert.Equal(["open"], bench.Bench.Books.Calls);
    }

    [Fact]
    public async Task Invoices_of_others_by_the_thousand_cost_neither_calls_nor_writes()
    {
        var bench = new PaymentBench();
        await bench.AddTenantAsync(10);
        for (var number = 1; number <= Many; number++)
        {
            bench.Open[$"X{number}"] = new OpenItem($"X{number}", "K2", "Other", new DateOnly(2026, 3, 2), 121m, 0m, 121m);
        }

        await bench.ReadAsync();
        await bench.ReadAsync();

        Assert.Equal(["open"], bench.Bench.Books.Calls);
        Assert.InRange(bench.Bench.Store.Writes, 1, 5);
        Assert.InRange(bench.Bench.Store.Gets, 1, 30);
    }

    [Fact]
    public async Task Settled_invoices_are_walked_through_only_while_rows_are_left_that_are_nobodys()
    {
        var bench = new PaymentBench();
        var tenant = await bench.AddTenantAsync(10);
        await bench.ReadAsync();
        var item = bench.Open["F3"];
        bench.Open.Remove("F3");
        await bench.ReadAsync();
        await bench.ReadAsync();
        var withoutOthers = bench.Bench.Store.Queries;

        bench.Open["F3"] = item;
        await bench.ReadAsync();

        Assert.Equal(withoutOthers + 1, bench.Bench.Store.Queries);
        Assert.Equal(PaymentState.Reopened, await bench.StateAsync(tenant, "F3"));
    }
}
