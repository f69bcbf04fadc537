namespace PerfectviewFunctions.Core.Mapping;

/// <summary>What becomes one booking line.</summary>
public enum LineGrouping
{
    /// <summary>All that has the same VAT code, percentage and account.</summary>
    PerVatCodeAndAccount,

    /// <summary>
    /// Each line of the invoice, where that comes to the same cents, if need be with the net of some lines a cent higher or lower; else as
    /// above.
    /// </summary>
    PerLine,
}
