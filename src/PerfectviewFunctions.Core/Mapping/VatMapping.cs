namespace PerfectviewFunctions.Core.Mapping;

/// <summary>A tenant's choice per VAT category: which VAT code and which revenue account. What is not chosen is held back, never guessed.</summary>
/// <param name="Rows">By category id, and <see cref="VatCategory.LowSixRow"/>.</param>
public sealed record VatMapping(IReadOnlyDictionary<string, VatMappingRow> Rows)
{
    public static VatMapping Empty { get; } = new(new Dictionary<string, VatMappingRow>(StringComparer.Ordinal));
}

/// <param name="VatCode">A sales code of <see cref="VatCodes"/>.</param>
/// <param name="Account">Code of a revenue account in the books.</param>
public sealed record VatMappingRow(string VatCode, string Account);
