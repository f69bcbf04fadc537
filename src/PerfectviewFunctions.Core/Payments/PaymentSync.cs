using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Payments.Reading;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Core.Payments;

/// <summary>
/// Reads the payments of all administrations by the schedule. The timer comes every minute; what a planned time asks for is done once, by whichever
/// host and in however many runs, and times that passed unused are made up for by one.
/// </summary>
public sealed partial class PaymentSync : ITimerJob
{
    private readonly IRowStore store;
    private readonly TenantStore tenants;
    private readonly AdministrationReading reading;
    private readonly CallbackOutbox outbox;
    private readonly IPaymentTimes times;
    private readonly TimeProvider time;
    private readonly PaymentOptions options;
    private readonly Measures measures;
    private readonly ILogger<PaymentSync> logger;
    private readonly Rounds<AdministrationKey> rounds;

    internal PaymentSync(
        IRowStore store,
        TenantStore tenants,
        AdministrationReading reading,
        CallbackOutbox outbox,
        IPaymentTimes times,
        TimeProvider time,
        PaymentOptions options,
        Measures measures,
        ILogger<PaymentSync> logger)
    {
        this.store = store;
        this.tenants = tenants;
        this.reading = reading;
        this.outbox = outbox;
        this.times = times;
        this.time = time;
        this.options = options;
        this.measures = measures;
        this.logger = logger;
        rounds = new Rounds<AdministrationKey>(time);
    }

    public static string TimerName => "SyncPayments";

    /// <summary>What the timer runs: nothing, if all was read for the last planned time.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var slot = times.LastAt(now);
        if (await RunRow.ReadAsync(store, cancellationToken) is { } run && run.IsDone(slot, now))
        {
            // Every minute that finds nothing left to do says so: however seldom the schedule reads, silence means that something is wrong.
            if (run.AgainAt is null)
            {
                measures.PaymentsRun(isDone: true);
            }

            return;
        }

        var (sync, again) = (new Lock(), (DateTimeOffset?)null);

        // One reading is not interrupted for another, since it would have to begin with the list once more.
        var isDone = await rounds.RunAsync(
            await AdministrationsAsync(cancellationToken),
            options.Parallelism,
            options.RunBudget,
            turn: options.RunBudget,
            async (administration, until, cancel) =>
            {
                var next = await ReadAsync(administration, slot, until, cancel);
                lock (sync)
                {
                    again = next is null || again < next ? again : next;
                }

                return false;
            },
            cancellationToken);
        again = isDone || again < time.GetUtcNow() ? again : time.GetUtcNow();
        await RunRow.SaveAsync(store, new RunRow(slot, again), time.GetUtcNow(), cancellationToken);
        measures.PaymentsRun(isDone: again is null);
    }

    /// <summary>Reads the payments of a tenant's administration now, and has sent again what Perfectview could not be told.</summary>
    public async Task<ReadNow> ReadNowAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (tenant is not { State: TenantState.Linked, Administration: { } administration })
        {
            return new ReadNow.Refused(Reason.Of(ReasonCode.NotLinked), null);
        }

        if (!tenant.Settings.PaymentsOn)
        {
            return new ReadNow.Refused(Reason.Of(ReasonCode.PaymentsSwitchedOff), null);
        }

        await outbox.OfferAgainAsync(tenant.Id, cancellationToken);
        var now = time.GetUtcNow();
        var read = await reading.RunNowAsync(administration, now - options.AskAgainAfter, now + options.RunBudget, cancellationToken);
        if (read is { WasRead: true, State.AgainAt: { } again })
        {
            await RunRow.SaveAgainAsync(store, again, CancellationToken.None);
        }

        return read switch
        {
            null => new ReadNow.Refused(Reason.Of(ReasonCode.PaymentsBeingRead), now + TimeSpan.FromMinutes(1)),
            { WasRead: false, State: { TriedAt: { } triedAt } } => TooSoon(triedAt + options.AskAgainAfter),
            { State: var state } => new ReadNow.Done(state),
        };
    }

    private static ReadNow.Refused TooSoon(DateTimeOffset until) =>
        new(Reason.Of(ReasonCode.PaymentsReadJustNow, ("until", DutchTime.Text(until))), until);

    private async Task<IReadOnlySet<AdministrationKey>> AdministrationsAsync(CancellationToken cancellationToken)
    {
        var administrations = new HashSet<AdministrationKey>();
        await foreach (var id in tenants.ListAsync(cancellationToken))
        {
            try
            {
                if (await tenants.FindAsync(id, cancellationToken)
                    is { State: TenantState.Linked, Settings.PaymentsOn: true, Administration: { } administration })
                {
                    administrations.Add(administration);
                }
            }
            catch (Exception exception) when (exception is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
            {
                Log.TenantFailed(logger, exception, id.Value);
            }
        }

        return administrations;
    }

    /// <summary>One administration's trouble is not another's, not even a store that fails for its partition alone.</summary>
    private async Task<DateTimeOffset?> ReadAsync(
        AdministrationKey administration, DateTimeOffset slot, DateTimeOffset end, CancellationToken cancellationToken)
    {
        try
        {
            return await reading.RunForAsync(administration, slot, end, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception, administration.Value);
            measures.PaymentsRead(isRead: false);
            return time.GetUtcNow() + TimeSpan.FromMinutes(1);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Reading the payments of administration {Administration} stopped; the next minute goes on")]
        public static partial void Failed(ILogger logger, Exception exception, string administration);

        [LoggerMessage(2, LogLevel.Error, "The payments of {Tenant} are passed over; the next run tries again")]
        public static partial void TenantFailed(ILogger logger, Exception exception, string tenant);
    }
}

/// <summary>What came of asking for a reading.</summary>
public abstract record ReadNow
{
    private ReadNow()
    {
    }

    /// <summary>It was tried; the state tells whether a complete list came in.</summary>
    public sealed record Done(ReadingState State) : ReadNow;

    /// <param name="Until">When to ask again; null when that would not help.</param>
    public sealed record Refused(Reason Reason, DateTimeOffset? Until) : ReadNow;
}
