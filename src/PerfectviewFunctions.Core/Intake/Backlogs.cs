using System.Globalization;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Intake;

/// <summary>
/// Turns a tenant's requests away while too many of its events wait. How many wait is counted in the store only once a request of it left something
/// undone, and then every few seconds at most, since other hosts add to it and take from it; in between, what this host left undone is added. As long as
/// all is booked while its sender waits, nothing is counted and nothing is remembered.
/// </summary>
public sealed partial class Backlogs(IRowStore store, TimeProvider time, IntakeOptions options, ILogger<Backlogs> logger)
{
    /// <summary>When the sender may come again: the minute timer will have worked by then.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<TenantId, Backlog> backlogs = [];

    /// <summary>Lets a request of so many events in, if fewer events wait than may; it may go beyond that by what it holds itself.</summary>
    /// <returns>What tells how many of them were left undone, or else why it may not come in.</returns>
    public async Task<(Entry? Entry, Reason? Reason)> EnterAsync(TenantId tenant, int events, CancellationToken cancellationToken)
    {
        // Whoever comes while another counts goes by what was known before: one count at a time is enough.
        if (BeginCount(tenant) is { } counting)
        {
            int? counted = null;
            try
            {
                counted = await CountAsync(tenant, cancellationToken);
            }
            finally
            {
                EndCount(tenant, counting, counted);
            }
        }

        lock (gate)
        {
            var backlog = backlogs.TryGetValue(tenant, out var known) ? known : backlogs[tenant] = new Backlog();
            if (backlog.Estimate >= options.PendingPerTenant)
            {
                return (null, ReasonOf(backlog.Estimate));
            }

            backlog.UnderWay += events;
            return (new Entry(this, tenant, backlog, events), null);
        }
    }

    private Backlog? BeginCount(TenantId tenant)
    {
        lock (gate)
        {
            if (!backlogs.TryGetValue(tenant, out var backlog)
                || backlog.IsBeingCounted
                || (backlog.Counted + backlog.Undone == 0)
                || (backlog.CountedAt is { } at && time.GetElapsedTime(at) < CountEvery))
            {
                return null;
            }

            backlog.IsBeingCounted = true;
            return backlog;
        }
    }

    private void EndCount(TenantId tenant, Backlog backlog, int? counted)
    {
        lock (gate)
        {
            backlog.IsBeingCounted = false;
            if (counted is { } count)
            {
                (backlog.Counted, backlog.Undone, backlog.CountedAt) = (count, 0, time.GetTimestamp());
                ForgetIfIdle(tenant, backlog);
            }
        }

        if (counted >= options.PendingPerTenant)
        {
            Log.Full(logger, tenant.Value, options.PendingPerTenant);
        }
    }

    /// <summary>The events that the link has something to do for; never more are read than are needed to know.</summary>
    private async Task<int> CountAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (waiting, lookedAt) = (0, 0);
        await foreach (var row in store.QueryPrefixAsync(Partition.Of(tenant), EventRows.OpenPrefix, cancellationToken))
        {
            waiting += EventRows.IsHeld(row) ? 0 : 1;
            if (waiting == options.PendingPerTenant || ++lookedAt == 2 * options.PendingPerTenant)
            {
                break;
            }
        }

        return waiting;
    }

    private void Leave(TenantId tenant, Backlog backlog, int events, int undone)
    {
        lock (gate)
        {
            backlog.UnderWay -= events;
            backlog.Undone += undone;
            ForgetIfIdle(tenant, backlog);
        }
    }

    private void ForgetIfIdle(TenantId tenant, Backlog backlog)
    {
        if (backlog is { Counted: 0, Undone: 0, UnderWay: 0, IsBeingCounted: false })
        {
            backlogs.Remove(tenant);
        }
    }

    private static Reason ReasonOf(int waiting) => Reason.Of(
        ReasonCode.TooManyPending,
        ("waiting", waiting.ToString(CultureInfo.InvariantCulture)),
        ("setting", $"Intake:{nameof(IntakeOptions.PendingPerTenant)}"));

    /// <summary>One request that was let in.</summary>
    public sealed class Entry : IDisposable
    {
        private readonly Backlogs backlogs;
        private readonly TenantId tenant;
        private readonly Backlog backlog;
        private readonly int events;
        private int undone;
        private bool hasLeft;

        internal Entry(Backlogs backlogs, TenantId tenant, Backlog backlog, int events) =>
            (this.backlogs, this.tenant, this.backlog, this.events, undone) = (backlogs, tenant, backlog, events, events);

        /// <summary>Tells how many of its events wait. Whoever does not come to say so may have stored them all.</summary>
        public void LeftUndone(int count) => undone = count;

        public void Dispose()
        {
            if (!hasLeft)
            {
                hasLeft = true;
                backlogs.Leave(tenant, backlog, events, undone);
            }
        }
    }

    /// <summary>What is known of one tenant. The tenants in memory are those whose senders have proven themselves, so there are never more than there are.</summary>
    internal sealed class Backlog
    {
        public int Counted { get; set; }

        /// <summary>By the clock for time passed: one that is set back must not keep a tenant out until it has caught up.</summary>
        public long? CountedAt { get; set; }

        /// <summary>What this host left undone since.</summary>
        public int Undone { get; set; }

        /// <summary>What this host is taking in.</summary>
        public int UnderWay { get; set; }

        public bool IsBeingCounted { get; set; }

        public int Estimate => Counted + Undone + UnderWay;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Limit} events of {Tenant} wait, or more; its requests are turned away until fewer do")]
        public static partial void Full(ILogger logger, string tenant, int limit);
    }
}
