using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Payments;

/// <summary>A reading that stops half-way changes nothing of what the whole one would have said.</summary>
public sealed class InterruptedTests
{
    [Theory]
    [InlineData(WorkStep.VanishingStored, 1)]
    [InlineData(WorkStep.PaymentLookedUp, 1)]
    [InlineData(WorkStep.PaymentLookedUp, 9)]
    [InlineData(WorkStep.PaymentsStored, 3)]
    public async Task Invoices_that_left_together_stay_unproven_though_the_run_that_saw_them_leave_dies(WorkStep step, int times)
    {
        var witness = new Dying(step, times);
        var bench = new PaymentBench(witness: witness);
        var tenant = await bench.AddTenantAsync(40);
        await bench.ReadAsync();
        foreach (var number in Enumerable.Range(1, 10))
        {
            bench.Open.Remove($"F{number}");
        }

        witness.IsArmed = true;
        await bench.ReadAsync();
        Assert.True(witness.IsDead);
        bench.Bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await bench.Sync.RunAsync(default);

        foreach (var number in Enumerable.Range(1, 10))
        {
            Assert.Equal(PaymentState.ClosedNotVerified, await bench.StateAsync(tenant, $"F{number}"));
        }
    }

    [Fact]
    public async Task Run_that_lost_its_lease_stores_nothing_over_what_the_next_owner_stored()
    {
        var bench = new PaymentBench();
        var tenant = await bench.AddTenantAsync(2);
        await bench.ReadAsync();
        bench.Open["F1"] = bench.Open["F1"] with { Paid = 21m, Open = 100m };
        bench.Open["F2"] = bench.Open["F2"] with { Paid = 21m, Open = 100m };
        var isFirst = true;
        bench.Bench.Store.Before = async call =>
        {
            if (isFirst && call is StoreCall.Write { Partition: "tenant:demo" })
            {
                // While the first writer was away for longer than its lease, another host read the books.
                isFirst = false;
                bench.Open["F1"] = bench.Open["F1"] with { Paid = 121m, Open = 0m };
                bench.Bench.Clock.Advance(TimeSpan.FromHours(1));
                await bench.Sync.RunAsync(default);
            }
        };

        await bench.ReadAsync();

        Assert.Equal((PaymentState.Paid, PaymentState.PartlyPaid), (await bench.StateAsync(tenant, "F1"), await bench.StateAsync(tenant, "F2")));
    }

    [Fact]
    public async Task Store_that_fails_for_one_tenant_keeps_no_other_administration()
    {
        var bench = new PaymentBench();
        await bench.AddTenantAsync(1, "ill", administration: 1);
        var well = await bench.AddTenantAsync(1, "well", administration: 2);
        bench.Bench.Store.Before = call => call is StoreCall.Query { Partition: "tenant:ill" }
            ? throw new StoreUnavailableException("down")
            : Task.CompletedTask;

        await bench.ReadAsync();

        Assert.Equal(PaymentState.Open, await bench.StateAsync(well, "F1"));
    }

    private sealed class Dying(WorkStep step, int times) : IWorkWitness
    {
        private int reached;

        public bool IsArmed { get; set; }

        public bool IsDead { get; private set; }

        public void Reached(WorkStep at)
        {
            if (IsArmed && !IsDead && at == step && ++reached == times)
            {
                IsDead = true;
                throw new InvalidOperationException("The process dies here.");
            }
        }
    }
}
