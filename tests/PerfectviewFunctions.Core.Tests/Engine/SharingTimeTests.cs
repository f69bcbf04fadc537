using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

/// <summary>Nobody who has much to do keeps somebody waiting who has little.</summary>
public sealed class SharingTimeTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private readonly Bench bench = new();

    [Fact]
    public async Task Tenant_with_one_invoice_waits_for_a_slice_of_its_neighbours_and_not_for_all()
    {
        var (noisy, quiet) = (await bench.AddTenantAsync("a-noisy"), await bench.AddTenantAsync("b-quiet"));
        await bench.PlaceAsync(noisy, Invoices("N", 100));
        await bench.PlaceAsync(quiet, Invoices("Q", 1));

        await bench.WorkAsync(Long);

        Assert.Equal(Share.Slice, Place("Q1"));
        Assert.Equal(101, Booked().Distinct().Count());
    }

    [Fact]
    public async Task Invoice_that_comes_while_a_neighbours_hundreds_are_worked_on_is_in_the_next_round()
    {
        var (noisy, quiet) = (await bench.AddTenantAsync("a-noisy"), await bench.AddTenantAsync("b-quiet"));
        await bench.PlaceAsync(noisy, Invoices("N", 300));
        bench.Books.Before = call => call == "book N50" ? bench.TakeOneAsync(quiet, bench.Events.Valid("q", "Q1")) : Task.CompletedTask;

        await bench.WorkAsync(Long);

        Assert.InRange(Place("Q1"), Place("N50") + 1, Place("N50") + Share.Slice);
        Assert.Equal(301, Booked().Count);
    }

    [Fact]
    public async Task Request_of_a_hundred_gives_its_neighbour_a_turn_after_a_slice()
    {
        var (noisy, quiet) = (await bench.AddTenantAsync("noisy"), await bench.AddTenantAsync("quiet"));
        await bench.PlaceAsync(quiet, Invoices("Q", 30));

        await bench.Intake.TakeAsync(noisy, Invoices("N", 100), default);

        var order = Booked();
        Assert.Equal(Enumerable.Range(1, Share.Slice).Select(number => Bench.Numbered("N", number)), order.Take(Share.Slice));
        Assert.All(order.Skip(Share.Slice).Take(Share.Slice), number => Assert.StartsWith("Q", number, StringComparison.Ordinal));
        Assert.Equal(130, order.Distinct().Count());
    }

    /// <summary>Books that take seconds for each: no call's time is all one tenant's, and whoever was not come to is first in the next call.</summary>
    [Fact]
    public async Task Neighbours_of_a_tenant_that_always_sends_have_their_turn_with_slow_books_too()
    {
        var noisy = await bench.AddTenantAsync("a-noisy");
        for (var number = 1; number <= 5; number++)
        {
            await bench.PlaceAsync(await bench.AddTenantAsync(Bench.Numbered("quiet", number)), Invoices(Bench.Numbered("Q", number) + "-", 1));
        }

        EachBookingTakes(TimeSpan.FromSeconds(3));

        for (var request = 1; request <= 4; request++)
        {
            await bench.Intake.TakeAsync(noisy, Invoices(Bench.Numbered("N", request) + "-", 5), default);
        }

        Assert.Equal(5, Booked().Count(number => number.StartsWith('Q')));
        Assert.Contains(Booked(), number => number.StartsWith('N'));
    }

    /// <summary>What fails comes back later each time, and so does not stand before what was never tried.</summary>
    [Fact]
    public async Task Invoice_behind_many_that_fail_again_and_again_has_its_turn()
    {
        var hurried = new Bench(new EngineOptions { SweepBudget = TimeSpan.FromSeconds(4), SweepTurn = TimeSpan.FromSeconds(4) });
        var tenant = await hurried.AddTenantAsync();
        await hurried.PlaceAsync(tenant, [.. Enumerable.Range(1, 120).Select(at => hurried.Events.Valid(Bench.Numbered("e", at), Bench.Numbered("A", at)))]);
        await hurried.PlaceAsync(tenant, hurried.Events.Valid("last", "Z"));
        hurried.Books.OnBook = booking => booking.InvoiceNumber == "Z" ? null : new Answer<BookingReceipt>.NotDone(CallFailure.TimedOut);
        hurried.Books.Before = call =>
        {
            hurried.Clock.Advance(call.StartsWith("book", StringComparison.Ordinal) ? TimeSpan.FromSeconds(2) : TimeSpan.Zero);
            return Task.CompletedTask;
        };

        var sweep = hurried.NewSweep();
        for (var minute = 0; minute < 150 && await hurried.StateOfAsync(tenant, "Z") != InvoiceState.Booked; minute++)
        {
            await sweep.RunAsync(default);
            hurried.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(InvoiceState.Booked, await hurried.StateOfAsync(tenant, "Z"));
    }

    [Fact]
    public async Task Tenant_alone_is_done_in_one_go_and_each_once()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices("F", 700));

        await bench.WorkAsync(Long);

        Assert.Equal(700, Booked().Count);
        Assert.Equal(700, Booked().Distinct().Count());
    }

    [Fact]
    public async Task Tenant_that_can_do_nothing_now_is_asked_once_and_its_neighbour_goes_on()
    {
        var (broken, quiet) = (await bench.AddTenantAsync("a-broken", withCredentials: false), await bench.AddTenantAsync("b-quiet"));
        await bench.PlaceAsync(broken, Invoices("B", 300));
        await bench.PlaceAsync(quiet, Invoices("Q", 60));
        var asked = 0;
        bench.Secrets.BeforeGet = name =>
        {
            asked += name.Value.Contains("a-broken", StringComparison.Ordinal) ? 1 : 0;
            return Task.CompletedTask;
        };

        await bench.WorkAsync(Long);

        Assert.Equal(60, Booked().Count);
        Assert.InRange(asked, 1, 4);
    }

    /// <summary>Each of the noisy ones has work for hours; four are worked on at a time.</summary>
    [Fact]
    public async Task Administration_with_one_invoice_has_its_turn_in_the_same_run_behind_many_that_never_end()
    {
        var noisy = new List<Tenant>();
        for (var number = 1; number <= 4; number++)
        {
            noisy.Add(await bench.AddTenantAsync(Bench.Numbered("noisy", number), administration: number));
            await bench.PlaceAsync(noisy[^1], Invoices(Bench.Numbered("N", number) + "-", 100));
        }

        var quiet = await bench.AddTenantAsync("quiet", administration: 5);
        await bench.PlaceAsync(quiet, Invoices("Q", 1));
        BookingsTakeTogether(bench.Options.SweepParallelism, TimeSpan.FromSeconds(2));

        await bench.NewSweep().RunAsync(default).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(quiet, "Q1"));
        Assert.All(noisy, tenant => Assert.Contains(Booked(), number => number.StartsWith(PrefixOf(tenant), StringComparison.Ordinal)));
        Assert.InRange(Booked().Count, 100, 112);
    }

    [Fact]
    public async Task Administrations_that_a_run_did_not_come_to_are_first_in_the_next()
    {
        var hurried = new Bench(new EngineOptions
        {
            SweepParallelism = 1, SweepBudget = TimeSpan.FromSeconds(20), SweepTurn = TimeSpan.FromSeconds(10),
        });
        for (var number = 1; number <= 6; number++)
        {
            await hurried.PlaceAsync(
                await hurried.AddTenantAsync(Bench.Numbered("t", number), administration: number),
                [.. Enumerable.Range(1, 50).Select(at => hurried.Events.Valid(Bench.Numbered("e", at), $"{number}-{at}"))]);
        }

        hurried.Books.Before = call =>
        {
            hurried.Clock.Advance(call.StartsWith("book", StringComparison.Ordinal) ? TimeSpan.FromSeconds(5) : TimeSpan.Zero);
            return Task.CompletedTask;
        };
        var sweep = hurried.NewSweep();
        for (var run = 0; run < 3; run++)
        {
            await sweep.RunAsync(default);
        }

        // Two have their turn in a run, and three runs come to all six.
        Assert.Equal(6, hurried.Books.Calls.Where(call => call.StartsWith("book", StringComparison.Ordinal)).Select(call => call[5]).Distinct().Count());
    }

    private static string PrefixOf(Tenant tenant) => "N" + tenant.Id.Value["noisy".Length..] + "-";

    private int Place(string number) => Booked().ToList().IndexOf(number);

    private IReadOnlyList<string> Booked() =>
        [.. bench.Books.Calls.Where(call => call.StartsWith("book ", StringComparison.Ordinal)).Select(call => call["book ".Length..])];

    private void EachBookingTakes(TimeSpan time) => bench.Books.Before = call =>
    {
        lock (bench)
        {
            bench.Clock.Advance(call.StartsWith("book", StringComparison.Ordinal) ? time : TimeSpan.Zero);
        }

        return Task.CompletedTask;
    };

    /// <summary>The time of a booking passes for all of them at once, when so many are under way: which thread is quicker decides nothing.</summary>
    private void BookingsTakeTogether(int count, TimeSpan time)
    {
        var underWay = new List<TaskCompletionSource>();
        bench.Books.Before = call =>
        {
            if (!call.StartsWith("book", StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }

            var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (underWay)
            {
                underWay.Add(own);
                if (underWay.Count == count)
                {
                    bench.Clock.Advance(time);
                    underWay.ForEach(one => one.SetResult());
                    underWay.Clear();
                }
            }

            return own.Task;
        };
    }

    private EventRead[] Invoices(string prefix, int count) =>
        [.. Enumerable.Range(1, count).Select(number => bench.Events.Valid(Bench.Numbered("e" + prefix, number), Bench.Numbered(prefix, number)))];
}
