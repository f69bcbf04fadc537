using System.Text.RegularExpressions;
using PerfectviewFunctions.Infra.Tests.Evaluation;
using PerfectviewFunctions.Infra.Tests.Reading;
using PerfectviewFunctions.Infra.Tests.Rules;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Alerts;

/// <summary>What alerts ask of stands in docs/telemetry.md, and what they mean in docs/operations.md.</summary>
public sealed partial class AlertsPagesTests
{
    [Fact]
    public Task Ours_ask_of_what_is_measured() => RuleTesting.HoldsForOursAsync(project => AlertsRule.Faults(project, Instruments.In(Page("telemetry.md"))));

    [Fact]
    public async Task Each_of_ours_says_where_its_section_is_and_has_it()
    {
        var sections = AnchorsOf(Page("operations.md"));
        var alerts = AlertsRule.Alerts(await BicepProject.OfRepositoryAsync()).Select(one => one.Alert).DistinctBy(alert => alert.Name).ToList();

        Assert.NotEmpty(alerts);
        Assert.Empty(alerts.SelectMany(alert => MissingIn(alert.Name, Values.Text(alert.Body.At("properties.description")), sections)));
    }

    [Theory]
    [InlineData("What to do: docs/operations.md#alert-a", null)]
    [InlineData("What to do: docs/operations.md#alert-b", "x: docs/operations.md has no heading for #alert-b.")]
    [InlineData("What to do: look", "x: its description has to end with 'docs/operations.md#' and a heading.")]
    public void Alert_without_a_section_is_named(string description, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], MissingIn("x", description, AnchorsOf("# Operations\n\n### Alert: `a`\n")));

    private static IEnumerable<string> MissingIn(string name, string description, IReadOnlyCollection<string> sections)
    {
        var anchor = Link().Match(description).Groups["anchor"].Value;
        return anchor.Length == 0 ? [$"{name}: its description has to end with 'docs/operations.md#' and a heading."]
            : sections.Contains(anchor) ? []
            : [$"{name}: docs/operations.md has no heading for #{anchor}."];
    }

    /// <summary>The anchors that GitHub gives to headings: small letters, no signs, hyphens for spaces.</summary>
    private static HashSet<string> AnchorsOf(string page) =>
    [
        .. Heading().Matches(page)
            .Select(heading => Sign().Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')),
    ];

    /// <summary>Nothing where there is no such page yet: then nothing that it should say is there.</summary>
    private static string Page(string name) => Path.Combine(BicepProject.Repository, "docs", name) is var path && File.Exists(path) ? File.ReadAllText(path) : "";

    [GeneratedRegex(@"docs/operations\.md#(?<anchor>[\w-]+)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ +(?<text>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 1000)]
    private static partial Regex Sign();
}
