using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>What became of what a person asked for.</summary>
public abstract record ActionResult
{
    private ActionResult()
    {
    }

    /// <param name="Invoice">As it stands now.</param>
    public sealed record Done(Invoice Invoice) : ActionResult;

    /// <param name="Reason">Why it can't be done, and what can be.</param>
    public sealed record Refused(Reason Reason) : ActionResult;

    public sealed record NotFound : ActionResult;
}
