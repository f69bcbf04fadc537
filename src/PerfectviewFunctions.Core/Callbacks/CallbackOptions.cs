namespace PerfectviewFunctions.Core.Callbacks;

/// <summary>How messages to Perfectview are sent.</summary>
public sealed record CallbackOptions
{
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromMinutes(2);

    /// <summary>Whether Perfectview may be told at an address in a private network: for a receiver on premises.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>How long one delivery may take: longer than zero, two minutes at most.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long after <see cref="Timeout"/> another may send a message whose sender was not heard of again: for slow clocks and processes. Longer than
    /// zero: at zero two could send at once.
    /// </summary>
    /// <remarks>Leave it as it is.</remarks>
    public TimeSpan ClaimMargin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a message is tried before a person has to look. Longer than zero.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The first wait after a failure; it doubles up to an hour. Longer than zero.</summary>
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

        if (Timeout > MaxTimeout)
        {
            yield return $"Timeout ({Timeout}) can't be longer than {MaxTimeout}: a receiver that does not answer would hold up what waits.";
        }

        if (Parallelism < 1)
        {
            yield return "Parallelism must be at least 1.";
        }
    }
}
