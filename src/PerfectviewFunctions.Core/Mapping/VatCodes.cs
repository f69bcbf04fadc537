using static PerfectviewFunctions.Core.Mapping.VatCodeKind;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>
/// The VAT codes of e-Boekhouden; no API of theirs lists them, so this table does. Codes and the texts of the sales codes: the SOAP manual
/// 5.5, section 4, and its Dutch edition; the dates of LAAG_VERK: the REST API, which knows it as 6% until 2019.
/// </summary>
public static class VatCodes
{
    private static readonly DateOnly LowBecomesNine = new(2019, 1, 1);
    private static readonly DateOnly HighBecomesTwentyOne = new(2012, 10, 1);

    /// <summary>Every code of a Dutch administration.</summary>
    public static IReadOnlyList<VatCode> All { get; } =
    [
        new("HOOG_VERK_21", "BTW hoog, verkopen 21%", Sale, 21m, From: HighBecomesTwentyOne) { SuggestedFor = [VatCategory.High] },
        new("HOOG_VERK", "BTW hoog, verkopen (19%)", Sale, 19m, Until: HighBecomesTwentyOne.AddDays(-1)),
        new("LAAG_VERK_9", "BTW laag, verkopen 9%", Sale, 9m, From: LowBecomesNine) { SuggestedFor = [VatCategory.Low] },

        // By SOAP it means 9% on later dates, by REST 6% always; neither is asked: before 2019 both agree.
        new("LAAG_VERK", "BTW laag, verkopen", Sale, 6m, Until: LowBecomesNine.AddDays(-1)) { SuggestedFor = [VatCategory.LowSixRow] },

        // The percentage in these two texts is the one the customer accounts for; 0 is sent.
        new("VERL_VERK", "BTW Verlegd 21% (1e op de btw-aangifte)", Sale, 0m) { SuggestedFor = [VatCategory.ReverseCharge] },
        new("VERL_VERK_L9", "BTW Verlegd 9% (1e op de btw-aangifte)", Sale, 0m, From: LowBecomesNine),
        new("BU_EU_VERK", "Leveringen naar buiten de EU 0%", Sale, 0m) { SuggestedFor = [VatCategory.Export] },
        new("BI_EU_VERK", "Goederen naar binnen de EU 0%", Sale, 0m) { SuggestedFor = [VatCategory.EuGoods] },
        new("BI_EU_VERK_D", "Diensten naar binnen de EU 0%", Sale, 0m) { SuggestedFor = [VatCategory.EuService] },
        new("AFST_VERK", "Afstandsverkopen naar binnen de EU 0%", Sale, 0m),
        new("AFW_VERK", "Afwijkend btw-tarief verkoop", Sale, null),
        new("GEEN", "Geen BTW", None, 0m) { SuggestedFor = [VatCategory.Zero, VatCategory.Exempt] },

        // Never sent; known so that choosing one is told apart from a code that does not exist.
        new("HOOG_INK_21", "BTW hoog, inkopen 21%", Purchase, 21m, From: HighBecomesTwentyOne),
        new("HOOG_INK", "BTW hoog, inkopen 19%", Purchase, 19m, Until: HighBecomesTwentyOne.AddDays(-1)),
        new("LAAG_INK_9", "BTW laag, inkopen 9%", Purchase, 9m, From: LowBecomesNine),
        new("LAAG_INK", "BTW laag, inkopen", Purchase, 6m, Until: LowBecomesNine.AddDays(-1)),
        new("VERL_INK", "BTW Verlegd 21%, inkopen", Purchase, 0m),
        new("VERL_INK_L9", "BTW Verlegd 9%, inkopen", Purchase, 0m, From: LowBecomesNine),
        new("BU_EU_INK", "Leveringen van buiten de EU", Purchase, 0m),
        new("BI_EU_INK", "Leveringen van binnen de EU", Purchase, 0m),

        // For sales by the English manual, for purchases by the REST API; AFW_VERK is the one that both give to sales.
        new("AFW", "Afwijkend btw-tarief", Purchase, null),
    ];

    /// <summary>What a mapping may choose: sales codes and "no VAT". Not HOOG_VERK: no invoice of before 21% is booked.</summary>
    public static IReadOnlyList<VatCode> SalesCodes { get; } =
        [.. All.Where(code => code.Kind is not Purchase && !(code.Until < HighBecomesTwentyOne))];

    /// <summary>The code to suggest per mapping row (see <see cref="VatCategory.Rows"/>).</summary>
    public static IReadOnlyDictionary<string, string> Suggested { get; } = All
        .SelectMany(code => code.SuggestedFor, (code, row) => (Row: row, code.Code))
        .ToDictionary(suggestion => suggestion.Row, suggestion => suggestion.Code, StringComparer.Ordinal);

    /// <returns>The code, of whatever kind; null when it is not in the table.</returns>
    public static VatCode? Find(string code) => All.FirstOrDefault(known => known.Code == code);
}
