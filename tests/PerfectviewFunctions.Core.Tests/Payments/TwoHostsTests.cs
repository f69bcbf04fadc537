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
            var list = new Answer<OpenItems>.Success(new OpenItems([.. bench.Open.Values], IsSnapshot: true));
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

    [Fact]
    public async Task Messages_of_a_reading_that_takes_minutes_to_store_are_all_looked_at()
    {
        var bench = new PaymentBench();
        var store = bench.Bench.Store;
        var tenant = await bench.AddTenantAsync(300, settings: PaymentBench.Settings with { CallbackAddress = "https://crm.example/hook" });
        var (writes, isDelivering) = (0, false);
        store.Before = async call =>
        {
            if (isDelivering || call is not StoreCall.Write { Partition: "tenant:demo" })
            {
                return;
            }

            bench.Bench.Clock.Advance(TimeSpan.FromSeconds(50));
            if (++writes == 9)
            {
                // The timer sends all that waits so far, and sees that nothing is left.
                isDelivering = true;
                var due = new CallbackDueRows(store, bench.Bench.Clock);
                await foreach (var row in due.Rows.DueAsync(default))
                {
                    await foreach (var waiting in bench.Outbox.RowsAsync(tenant.Id, default))
                    {
                        await store.TryDeleteAsync(waiting, default);
                    }

                    await due.Rows.SettleAsync(row, bench.Bench.Clock.GetUtcNow(), null, default);
                }

                isDelivering = false;
            }
        };

        await bench.ReadAsync();
        store.Before = null;

        Assert.True(writes > 9);
        Assert.Contains(await bench.Bench.RowsAsync("tenant:demo"), row => row.Key.StartsWith("callback:", StringComparison.Ordinal));
        Assert.NotEmpty(await bench.Bench.RowsAsync("callbacks"));
    }

    [Fact]
    public async Task Caller_who_hangs_up_can_not_have_the_books_read_again_at_once()
    {
        var bench = new PaymentBench();
        var tenant = await bench.AddTenantAsync(1);
        using var caller = new CancellationTokenSource();
        bench.Bench.Books.Before = async _ =>
        {
            await caller.CancelAsync();
            caller.Token.ThrowIfCancellationRequested();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Sync.ReadNowAsync(tenant, caller.Token));
        bench.Bench.Books.Before = null;

        Assert.IsType<ReadNow.Refused>(await bench.Sync.ReadNowAsync(tenant, default));
        Assert.Equal(["open"], bench.Bench.Books.Calls);
        await bench.ReadAsync();
        Assert.Equal(PaymentState.Open, await bench.StateAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Reading_that_was_asked_for_and_failed_is_tried_again_when_its_answer_says_so()
    {
        var bench = new PaymentBench();
        var tenant = await bench.AddTenantAsync(1);
        await bench.ReadAsync();
        bench.Bench.Clock.Advance(TimeSpan.FromMinutes(10));
        var whole = bench.Bench.Books.OnReadOpen;
        bench.Bench.Books.OnReadOpen = () => new Answer<OpenItems>.NotDone(CallFailure.Unreadable, "cut off");
        var done = Assert.IsType<ReadNow.Done>(await bench.Sync.ReadNowAsync(tenant, default));
        Assert.NotNull(done.State.AgainAt);
        bench.Bench.Books.OnReadOpen = whole;
        bench.Bench.Books.Forget();

        bench.Bench.Clock.Advance(done.State.AgainAt.Value - bench.Bench.Clock.GetUtcNow());
        await bench.Sync.RunAsync(default);

        Assert.Equal(["open"], bench.Bench.Books.Calls);
        Assert.Null((await new ReadingStates(bench.Bench.Store).OfAsync(tenant.Administration!.Value, default)).Reason);
    }

    [Fact]
    public async Task Damaged_row_of_one_tenant_keeps_nothing_from_those_it_shares_the_books_with_and_has_the_books_read_no_more_often()
    {
        var bench = new PaymentBench();
        var ill = await bench.AddTenantAsync(1, "ill");
        var well = await bench.AddTenantAsync(1, "well");
        bench.Bench.Store.Before = call => call is StoreCall.Query { Partition: "tenant:ill" }
            ? throw new InvalidDataException("damaged")
            : Task.CompletedTask;

        await bench.ReadAsync();

        Assert.Equal(PaymentState.Open, await bench.StateAsync(well, "F1"));
        var state = await new ReadingStates(bench.Bench.Store).OfAsync(ill.Administration!.Value, default);
        Assert.Equal(1, state.Failures);
        Assert.NotNull(state.Reason);
        for (var minute = 0; minute < 30; minute++)
        {
            bench.Bench.Clock.Advance(TimeSpan.FromMinutes(1));
            await bench.Sync.RunAsync(default);
        }

        Assert.InRange(bench.Bench.Books.Calls.Count, 2, 7);
    }

    [Fact]
    public async Task Clock_that_was_ahead_once_stops_no_reading()
    {
        var bench = new PaymentBench();
        var tenant = await bench.AddTenantAsync(1);
        await bench.ReadAsync();
        bench.Bench.Clock.Advance(TimeSpan.FromDays(365));
        await bench.Sync.RunAsync(default);
        bench.Bench.Clock.Advance(TimeSpan.FromDays(-365));
        bench.Open["F1"] = bench.Open["F1"] with { Paid = 21m, Open = 100m };

        await bench.ReadAsync();

        Assert.Equal(PaymentState.PartlyPaid, await bench.StateAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Look_up_that_always_fails_keeps_no_other_invoice()
    {
        var bench = new PaymentBench();
        var tenant = await bench.AddTenantAsync(40);
        await bench.ReadAsync();
        var others = bench.Bench.Books.OnFind;
        bench.Bench.Books.OnFind = number =>
            number == "F1" ? new Answer<FoundBookings>.NotDone(CallFailure.Unreadable, "no date") : others(number);
        foreach (var number in (string[])["F1", "F2", "F3"])
        {
            bench.Open.Remove(number);
        }

        await bench.ReadAsync();

        Assert.Equal(PaymentState.Open, await bench.StateAsync(tenant, "F1"));
        Assert.Equal((PaymentState.Paid, PaymentState.Paid), (await bench.StateAsync(tenant, "F2"), await bench.StateAsync(tenant, "F3")));
        Assert.NotNull((await new ReadingStates(bench.Bench.Store).OfAsync(tenant.Administration!.Value, default)).Reason);
    }
}
