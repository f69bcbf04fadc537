namespace PerfectviewFunctions.Core.Engine;

/// <summary>How the work on one invoice ended, for the worker that goes on to the next.</summary>
internal abstract record WorkEnd
{
    private WorkEnd()
    {
    }

    /// <summary>There is nothing more to do for it now.</summary>
    public sealed record Rest : WorkEnd;

    /// <summary>Its state has changed so that its other events can be judged.</summary>
    public sealed record GoOn : WorkEnd;

    /// <summary>The credentials are refused: every other invoice of the tenant would fare the same.</summary>
    public sealed record ConnectionRefused(string Code) : WorkEnd;

    /// <summary>The lease ran out; the work belongs to somebody else.</summary>
    public sealed record LeaseLost : WorkEnd;
}
