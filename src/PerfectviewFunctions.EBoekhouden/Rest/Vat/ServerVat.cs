using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.EBoekhouden.Rest.Vat;

/// <summary>Whether the amounts of rows are sent with VAT (IN) or without (EX).</summary>
internal enum VatForm
{
    Including,
    Excluding,
}

/// <summary>A way of rounding that the service may use; which one it does is not documented.</summary>
/// <param name="PerVatCode">Of the sum of each VAT code, rather than of each row.</param>
/// <param name="Midpoint">Where half a cent goes.</param>
internal sealed record VatRounding(bool PerVatCode, MidpointRounding Midpoint)
{
    public static IReadOnlyList<VatRounding> All { get; } =
    [
        new(PerVatCode: false, MidpointRounding.AwayFromZero),
        new(PerVatCode: true, MidpointRounding.AwayFromZero),
        new(PerVatCode: false, MidpointRounding.ToEven),
        new(PerVatCode: true, MidpointRounding.ToEven),
    ];
}

/// <summary>What the service makes of rows: it computes the VAT itself from code and amount, by the rate of the code.</summary>
internal static class ServerVat
{
    /// <summary>The customer accounts for the VAT; none is part of the amount.</summary>
    public static bool IsReverseCharge(string vatCode) => vatCode is "VERL_VERK" or "VERL_VERK_L9";

    /// <summary>The one sales code without a rate: its VAT is sent (MUTA_003).</summary>
    public static bool IsGiven(string vatCode) => vatCode == "AFW_VERK";

    /// <summary>The amount of a row.</summary>
    public static decimal Entered(BookingLine line, VatForm form) => form == VatForm.Including ? line.Gross : line.Net;

    /// <summary>Net and VAT of each VAT code, in euros.</summary>
    public static IReadOnlyDictionary<string, (decimal Net, decimal Vat)> Of(IReadOnlyList<BookingLine> lines, VatForm form, VatRounding rounding) =>
        lines.GroupBy(line => line.VatCode, StringComparer.Ordinal).ToDictionary(
            ofCode => ofCode.Key,
            ofCode =>
            {
                var entered = ofCode.Sum(line => Entered(line, form));
                var vat = VatOf([.. ofCode], form, rounding);
                return (form == VatForm.Including ? entered - vat : entered, vat);
            },
            StringComparer.Ordinal);

    private static decimal VatOf(IReadOnlyList<BookingLine> lines, VatForm form, VatRounding rounding)
    {
        if (IsGiven(lines[0].VatCode))
        {
            return lines.Sum(line => line.Vat);
        }

        // Of the sum itself: the sum of what each line makes has lost digits.
        decimal[] entered = rounding.PerVatCode
            ? [lines.Sum(line => Entered(line, form))]
            : [.. lines.Select(line => Entered(line, form))];
        var rate = IsReverseCharge(lines[0].VatCode) ? 0 : lines[0].VatPercentage;
        return entered.Sum(amount => decimal.Round(VatOf(amount, rate, form), 2, rounding.Midpoint));
    }

    private static decimal VatOf(decimal entered, decimal rate, VatForm form) =>
        form == VatForm.Including ? entered * rate / (100 + rate) : entered * rate / 100;
}
