using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>Two hosts on one store, called at the same time.</summary>
public abstract class TwoHostsTests
{
    /// <summary>Where they keep their rows; null for what a test gets that does not choose.</summary>
    private protected virtual Task<RowPlace?> RowsAsync() => Task.FromResult<RowPlace?>(null);

    [Fact]
    public async Task Same_event_fifty_times_in_parallel_is_booked_once()
    {
        await using var pair = await Pair.StartAsync(await RowsAsync());
        var sent = Events.Invoice("2026-0001");

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(call => pair[call].SendAsync(sent.DeepClone())));

        Assert.All(replies, reply => Assert.Contains(reply.Outcome, (string[])["booked", "duplicate", "accepted"]));
        Assert.All(replies, reply => Assert.Contains(reply.Status, (int[])[200, 202]));
        await pair.AssertBookedOnceAsync("2026-0001");
        Assert.Equal(1, pair.World.Sandbox.Books.Calls.Count("AddMutatie"));
        Assert.Single(pair.World.Books.Relations);
    }

    [Fact]
    public async Task Same_invoice_under_two_event_ids_in_parallel_is_booked_once()
    {
        await using var pair = await Pair.StartAsync(await RowsAsync());

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(call =>
            pair[call].SendAsync(Events.Invoice("2026-0001", id: call / 2 % 2 == 0 ? "evt-a" : "evt-b"))));

        // Of two events that come before the booking, one is the invoice and the other is ignored as replaced.
        Assert.All(replies, reply => Assert.Contains(reply.Outcome, (string[])["booked", "duplicate", "accepted", "ignored"]));
        await pair.AssertBookedOnceAsync("2026-0001");
        Assert.Equal(1, pair.World.Sandbox.Books.Calls.Count("AddMutatie"));
        Assert.Single(pair.World.Books.Relations);
    }

    [Fact]
    public async Task Twenty_invoices_of_one_new_debtor_in_parallel_are_each_booked_once()
    {
        await using var pair = await Pair.StartAsync(await RowsAsync());
        var numbers = Enumerable.Range(1, 20).Select(number => $"2026-{number:0000}").ToList();

        var replies = await Task.WhenAll(numbers.Select((number, call) => pair[call].SendAsync(Events.Invoice(number))));

        Assert.All(replies, reply => Assert.Contains(reply.Outcome, (string[])["booked", "accepted"]));
        foreach (var number in numbers)
        {
            await pair.AssertBookedOnceAsync(number);
        }

        Assert.Equal(20, pair.World.Books.Mutations.Count);
        Assert.Equal(20, pair.World.Sandbox.Books.Calls.Count("AddMutatie"));
        Assert.Single(pair.World.Books.Relations);
    }

    [Fact]
    public async Task Invoice_that_the_books_put_off_is_booked_once_by_two_sweeps_at_the_same_time()
    {
        await using var pair = await Pair.StartAsync(await RowsAsync());
        pair.World.Sandbox.Books.Faults.Add(new Sandbox.Fault(Sandbox.FaultKind.Throttled) { Operation = "AddMutatie" });

        var reply = await pair[0].SendAsync(Events.Invoice("2026-0001"));

        Assert.Equal((202, "accepted"), (reply.Status, reply.Outcome));
        Assert.Empty(pair.World.Books.Mutations);
        pair.World.Clock.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(pair[0].SweepAsync(), pair[1].SweepAsync());
        await pair.AssertBookedOnceAsync("2026-0001");
    }

    /// <summary>The hosts, and a witness in both that sees whether two calls that book are ever under way at once.</summary>
    private sealed class Pair : IAsyncDisposable
    {
        private readonly Witness witness = new();
        private readonly Host[] hosts = new Host[2];

        private Pair(World world) => World = world;

        public World World { get; }

        public Host this[int call] => hosts[call % hosts.Length];

        public static async Task<Pair> StartAsync(RowPlace? rows)
        {
            var pair = new Pair(await World.CreateAsync(rows: rows));
            for (var index = 0; index < pair.hosts.Length; index++)
            {
                pair.hosts[index] = await pair.World.AddHostAsync(builder =>
                {
                    builder.Services.AddSingleton<IWorkWitness>(pair.witness);

                    // All at once is what is tried here, so the door is wide.
                    builder.Services.AddSingleton(new GateOptions { MaxAtOncePerTenant = 32 });
                });
            }

            await pair.World.AddTenantAsync("demo");
            pair.World.Sandbox.Books.Calls.Clear();
            return pair;
        }

        /// <summary>After both timers ran: one booking, both hosts say so, and it was never more than one that booked.</summary>
        public async Task AssertBookedOnceAsync(string number)
        {
            await Task.WhenAll(hosts.Select(host => host.SweepAsync()));
            var booked = Assert.Single(World.Books.Mutations, mutation => mutation.InvoiceNumber == number);
            foreach (var host in hosts)
            {
                var invoice = await host.InvoiceAsync(number);
                Assert.Equal("booked", invoice!["state"]!.GetValue<string>());
                Assert.Equal(booked.Number, invoice["mutationNumber"]!.GetValue<long>());
            }

            Assert.Equal(1, witness.MostAtOnce);
        }

        public ValueTask DisposeAsync() => World.DisposeAsync();
    }

    /// <summary>Counts how many are between the frozen booking and its answer, which only who holds the lease may be.</summary>
    private sealed class Witness : IWorkWitness
    {
        private readonly Lock gate = new();
        private int now;

        public int MostAtOnce { get; private set; }

        public void Reached(WorkStep step)
        {
            lock (gate)
            {
                now += step switch { WorkStep.IntentStored => 1, WorkStep.BookingAnswered => -1, _ => 0 };
                MostAtOnce = Math.Max(MostAtOnce, now);
            }
        }
    }
}

/// <summary>On a local host's own store.</summary>
public sealed class TwoLocalHostsTests : TwoHostsTests;
