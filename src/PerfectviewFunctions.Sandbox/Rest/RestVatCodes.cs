namespace PerfectviewFunctions.Sandbox;

/// <summary>A VAT code of the REST API.</summary>
/// <param name="Rate">Percentage; null when the VAT is given with the row.</param>
/// <param name="Shifted">The other party declares the VAT: there is none on the row.</param>
internal sealed record RestVatCode(string Code, VatSide Side, decimal? Rate, bool Shifted = false)
{
    /// <summary>From this date on the code can't be used any more.</summary>
    public DateOnly? CutOff { get; init; }

    /// <summary>Bought with the VAT shifted to the buyer: amounts must exclude VAT.</summary>
    public bool IsShiftedPurchase => Shifted && Side == VatSide.Purchase;

    /// <summary>What SOAP shows as the percentage of a row.</summary>
    public decimal PercentageOf(decimal net, decimal vat) =>
        Shifted ? 0 : Rate ?? (net == 0 ? 0 : Math.Round(vat / net * 100, 2, MidpointRounding.AwayFromZero));
}

/// <summary>The Dutch VAT codes of the REST API's description. It has fewer than SOAP, and another rate for LAAG_VERK.</summary>
internal static class RestVatCodes
{
    private const string GoodsInEu = "BI_EU_VERK";

    private static readonly DateOnly LowRateRaised = new(2019, 1, 1);

    private static readonly Dictionary<string, RestVatCode> Table = new RestVatCode[]
    {
        new(VatCodes.None, VatSide.Both, 0),
        new("HOOG_VERK_21", VatSide.Sale, 21),
        new("LAAG_VERK_9", VatSide.Sale, 9),
        new("LAAG_VERK", VatSide.Sale, 6) { CutOff = LowRateRaised },
        new("AFW_VERK", VatSide.Sale, null),
        new("VERL_VERK", VatSide.Sale, 21, Shifted: true),
        new("VERL_VERK_L9", VatSide.Sale, 9, Shifted: true),
        new("BU_EU_VERK", VatSide.Sale, 0),
        new("AFST_VERK", VatSide.Sale, 0),
        new(GoodsInEu, VatSide.Sale, 0),
        new("BI_EU_VERK_D", VatSide.Sale, 0),
        new("HOOG_INK_21", VatSide.Purchase, 21),
        new("LAAG_INK_9", VatSide.Purchase, 9),
        new("LAAG_INK", VatSide.Purchase, 6) { CutOff = LowRateRaised },
        new("AFW", VatSide.Purchase, null),
        new("VERL_INK", VatSide.Purchase, 21, Shifted: true),
        new("VERL_INK_L9", VatSide.Purchase, 9, Shifted: true),
        new("VERL_INK_L", VatSide.Purchase, 6, Shifted: true) { CutOff = LowRateRaised },
        new("BU_EU_INK", VatSide.Purchase, 0),
        new("BI_EU_INK", VatSide.Purchase, 0),
    }.ToDictionary(code => code.Code);

    /// <returns>Null when there is no such code, or not on this date.</returns>
    public static RestVatCode? Find(string code, DateOnly date, SandboxSwitches switches) => Table.GetValueOrDefault(code) switch
    {
        { CutOff: { } cutOff } when date >= cutOff => null,
        { Code: GoodsInEu } found when switches.RestRefusesGoodsInEu => found with { Side = VatSide.Purchase },
        var found => found,
    };
}
