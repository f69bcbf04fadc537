using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;

namespace PerfectviewFunctions.Chaos;

/// <summary>The product's durations, shortened in proportion, and what follows from them.</summary>
internal static class ChaosTimes
{
    public static EngineOptions Engine { get; } = new()
    {
        LeaseLength = TimeSpan.FromSeconds(3),
        CallTimeout = TimeSpan.FromSeconds(2),
        AbsenceMargin = TimeSpan.FromSeconds(3),
        RequestBudget = TimeSpan.FromSeconds(2),
        SweepBudget = TimeSpan.FromSeconds(20),
        FirstRetry = TimeSpan.FromSeconds(0.1),
        ProbeInterval = TimeSpan.FromSeconds(1),
        LookupsPerMonth = 10_000_000,
    };

    public static PaymentOptions Payments { get; } = new()
    {
        BookedBefore = TimeSpan.FromSeconds(2),
        LookupsPerMonth = 10_000_000,
    };

    public static CallbackOptions Callbacks { get; } = new()
    {
        Timeout = TimeSpan.FromSeconds(2),
        ClaimMargin = TimeSpan.FromSeconds(1),
        FirstRetry = TimeSpan.FromSeconds(0.1),
    };

    /// <summary>After its caller hung up, the books may still act this much later: less than margin and lease together, which a busy machine needs for itself.</summary>
    public static TimeSpan LongestDelay { get; } = TimeSpan.FromSeconds(3);

    /// <summary>How often payments are read: the more invoices, the longer a list takes.</summary>
    public static string ScheduleFor(int events) => events <= 2000 ? "*/3 * * * * *" : events <= 20_000 ? "*/15 * * * * *" : "0 * * * * *";
}
