using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Payments.Reading;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Payments;

/// <summary>What hosts that work at the same time, are slow or are hung up on do to each other's readings.</summary>
public sealed class TwoHostsTests
{
    [Fact]
    public async Task List_that_came_in_after_its_lease_ran_out_says_nothing_over_a_newer_one()
    {
        var bench = new PaymentBench();
        var tenant = await bench.AddTenantAsync(1);
        await bench.ReadAsync();
        var isFirst = true;
        bench.Bench.Books.OnReadOpen = () =>
        {
            var list = new Answer<IReadOnlyList<OpenItem>>.Success([.. bench.Open.Values]);
            if (isFirst)
            {
                // While this list is on its way the payment is reversed, and another host reads the books.
                isFirst = false;
                bench.Open["F1"] = bench.Open["F1"] with { Paid = 0m, Open = 121m };
                bench.Bench.Clock.Advance(TimeSpan.FromHours(1));
                bench.Sync.RunAsync(default).GetAwaiter().GetResult();
            }

            return list;
        };
        bench.Open["F1"] = bench.Open["F1"] with { Paid = 121m, Open = 0m };

        await bench.ReadAsync();

        Assert.Equal(PaymentState.Open, await bench.StateAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Reading_that_takes_longer_than_a_lease_keeps_it()
    {
        var bench = new PaymentBench();
        var tenant = await bench.AddTenantAsync(250);
        var others = 0;
        bench.Bench.Store.Before = async call =>
        {
            if (call is StoreCall.Write { Partition: "tenant:demo" })
            {
                bench.Bench.Clock.Advance(TimeSpan.FromSeconds(50));
                others += await bench.Sync.ReadNowAsync(tenant, default) is ReadNow.Done ? 1 : 0;
            }
        };

        await bench.ReadAsync();

        Assert.Equal(0, others);
        Assert.Equal(["open"], bench.Bench.Books.Calls);
        Assert.Equal(PaymentState.Open, await bench.StateAsync(tenant, "F250"));
    }
}
