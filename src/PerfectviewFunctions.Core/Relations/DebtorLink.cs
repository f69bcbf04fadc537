using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>Which relation in the books a debtor of Perfectview is; kept per tenant and administration.</summary>
internal abstract record DebtorLink
{
    private DebtorLink()
    {
    }

    /// <summary>Known: matched or created by us.</summary>
    /// <param name="Code">The relation code in the books.</param>
    public sealed record Linked(string Code) : DebtorLink;

    /// <summary>Being created: what is sent was frozen before the call.</summary>
    /// <param name="SentAt">When the call under way, or without a known outcome, began; null when nothing is under way.</param>
    public sealed record Creating(DebtorCard Debtor, DateTimeOffset? SentAt) : DebtorLink;
}
