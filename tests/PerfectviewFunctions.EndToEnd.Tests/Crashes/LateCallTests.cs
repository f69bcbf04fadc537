using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>
/// No lease fences a call whose bytes already left: one that the books take up later than anybody may expect. Whichever of the two calls comes first, the
/// books refuse the other by relation and number, and it stays at one booking.
/// </summary>
public sealed class LateCallTests
{
    private static readonly TimeSpan Wait = new EngineOptions().ProvesAbsenceAfter;

    [Fact]
    public async Task Late_call_that_comes_after_the_second_one_is_refused()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.CommitLater) { Operation = "AddMutatie", Delay = Wait + TimeSpan.FromMinutes(5) });
        await host.SendAsync(Events.Invoice("1"));

        await world.PassAsync(host, Wait + TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(30));
        Assert.Equal("booked", await host.StateAsync("1"));
        await world.PassAsync(host, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));

        Assert.Single(world.Books.Mutations);
        Assert.Equal(1, world.Sandbox.Books.Calls.Outcomes[ApiChoice.Said("CMUT018", "MUT_020")]);
        Assert.Equal("booked", await host.StateAsync("1"));
    }

    [Fact]
    public async Task Second_call_that_comes_after_the_late_one_is_refused_and_the_late_booking_adopted()
    {
        var world = await World.CreateAsync();
        await using var _ = world;
        var host = await world.AddHostAsync(builder => builder.Services.AddSingleton<IWorkWitness>(new Overtaking(world)));
        await world.AddTenantAsync("demo");
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("1"));

        await world.PassAsync(host, Wait + TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

        var booked = Assert.Single(world.Books.Mutations);
        Assert.Equal(1, world.Sandbox.Books.Calls.Outcomes[ApiChoice.Said("CMUT018", "MUT_020")]);
        Assert.Equal(booked.Number, (await host.InvoiceAsync("1"))!["mutationNumber"]!.GetValue<long>());
    }

    /// <summary>Behind a look-up that found nothing, and just before the second call, the books take up the first.</summary>
    private sealed class Overtaking(World world) : IWorkWitness
    {
        private int intents;

        public void Reached(WorkStep step)
        {
            if (step == WorkStep.IntentStored && Interlocked.Increment(ref intents) == 2)
            {
                world.Books.AddInvoice(
                    "1",
                    world.Books.Relations.Single().Code,
                    new DateOnly(2026, 3, 2),
                    new SandboxMutationLine(100m, 21m, "HOOG_VERK_21", 21, SandboxDemo.RevenueAccount));
            }
        }
    }
}
