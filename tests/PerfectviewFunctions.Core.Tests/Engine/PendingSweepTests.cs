using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

public sealed class PendingSweepTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Bench bench = new();

    private DateTimeOffset Now => bench.Clock.GetUtcNow();

    [Fact]
    public async Task Run_picks_up_what_a_dead_process_left()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, bench.Events.Valid("e1", "F1"));

        await bench.NewSweep().RunAsync(default);

        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Run_lost_due_row_is_repaired_at_the_first_run_and_then_hourly()
    {
        var tenant = await bench.AddTenantAsync();
        var sweep = bench.NewSweep();
        await LoseDueRowAsync(tenant, "F1");
        await sweep.RunAsync(default);
        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F1"));

        bench.Clock.Advance(10 * Minute);
        await sweep.RunAsync(default);
        await LoseDueRowAsync(tenant, "F2");
        bench.Clock.Advance((50 * Minute) - TimeSpan.FromTicks(1));
        await sweep.RunAsync(default);
        Assert.Equal(InvoiceState.Received, await bench.StateOfAsync(tenant, "F2"));

        bench.Clock.Advance(TimeSpan.FromTicks(1));
        await sweep.RunAsync(default);

        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F2"));
    }

    [Fact]
    public async Task Run_tenant_lost_from_its_administrations_list_is_put_back()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.Tenants.LeaveAsync(tenant.Id, tenant.Administration!.Value, default);
        await bench.PlaceAsync(tenant, bench.Events.Valid("e1", "F1"));

        await bench.NewSweep().RunAsync(default);

        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Run_repair_that_failed_is_made_at_the_next_run()
    {
        var tenant = await bench.AddTenantAsync();
        var sweep = bench.NewSweep();
        await LoseDueRowAsync(tenant, "F1");
        bench.Store.Before = _ => throw new StoreUnavailableException("down");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => sweep.RunAsync(default));

        bench.Store.Before = null;
        await sweep.RunAsync(default);

        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Run_nothing_due_reads_one_partition_once()
    {
        await bench.AddTenantAsync();
        var sweep = bench.NewSweep();
        await sweep.RunAsync(default);
        bench.Clock.Advance(Minute);
        var (gets, queries, writes) = (bench.Store.Gets, bench.Store.Queries, bench.Store.Writes);

        await sweep.RunAsync(default);

        Assert.Equal((gets, queries + 1, writes), (bench.Store.Gets, bench.Store.Queries, bench.Store.Writes));
    }

    [Fact]
    public async Task Run_administration_that_throws_stops_no_other_and_is_logged()
    {
        var bad = await bench.AddTenantAsync("bad", administration: 2);
        var good = await bench.AddTenantAsync("good", administration: 3);
        await bench.PlaceAsync(bad, bench.Events.Valid("e1", "F1"));
        await bench.PlaceAsync(good, bench.Events.Valid("e1", "F1"));
        bench.Store.Before = call => call is StoreCall.Get get && get.Partition == Partition.Of(Bench.AdministrationOf(2))
            ? throw new StoreUnavailableException("this partition is down")
            : Task.CompletedTask;

        await bench.NewSweep().RunAsync(default);

        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(good, "F1"));
        Assert.Equal(InvoiceState.Received, await bench.StateOfAsync(bad, "F1"));
        Assert.Contains(bench.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("this partition is down", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tenant")]
    [InlineData("open:F1:")]
    public async Task Run_damaged_row_of_one_tenant_stops_no_other(string damaged)
    {
        var bad = await bench.AddTenantAsync("bad");
        var good = await bench.AddTenantAsync("good");
        await bench.PlaceAsync(bad, bench.Events.Valid("e1", "F1"));
        await bench.PlaceAsync(good, bench.Events.Valid("e1", "F1"));
        var row = (await bench.RowsAsync(Partition.Of(bad.Id))).First(row => row.Key.StartsWith(damaged, StringComparison.Ordinal));
        await bench.Store.TryReplaceAsync(row, [], default);

        await bench.NewSweep().RunAsync(default);

        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(good, "F1"));
        Assert.Contains(bench.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("bad", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_time_out_inside_one_administration_stops_no_other()
    {
        var bad = await bench.AddTenantAsync("bad", administration: 2);
        var good = await bench.AddTenantAsync("good", administration: 3);
        await bench.PlaceAsync(bad, bench.Events.Valid("e1", "F1"));
        await bench.PlaceAsync(good, bench.Events.Valid("e1", "F1"));
        bench.Store.Before = call => call is StoreCall.Get get && get.Partition == Partition.Of(Bench.AdministrationOf(2))
            ? throw new TaskCanceledException("a time-out that nobody asked for")
            : Task.CompletedTask;

        await bench.NewSweep().RunAsync(default);

        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(good, "F1"));
    }

    [Fact]
    public async Task Run_cancelled_stops()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.NewSweep().RunAsync(cancel.Token));
    }

    [Fact]
    public async Task Run_done_work_clears_the_due_row_after_five_minutes()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        var sweep = bench.NewSweep();

        bench.Clock.Advance((5 * Minute) - TimeSpan.FromTicks(1));
        await sweep.RunAsync(default);
        Assert.NotNull(await bench.DueAtAsync(tenant.Id));

        bench.Clock.Advance(TimeSpan.FromTicks(1));
        await sweep.RunAsync(default);

        Assert.Null(await bench.DueAtAsync(tenant.Id));
    }

    [Fact]
    public async Task Run_postponed_work_moves_the_row_to_its_time_and_is_done_then()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Books.OnBook = _ => new Answer<BookingReceipt>.NotDone(CallFailure.Throttled, RetryAfter: 40 * Minute);
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        var retryAt = Now + (40 * Minute);
        var sweep = await RepairedSweepAsync();

        bench.Clock.Advance(5 * Minute);
        await sweep.RunAsync(default);

        Assert.Equal(retryAt, await bench.DueAtAsync(tenant.Id));
        bench.Books.OnBook = _ => null;
        bench.Clock.Advance(35 * Minute);
        await sweep.RunAsync(default);
        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Run_paused_connection_rests_until_its_probe_and_resumes_then()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Books.OnReadDebtors = () => new Answer<DebtorList>.Refused("E0011");
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        var probeAt = Now + bench.Options.ProbeInterval;
        var sweep = await RepairedSweepAsync();

        bench.Clock.Advance(5 * Minute);
        await sweep.RunAsync(default);

        Assert.Equal(probeAt, await bench.DueAtAsync(tenant.Id));
        bench.Books.Forget();
        bench.Books.OnReadDebtors = () => null;
        bench.Clock.Advance(bench.Options.ProbeInterval - (5 * Minute));
        await sweep.RunAsync(default);
        Assert.Equal("accounts", bench.Books.Calls[0]);
        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Run_unlinked_tenant_with_open_work_is_looked_at_hourly()
    {
        var tenant = await bench.AddTenantAsync(state: TenantState.Unlinked);
        await bench.PlaceAsync(tenant, bench.Events.Valid("e1", "F1"));
        var sweep = await RepairedSweepAsync();
        bench.Clock.Advance(5 * Minute);

        await sweep.RunAsync(default);

        Assert.Equal(Now + (60 * Minute), await bench.DueAtAsync(tenant.Id));
    }

    [Fact]
    public async Task Run_due_row_of_nobody_goes()
    {
        var unknown = TenantId.Parse("nobody");
        await bench.Due.AnnounceAsync(unknown, Now, default);
        bench.Clock.Advance(5 * Minute);

        await bench.NewSweep().RunAsync(default);

        Assert.Null(await bench.DueAtAsync(unknown));
    }

    /// <summary>One that had its first run.</summary>
    private async Task<PendingSweep> RepairedSweepAsync()
    {
        var sweep = bench.NewSweep();
        await sweep.RunAsync(default);
        return sweep;
    }

    private async Task LoseDueRowAsync(Tenant tenant, string number)
    {
        await bench.PlaceAsync(tenant, bench.Events.Valid("e" + number, number));
        await bench.Store.TryDeleteAsync((await bench.Store.GetAsync(Partition.Due, tenant.Id.Value, default))!, default);
    }
}
