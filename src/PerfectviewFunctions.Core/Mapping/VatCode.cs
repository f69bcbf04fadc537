namespace PerfectviewFunctions.Core.Mapping;

/// <summary>A VAT code (BTWCode) of e-Boekhouden.</summary>
/// <param name="Code">At most 12 characters.</param>
/// <param name="Text">The Dutch text of the service's manual.</param>
/// <param name="Percentage">What is sent along with the code; null when it is free, as for a deviating rate.</param>
/// <param name="From">First invoice date it is right for; null when it always was.</param>
/// <param name="Until">Last invoice date it is right for; null when it still is.</param>
public sealed record VatCode(
    string Code, string Text, VatCodeKind Kind, decimal? Percentage, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>The mapping rows it is suggested for; never applied unasked.</summary>
    public IReadOnlyList<string> SuggestedFor { get; init; } = [];

    /// <returns>Whether it can carry this rate on this invoice date.</returns>
    internal bool Carries(decimal rate, DateOnly date) => IsValidOn(date) && (Percentage ?? rate) == rate;

    internal bool IsValidOn(DateOnly date) => !(date < From) && !(date > Until);
}

/// <summary>What a VAT code is for.</summary>
public enum VatCodeKind
{
    /// <summary>Neither: no VAT at all; a sales invoice can carry it.</summary>
    None,

    Sale,

    Purchase,
}
