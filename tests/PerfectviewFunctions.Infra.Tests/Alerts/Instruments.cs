using System.Text.RegularExpressions;

namespace PerfectviewFunctions.Infra.Tests.Alerts;

/// <summary>What is measured, by the tables of docs/telemetry.md, which a test of the product holds to the code.</summary>
internal static partial class Instruments
{
    /// <returns>The dimensions of each instrument, by its name; empty where the page has no such table.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> In(string page) => page.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.StartsWith('|'))
        .Select(line => Cell().Matches(line).Select(cell => cell.Value).ToList())
        .Select(cells => (Name: cells.Select(cell => Name().Match(cell).Groups["name"].Value).FirstOrDefault(), Dimensions: cells.ElementAtOrDefault(2) ?? ""))
        .Where(row => !string.IsNullOrEmpty(row.Name))
        .ToDictionary(row => row.Name!, row => (IReadOnlyList<string>)[.. Word().Matches(Aside().Replace(row.Dimensions, "")).Select(word => word.Groups["word"].Value)]);

    [GeneratedRegex(@"[^|]+(?=\|)", RegexOptions.None, 1000)]
    private static partial Regex Cell();

    [GeneratedRegex(@"^\s*`(?<name>perfectviewfunctions\.[a-z.]+)`\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    /// <summary>The values that a dimension may have, and what is said of it after a colon.</summary>
    [GeneratedRegex(@"\([^)]*\)| : .*$", RegexOptions.None, 1000)]
    private static partial Regex Aside();

    [GeneratedRegex("`(?<word>[a-z][a-z.-]*)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
