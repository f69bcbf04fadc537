namespace PerfectviewFunctions.Core.Callbacks;

/// <summary>How messages to Perfectview are sent.</summary>
public sealed record CallbackOptions
{
    /// <summary>Whether an address may lead into a private network: for a receiver on premises.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>How long one delivery may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long after that somebody else may send the same, when nothing was heard of who had it: for slow clocks and processes.</summary>
    public TimeSpan ClaimMargin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a message is tried before a person has to look.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The first wait after a failure; it doubles up to an hour.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>To how many tenants' receivers messages are sent at the same time.</summary>
    public int Parallelism { get; init; } = 8;

    /// <summary>What is wrong with these values, in sentences; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (Timeout <= TimeSpan.Zero || ClaimMargin <= TimeSpan.Zero || GiveUpAfter <= TimeSpan.Zero || FirstRetry <= TimeSpan.Zero)
        {
            yield return "Timeout, ClaimMargin, GiveUpAfter and FirstRetry must be longer than zero.";
        }

        if (Parallelism < 1)
        {
            yield return "Parallelism must be at least 1.";
        }
    }
}
