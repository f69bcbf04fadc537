using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>What an invoice comes to in one VAT category; amounts in euros with two decimals, not both 0.00.</summary>
/// <param name="Rate">In percent.</param>
public sealed record VatGroup(string Category, decimal Rate, decimal Net, decimal Vat);

/// <summary>Whether an invoice's amounts are clear.</summary>
public abstract record VatGroupsResult
{
    private VatGroupsResult()
    {
    }

    /// <summary>The groups sum to the invoice total.</summary>
    /// <param name="Groups">In the order of <see cref="VatCategory.All"/>; empty when there is nothing to book.</param>
    public sealed record Found(IReadOnlyList<VatGroup> Groups) : VatGroupsResult;

    /// <summary>A person has to look at the invoice.</summary>
    public sealed record HeldBack(Reason Reason) : VatGroupsResult;
}
