namespace PerfectviewFunctions.Core.Mapping;

/// <summary>How VAT is taken out of prices including VAT when the invoice prints no VAT totals: the tenant's choice, since both reproduce the total.</summary>
public enum InclusiveRounding
{
    /// <summary>Rounded once per category and rate.</summary>
    PerCategory,

    /// <summary>Rounded per invoice line.</summary>
    PerLine,
}
