namespace PerfectviewFunctions.Core.Intake;

/// <summary>How much may wait.</summary>
public sealed record IntakeOptions
{
    /// <summary>
    /// How many events of one tenant may wait for the link. Once there are so many, its next requests are answered 429 and nothing of them is stored, until
    /// fewer wait. Events that wait for a person do not count.
    /// </summary>
    public int PendingPerTenant { get; init; } = 5000;

    /// <summary>What is wrong with these values, in sentences; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (PendingPerTenant < 1)
        {
            yield return $"{nameof(PendingPerTenant)}: {PendingPerTenant} is too few; 1 or more.";
        }
    }
}
