using System.Threading.RateLimiting;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>
/// Lets only so many requests in at once, and of those for one tenant fewer: what is read and worked on fits in memory whoever sends it, and a noisy
/// tenant leaves room for others. A few wait, each for a short while; the rest is told to come again. Before anything of a body is read.
/// </summary>
#pragma warning disable CA1001 // Justification: a limiter holds nothing but memory, and a request may still be in when the container is disposed of.
internal sealed class Door
#pragma warning restore CA1001
{
    /// <summary>How many may wait for each that is in.</summary>
    public const int QueueForEach = 2;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly GateOptions options;
    private readonly TimeProvider time;
    private readonly ConcurrencyLimiter whole;
    private readonly Lock gate = new();

    /// <summary>Only those who have a request in, or one that waits.</summary>
    private readonly Dictionary<string, Share> shares = new(StringComparer.Ordinal);

    public Door(GateOptions options, TimeProvider time) => (this.options, this.time, whole) = (options, time, LimiterOf(options.MaxAtOnce));

    /// <summary>How many names are remembered.</summary>
    public int Remembered
    {
        get
        {
            lock (gate)
            {
                return shares.Count;
            }
        }
    }

    /// <param name="name">Whose share it is taken from; null for no share but the whole. A name that somebody made up is forgotten with its last request.</param>
    public async Task<(IDisposable? Pass, Crowd Crowd)> EnterAsync(string? name, CancellationToken cancellationToken)
    {
        var pass = new Pass(this);
        try
        {
            if (name is not null && !pass.Hold(await AcquireAsync(pass.Join(name), cancellationToken)))
            {
                pass.Dispose();
                return (null, Crowd.OfTenant);
            }

            if (!pass.Hold(await AcquireAsync(whole, cancellationToken)))
            {
                pass.Dispose();
                return (null, Crowd.OfAll);
            }

            return (pass, Crowd.None);
        }
        catch
        {
            pass.Dispose();
            throw;
        }
    }

    private static ConcurrencyLimiter LimiterOf(int permits) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = permits, QueueLimit = QueueForEach * permits, QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private async Task<RateLimitLease> AcquireAsync(ConcurrencyLimiter limiter, CancellationToken cancellationToken)
    {
        if (limiter.AttemptAcquire() is { IsAcquired: true } lease)
        {
            return lease;
        }

        using var wait = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, wait.Token);
        try
        {
            return await limiter.AcquireAsync(1, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing is to be had without waiting, which is what a refusal looks like.
            return limiter.AttemptAcquire();
        }
    }

    private Share Join(string name)
    {
        lock (gate)
        {
            if (!shares.TryGetValue(name, out var share))
            {
                shares[name] = share = new Share(name, LimiterOf(options.MaxAtOncePerTenant));
            }

            share.Users++;
            return share;
        }
    }

    private void Leave(Share share)
    {
        lock (gate)
        {
            if (--share.Users > 0)
            {
                return;
            }

            shares.Remove(share.Name);
        }

        share.Limiter.Dispose();
    }

    private sealed class Share(string name, ConcurrencyLimiter limiter)
    {
        public string Name => name;

        public ConcurrencyLimiter Limiter => limiter;

        public int Users { get; set; }
    }

    /// <summary>What one request holds; given back in the reverse order.</summary>
    private sealed class Pass(Door door) : IDisposable
    {
        private readonly Stack<RateLimitLease> leases = new();
        private Share? share;

        public ConcurrencyLimiter Join(string name) => (share = door.Join(name)).Limiter;

        public bool Hold(RateLimitLease lease)
        {
            leases.Push(lease);
            return lease.IsAcquired;
        }

        public void Dispose()
        {
            while (leases.TryPop(out var lease))
            {
                lease.Dispose();
            }

            if (Interlocked.Exchange(ref share, null) is { } left)
            {
                door.Leave(left);
            }
        }
    }
}

/// <summary>Who is in the way of a request.</summary>
internal enum Crowd
{
    None,

    /// <summary>Other requests for its tenant.</summary>
    OfTenant,

    /// <summary>The requests of all.</summary>
    OfAll,
}
