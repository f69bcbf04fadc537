namespace PerfectviewFunctions.Web.Gate;

/// <summary>What the gate may rely on where it runs, and how many failed attempts it bears. A host that knows better registers its own.</summary>
public sealed record GateOptions
{
    /// <summary>Whether <c>X-MS-CLIENT-PRINCIPAL</c> comes from App Service authentication, which takes away what a caller sends by that name.</summary>
    public bool TrustPrincipalHeader { get; init; }

    /// <summary>Whether a front end adds the caller's address to <c>X-Forwarded-For</c>, as the last one.</summary>
    public bool TrustForwardedFor { get; init; }

    /// <summary>Failed attempts of one address within <see cref="FailureWindow"/>, after which it has to wait.</summary>
    public int MaxFailures { get; init; } = 20;

    public TimeSpan FailureWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many addresses are counted at a time, by what they tried; the oldest are forgotten for new ones.</summary>
    public int MaxCounted { get; init; } = 10_000;

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
    }
}
