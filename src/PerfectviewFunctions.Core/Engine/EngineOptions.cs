namespace PerfectviewFunctions.Core.Engine;

/// <summary>The durations by which the engine decides; defaults for the real service, shortened together with the sandbox's delays in tests and demo.</summary>
public sealed record EngineOptions
{
    /// <summary>How long a lease holds without renewal.</summary>
    public TimeSpan LeaseLength { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one call to the books may take.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// What is added to <see cref="CallTimeout"/> and <see cref="LeaseLength"/> before a look-up may prove that a booking is absent: for slow clocks and
    /// late commits.
    /// </summary>
    public TimeSpan AbsenceMargin { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a webhook call works before it answers; the call in hand is finished.</summary>
    public TimeSpan RequestBudget { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one run of the minute timer goes on: less than a minute, so that what became due meanwhile is not passed over.</summary>
    public TimeSpan SweepBudget { get; init; } = TimeSpan.FromSeconds(55);

    /// <summary>How long the minute timer works on one administration before the others have their turn; it goes round until the run is over.</summary>
    public TimeSpan SweepTurn { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many administrations the minute timer works on at the same time.</summary>
    public int SweepParallelism { get; init; } = 4;

    /// <summary>The first wait after a passing failure; it doubles up to an hour.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a paused connection rests before it is tried again.</summary>
    public TimeSpan ProbeInterval { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the list of relations of an administration serves.</summary>
    public TimeSpan DebtorIndexAge { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many look-ups by number an administration has in a calendar month (GetMutaties: 5,000, manual v5.5 §3.12).</summary>
    public int LookupsPerMonth { get; init; } = 5000;

    /// <summary>How long after sending a look-up can prove that the booking is not there.</summary>
    public TimeSpan ProvesAbsenceAfter => CallTimeout + LeaseLength + AbsenceMargin;

    /// <summary>What is wrong with these values, in sentences; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (CallTimeout <= TimeSpan.Zero || LeaseLength <= CallTimeout)
        {
            yield return $"LeaseLength ({LeaseLength}) must be longer than CallTimeout ({CallTimeout}), and both longer than zero.";
        }

        if (AbsenceMargin < TimeSpan.Zero || RequestBudget < TimeSpan.Zero || SweepBudget <= TimeSpan.Zero || SweepTurn <= TimeSpan.Zero
            || FirstRetry <= TimeSpan.Zero)
        {
            yield return "AbsenceMargin and RequestBudget can't be negative; SweepBudget, SweepTurn and FirstRetry must be longer than zero.";
        }

        if (FirstRetry > TimeSpan.FromHours(1))
        {
            yield return $"FirstRetry ({FirstRetry}) can't be longer than an hour: that is the longest wait between two tries.";
        }

        if (ProbeInterval <= TimeSpan.Zero || DebtorIndexAge < TimeSpan.Zero)
        {
            yield return "ProbeInterval must be longer than zero and DebtorIndexAge can't be negative.";
        }

        if (SweepParallelism < 1 || LookupsPerMonth < 1)
        {
            yield return "SweepParallelism and LookupsPerMonth must be at least 1.";
        }
    }
}
