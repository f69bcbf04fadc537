namespace PerfectviewFunctions.Core.Mapping;

/// <summary>The VAT codes of e-Boekhouden that a sales invoice can carry; no API lists them.</summary>
public static class VatCodes
{
}
