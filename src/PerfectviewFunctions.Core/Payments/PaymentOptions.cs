namespace PerfectviewFunctions.Core.Payments;

/// <summary>When and how payments are read.</summary>
public sealed record PaymentOptions
{
    /// <summary>
    /// When payments are read, in the six fields of Azure Functions (second minute hour day month weekday), in UTC. By itself seven minutes past every
    /// hour: not on the hour, when everybody comes.
    /// </summary>
    public string Schedule { get; init; } = "0 7 * * * *";

    /// <summary>How long an invoice must have been stored as booked before a list that lacks it says anything: for slow clocks and late commits.</summary>
    /// <remarks>Leave it as it is.</remarks>
    public TimeSpan BookedBefore { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many administrations are read at the same time.</summary>
    public int Parallelism { get; init; } = 8;

    /// <summary>After this a run begins nothing further; the next minute goes on with what is left. Longer than zero.</summary>
    public TimeSpan RunBudget { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>
    /// How many look-ups payments may make per administration and calendar month, of the 5,000 that e-Boekhouden gives (GetMutaties, manual v5.5 §3.12).
    /// </summary>
    public int LookupsPerMonth { get; init; } = 3000;

    /// <summary>How long after one reading a person or program may ask for another.</summary>
    public TimeSpan AskAgainAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong with these values but the schedule, in sentences; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (BookedBefore < TimeSpan.Zero || AskAgainAfter < TimeSpan.Zero || RunBudget <= TimeSpan.Zero)
        {
            yield return "BookedBefore and AskAgainAfter can't be negative; RunBudget must be longer than zero.";
        }

        if (Parallelism < 1 || LookupsPerMonth < 0)
        {
            yield return "Parallelism must be at least 1 and LookupsPerMonth can't be negative.";
        }
    }
}
