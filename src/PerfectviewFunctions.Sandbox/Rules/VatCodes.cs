namespace PerfectviewFunctions.Sandbox;

internal enum VatSide
{
    Sale,
    Purchase,
    Both,
}

/// <summary>A VAT code of the manual.</summary>
/// <param name="Percentage">On a date; absent when free to choose.</param>
/// <param name="VatShifted">The other party declares the VAT: the amount on the line is 0.</param>
internal sealed record VatCode(string Code, VatSide Side, Func<DateOnly, decimal>? Percentage, bool VatShifted = false);

/// <summary>The VAT codes and what goes with each, from section 4 of the manual.</summary>
internal static class VatCodes
{
    public const string None = "GEEN";

    private static readonly DateOnly LowRateRaised = new(2019, 1, 1);

    private static readonly Dictionary<string, VatCode> Table = new VatCode[]
    {
        new(None, VatSide.Both, Always(0)),
        new("HOOG_VERK_21", VatSide.Sale, Always(21)),
        new("HOOG_VERK", VatSide.Sale, Always(19)),
        new("LAAG_VERK_9", VatSide.Sale, Always(9)),
        new("LAAG_VERK", VatSide.Sale, LowRate),
        new("VERL_VERK", VatSide.Sale, Always(21), VatShifted: true),
        new("VERL_VERK_L9", VatSide.Sale, Always(9), VatShifted: true),
        new("BU_EU_VERK", VatSide.Sale, Always(0)),
        new("BI_EU_VERK", VatSide.Sale, Always(0)),
        new("BI_EU_VERK_D", VatSide.Sale, Always(0)),
        new("AFST_VERK", VatSide.Sale, Always(0)),
        new("AFW", VatSide.Both, null),
        new("AFW_VERK", VatSide.Sale, null),
        new("HOOG_INK_21", VatSide.Purchase, Always(21)),
        new("HOOG_INK", VatSide.Purchase, Always(19)),
        new("LAAG_INK_9", VatSide.Purchase, Always(9)),
        new("LAAG_INK", VatSide.Purchase, LowRate),
        new("VERL_INK", VatSide.Purchase, Always(21), VatShifted: true),
        new("VERL_INK_L9", VatSide.Purchase, Always(9), VatShifted: true),
        new("BU_EU_INK", VatSide.Purchase, Always(21), VatShifted: true),
        new("BI_EU_INK", VatSide.Purchase, Always(21), VatShifted: true),
    }.ToDictionary(code => code.Code);

    public static VatCode? Find(string code) => Table.GetValueOrDefault(code);

    /// <summary>Sales codes for what comes in, purchase codes for what goes out.</summary>
    public static bool SuitsKind(VatSide side, MutationKind kind) => kind switch
    {
        MutationKind.FactuurVerstuurd or MutationKind.GeldOntvangen => side is VatSide.Sale or VatSide.Both,
        MutationKind.FactuurOntvangen or MutationKind.GeldUitgegeven => side is VatSide.Purchase or VatSide.Both,
        _ => true,
    };

    /// <summary>Whether the percentage belongs to the code on the date of the booking.</summary>
    public static bool Takes(VatCode code, decimal percentage, DateOnly date, ReverseChargePercentage reverseCharge)
    {
        if (code.Percentage is null)
        {
            return percentage is >= 0 and <= 100;
        }

        var rate = code.Percentage(date);
        return !code.VatShifted
            ? percentage == rate
            : (percentage == 0 && reverseCharge != ReverseChargePercentage.Rate)
                || (percentage == rate && reverseCharge != ReverseChargePercentage.Zero);
    }

    private static Func<DateOnly, decimal> Always(decimal percentage) => _ => percentage;

    private static decimal LowRate(DateOnly date) => date < LowRateRaised ? 6 : 9;
}
