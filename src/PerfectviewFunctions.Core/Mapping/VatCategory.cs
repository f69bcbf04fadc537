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
}
