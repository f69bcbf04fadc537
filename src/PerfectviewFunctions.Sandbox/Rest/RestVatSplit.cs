namespace PerfectviewFunctions.Sandbox;

/// <summary>What a row says of its amount, before the VAT is known; in euros.</summary>
/// <param name="Vat">Given with the row, for codes without a rate.</param>
internal sealed record RestAmount(RestVatCode Code, decimal Entered, decimal Vat);

/// <summary>An amount split in net and VAT, in euros.</summary>
internal sealed record RestSplit(decimal Net, decimal Vat)
{
    public decimal Gross => Net + Vat;
}

/// <summary>The VAT of rows, from code, amount and inExVat alone. How the service rounds is not established: both ways are here.</summary>
internal static class RestVatSplit
{
    /// <param name="isGross">IN: the amounts include VAT, and each stays to the cent what was sent; with EX the net ones do.</param>
    public static IReadOnlyList<RestSplit> Of(IReadOnlyList<RestAmount> rows, bool isGross, RestVat over, RestRounding rounding)
    {
        var vat = rows.Select(row => VatOf(row.Code, row.Entered, row.Vat, isGross, rounding)).ToArray();
        if (over == RestVat.PerVatCode)
        {
            MoveCents(rows, vat, isGross, rounding);
        }

        return [.. rows.Select((row, index) => new RestSplit(isGross ? row.Entered - vat[index] : row.Entered, vat[index]))];
    }

    public static decimal Round(decimal amount, RestRounding rounding) =>
        Math.Round(amount, 2, rounding == RestRounding.ToEven ? MidpointRounding.ToEven : MidpointRounding.AwayFromZero);

    /// <summary>The last row of a code takes what its rows together differ from the VAT of their sum.</summary>
    private static void MoveCents(IReadOnlyList<RestAmount> rows, decimal[] vat, bool isGross, RestRounding rounding)
    {
        foreach (var ofCode in Enumerable.Range(0, rows.Count).GroupBy(index => rows[index].Code.Code).ToList())
        {
            var code = rows[ofCode.First()].Code;
            var together = VatOf(code, ofCode.Sum(index => rows[index].Entered), ofCode.Sum(index => rows[index].Vat), isGross, rounding);
            vat[ofCode.Last()] += together - ofCode.Sum(index => vat[index]);
        }
    }

    private static decimal VatOf(RestVatCode code, decimal entered, decimal given, bool isGross, RestRounding rounding) => code switch
    {
        { Shifted: true } => 0,
        { Rate: null } => Round(given, rounding),
        { Rate: { } rate } when isGross => Round(entered * rate / (100 + rate), rounding),
        { Rate: { } rate } => Round(entered * rate / 100, rounding),
    };
}
