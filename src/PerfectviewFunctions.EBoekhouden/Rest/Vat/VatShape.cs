using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.EBoekhouden.Rest.Vat;

/// <summary>In which form a booking is sent so that the service computes the VAT that was meant.</summary>
/// <param name="IsCertain">Whether it does under every rounding that it may use.</param>
internal sealed record VatShape(VatForm Form, bool IsCertain)
{
    /// <summary>
    /// With VAT where that is certain, or where nothing is: so at least the total stays to the cent. Without VAT where only that is certain; and always with a
    /// reverse charge, of which the service might else take VAT out of the amount.
    /// </summary>
    public static VatShape Of(IReadOnlyList<BookingLine> lines)
    {
        var excluding = IsCertainIn(lines, VatForm.Excluding);
        return lines.Any(line => ServerVat.IsReverseCharge(line.VatCode)) ? new VatShape(VatForm.Excluding, excluding)
            : IsCertainIn(lines, VatForm.Including) ? new VatShape(VatForm.Including, IsCertain: true)
            : excluding ? new VatShape(VatForm.Excluding, IsCertain: true)
            : new VatShape(VatForm.Including, IsCertain: false);
    }

    private static bool IsCertainIn(IReadOnlyList<BookingLine> lines, VatForm form)
    {
        var meant = Meant(lines);
        return VatRounding.All.All(rounding => ServerVat.Of(lines, form, rounding).All(code => meant[code.Key] == code.Value));
    }

    /// <summary>Net and VAT of each VAT code, in euros.</summary>
    public static IReadOnlyDictionary<string, (decimal Net, decimal Vat)> Meant(IReadOnlyList<BookingLine> lines) =>
        lines.GroupBy(line => line.VatCode, StringComparer.Ordinal).ToDictionary(
            ofCode => ofCode.Key, ofCode => (ofCode.Sum(line => line.Net), ofCode.Sum(line => line.Vat)), StringComparer.Ordinal);
}
