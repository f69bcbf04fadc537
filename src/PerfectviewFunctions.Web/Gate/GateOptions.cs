namespace PerfectviewFunctions.Web.Gate;

/// <summary>What the gate may rely on where it runs, how many failed attempts it bears, and how many requests at once. A host that knows better registers its own.</summary>
public sealed record GateOptions
{
    /// <summary>
    /// Whether to believe who <c>X-MS-CLIENT-PRINCIPAL</c> says is signed in. Only where App Service authentication signs people in: it takes away what
    /// a caller sends by that name.
    /// </summary>
    public bool TrustPrincipalHeader { get; init; }

    /// <summary>
    /// Whether a front end adds the caller's address to <c>X-Forwarded-For</c>, as the last one. For the local host behind a proxy. Of no use on Azure
    /// Functions, whose host passes on one address, the one it takes for the caller's (<c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c>).
    /// </summary>
    public bool TrustForwardedFor { get; init; }

    /// <summary>How many failed attempts one address has within <see cref="FailureWindow"/>, before it has to wait.</summary>
    public int MaxFailures { get; init; } = 20;

    /// <summary>The time in which failed attempts are counted together: a second to an hour.</summary>
    public TimeSpan FailureWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many addresses are counted at a time, by what they tried: at most 1,000,000. The oldest are forgotten for new ones.</summary>
    public int MaxCounted { get; init; } = 10_000;

    /// <summary>
    /// How many requests of senders are read and worked on at once; as many again of everybody else. Twice as many wait for a few seconds; what comes beyond
    /// that is answered 503 before it is read. One holds a few MiB at most.
    /// </summary>
    public int MaxAtOnce { get; init; } = 32;

    /// <summary>How many of those one tenant may have; beyond that, and twice as many that wait, it is answered 429. Fewer than all, so that others get in.</summary>
    public int MaxAtOncePerTenant { get; init; } = 8;

    /// <summary>What is wrong, in sentences that name the setting; empty when it is usable.</summary>
    public IEnumerable<string> Faults()
    {
        if (MaxFailures < 1)
        {
            yield return $"{nameof(MaxFailures)}: {MaxFailures} is too few; 1 or more.";
        }

        if (FailureWindow < TimeSpan.FromSeconds(1) || FailureWindow > TimeSpan.FromHours(1))
        {
            yield return $"{nameof(FailureWindow)}: {FailureWindow} is not between a second and an hour.";
        }

        if (MaxCounted is < 1 or > 1_000_000)
        {
            yield return $"{nameof(MaxCounted)}: {MaxCounted} is not between 1 and 1000000.";
        }

        if (MaxAtOncePerTenant < 1 || MaxAtOnce < MaxAtOncePerTenant || MaxAtOnce > 10_000)
        {
            yield return $"{nameof(MaxAtOnce)}: {MaxAtOnce} is not between {nameof(MaxAtOncePerTenant)} ({MaxAtOncePerTenant}, 1 or more) and 10000.";
        }
    }
}
