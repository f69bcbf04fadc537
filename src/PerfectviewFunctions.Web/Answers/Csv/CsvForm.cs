using System.Buffers;
using System.Globalization;

namespace PerfectviewFunctions.Web.Answers.Csv;

/// <summary>
/// How a table is written for a spreadsheet (RFC 4180): Dutch ones expect semicolons and decimal commas. A text that a spreadsheet would take for a
/// formula gets an apostrophe in front, since others wrote it; numbers stay numbers.
/// </summary>
internal sealed record CsvForm(char Separator, char DecimalMark)
{
    public const string LineEnd = "\r\n";

    /// <summary>What begins a formula, in half and full width, and what a spreadsheet may pass over before one.</summary>
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n\u0000\uFF1D\uFF0B\uFF0D\uFF20");

    public static CsvForm Dutch { get; } = new(';', ',');

    public static CsvForm English { get; } = new(',', '.');

    public string Text(string? text) => Quoted(text is { Length: > 0 } && Formula.Contains(text[0]) ? "'" + text : text ?? "");

    public string Number(int number) => Quoted(number.ToString(CultureInfo.InvariantCulture));

    public string Amount(decimal? amount) =>
        Quoted(amount?.ToString("0.00##", CultureInfo.InvariantCulture).Replace('.', DecimalMark) ?? "");

    public string Date(DateOnly date) => Quoted(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public string Line(IEnumerable<string> cells) => string.Join(Separator, cells) + LineEnd;

    private string Quoted(string cell) => cell.AsSpan().ContainsAny([Separator, '"', '\r', '\n'])
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
