using System.Text.RegularExpressions;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Telemetry;

/// <summary>The page about telemetry names what there is, by the names that alerts go by.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Page = Repository.Read("docs/telemetry.md");

    [Fact]
    public void Page_lists_every_instrument_with_its_unit_and_dimensions() => Assert.Equal(
        Instruments.All.Select(one => $"{one.Name} | {one.Kind.ToString().ToLowerInvariant()}, {one.Unit} | {string.Join(", ", one.Dimensions)}"),
        Rows().Where(row => row[0].StartsWith("perfectviewfunctions.", StringComparison.Ordinal)).Select(row => string.Join(" | ", row.Take(3))));

    [Fact]
    public void Page_lists_every_span_with_its_attributes() => Assert.Equal(
        Spans.All.Select(one => $"{one.Name} | {string.Join(", ", one.Tags)}"),
        Rows().Where(row => Spans.All.Any(one => one.Name == row[0])).Select(row => string.Join(" | ", row.Take(2))));

    [Fact]
    public void Names_are_lower_case_and_none_is_used_twice()
    {
        Assert.All(Instruments.All, one => Assert.Matches(Name(), one.Name));
        Assert.All(Instruments.All.SelectMany(one => one.Dimensions).Concat(Spans.All.SelectMany(one => one.Tags)), name => Assert.Matches(Word(), name));
        Assert.Equal(Instruments.All.Count, Instruments.All.Select(one => one.Name).Distinct().Count());
    }

    /// <summary>The cells of every table row, without backticks.</summary>
    private static IEnumerable<string[]> Rows() => Page.Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split(" | ").Select(cell => cell.Replace("`", "", StringComparison.Ordinal).Trim()).ToArray());

    [GeneratedRegex(@"\Aperfectviewfunctions(\.[a-z]+)+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[a-z]+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
