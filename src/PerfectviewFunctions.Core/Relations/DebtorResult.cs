using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>What came of making sure that a debtor stands in the books.</summary>
internal abstract record DebtorResult
{
    private DebtorResult()
    {
    }

    /// <summary>It does, under this code.</summary>
    public sealed record Known(string Code) : DebtorResult;

    /// <summary>A person has to decide or repair something.</summary>
    public sealed record HeldBack(Reason Reason) : DebtorResult;

    /// <summary>It may be under way: nothing can be decided before <paramref name="At"/>.</summary>
    public sealed record Wait(Reason Reason, DateTimeOffset At) : DebtorResult;

    /// <summary>The books did not do it; the reason's class says what follows.</summary>
    public sealed record Failed(Reason Reason, TimeSpan? RetryAfter) : DebtorResult;

    /// <summary>The lease ran out: whoever has it now goes on.</summary>
    public sealed record LeaseLost : DebtorResult;
}
