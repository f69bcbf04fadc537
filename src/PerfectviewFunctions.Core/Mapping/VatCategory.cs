namespace PerfectviewFunctions.Core.Mapping;

/// <summary>The eight categories of the manual by their fixed ids.</summary>
public static class VatCategory
{
    public const string Zero = "NL_0";
    public const string High = "NL_HIGH";
    public const string Low = "NL_LOW";
    public const string ReverseCharge = "NL_REVERSE_CHARGE";
    public const string Exempt = "NL_EXEMPT";
    public const string EuService = "EU_SERVICE";
    public const string EuGoods = "EU_GOODS";
    public const string Export = "EXPORT";

    /// <summary>The mapping row for the 6% of before 2019; not a category of its own in an event.</summary>
    public const string LowSixRow = "NL_LOW_6";

    public static IReadOnlyList<string> All { get; } = [Zero, High, Low, ReverseCharge, Exempt, EuService, EuGoods, Export];

    /// <summary>The rows of a tenant's mapping: a row per category, and one for the 6% of before 2019.</summary>
    public static IReadOnlyList<string> Rows { get; } =
        [Zero, High, Low, LowSixRow, ReverseCharge, Exempt, EuService, EuGoods, Export];

    /// <summary>The Dutch label of a mapping row, in the manual's words; a row that we do not know is named by its id.</summary>
    public static string Label(string row) => row switch
    {
        Zero => "Verkoop - NL - 0%",
        High => "Verkoop - NL - 21%",
        Low => "Verkoop - NL - laag (9%)",
        LowSixRow => "Verkoop - NL - laag (6%, tot 2019)",
        ReverseCharge => "BTW verlegd",
        Exempt => "BTW vrijgesteld",
        EuService => "Dienst binnen EU",
        EuGoods => "Product binnen EU",
        Export => "Product buiten EU",
        _ => row,
    };

    /// <summary>The mapping row that decides how a group of this category and rate is booked.</summary>
    internal static string RowFor(string category, decimal rate) => category == Low && rate == 6m ? LowSixRow : category;
}
