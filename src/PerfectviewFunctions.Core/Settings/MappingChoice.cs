namespace PerfectviewFunctions.Core.Settings;

/// <summary>A row of the VAT mapping as a person fills it in.</summary>
/// <param name="Category">One of <see cref="Mapping.VatCategory.Rows"/>.</param>
/// <param name="VatCode">Null with no account: the category is not booked but held back.</param>
public sealed record MappingChoice(string Category, string? VatCode, string? Account);
