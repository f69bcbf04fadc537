using PerfectviewFunctions.Core.Settings;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>A whole VAT mapping; a category that is not there is one without a choice.</summary>
internal sealed record MappingRequest(IReadOnlyList<MappingRowSent> Rows)
{
    public bool RetryUnblocked { get; init; }
}

internal sealed record MappingRowSent(string Category)
{
    public string? VatCode { get; init; }

    public string? Account { get; init; }

    /// <summary>An empty text is what a form sends for no choice.</summary>
    public static IReadOnlyList<MappingChoice> ToChoices(IReadOnlyList<MappingRowSent> rows) =>
        [.. rows.Select(row => new MappingChoice(row.Category, TextOrNone(row.VatCode), TextOrNone(row.Account)))];

    private static string? TextOrNone(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
