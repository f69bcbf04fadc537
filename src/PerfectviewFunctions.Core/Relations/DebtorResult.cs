using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>What came of making sure that a debtor stands in the books, or that its card says what Perfectview says.</summary>
internal abstract record DebtorResult
{
    private DebtorResult()
    {
    }

    /// <summary>It does, under this code.</summary>
    public sealed record Known(string Code) : DebtorResult;

    /// <summary>It does not, or nobody knows which it is; this is the code that it would get, or got before the store was put back.</summary>
    public sealed record NotMade(string Code) : DebtorResult;

    /// <summary>The books hold no such relation any more.</summary>
    public sealed record Gone : DebtorResult;

    /// <summary>A person has to decide or repair something.</summary>
    public sealed record HeldBack(Reason Reason) : DebtorResult;

    /// <summary>It may be under way: nothing can be decided before <paramref name="At"/>.</summary>
    public sealed record Wait(Reason Reason, DateTimeOffset At) : DebtorResult;

    /// <summary>The books did not do it; the reason's class says what follows.</summary>
    public sealed record Failed(Reason Reason, TimeSpan? RetryAfter) : DebtorResult;

    /// <summary>The lease ran out: whoever has it now goes on.</summary>
    public sealed record LeaseLost : DebtorResult;

    /// <summary>What an answer other than success comes to; for a call that changes nothing, or may simply be repeated.</summary>
    public static DebtorResult Of<T>(Answer<T> answer) => answer switch
    {
        Answer<T>.Refused refused when Refusal.ClassOf(refused.Code) is ErrorClass.Permanent =>
            new HeldBack(Refusal.ToReason(refused.Code, refused.Text)),
        Answer<T>.Refused refused => new Failed(Refusal.ToReason(refused.Code, refused.Text), null),
        Answer<T>.NotDone failed => new Failed(Reason.Of(failed.Code), failed.RetryAfter),
        Answer<T>.Unclear failed => new Failed(Reason.Of(failed.Code), null),
        _ => throw new InvalidOperationException("An answer of an unknown kind."),
    };
}
