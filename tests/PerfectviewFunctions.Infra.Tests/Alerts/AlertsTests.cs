using PerfectviewFunctions.Infra.Tests.Evaluation;
using PerfectviewFunctions.Infra.Tests.Reading;
using PerfectviewFunctions.Infra.Tests.Rules;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Alerts;

public sealed class AlertsTests
{
    private const string Page = """
        | instrument | kind, unit | dimensions | |
        | --- | --- | --- | --- |
        | `perfectviewfunctions.events` | counter | `type` (`invoice.sent`, …), `outcome` (`booked`, `refused`) : what became of it, `tenant` aside | all `events` |
        | `perfectviewfunctions.stock.waiting` | gauge | `tenant` | what waits, by `outcome` or not |
        """;

    /// <summary>What has to be told of, each by an alert whose query asks of these.</summary>
    private static readonly (string What, string Asks)[] Wanted =
    [
        ("nothing booked though events wait", "perfectviewfunctions.stock.waiting.age"),
        ("action needed for too long", "perfectviewfunctions.stock.attention.age"),
        ("connection paused", "perfectviewfunctions.stock.paused"),
        ("no successful payment run", "perfectviewfunctions.payments.runs"),
        ("5xx on the webhook", "perfectviewfunctions.requests"),
        ("vault 403 and 429", "403, 429"),
        ("failed sign-ins", "perfectviewfunctions.gate.refusals"),
    ];

    [Fact]
    public async Task Ours_tell_of_what_has_to_be_told_and_reach_somebody()
    {
        var alerts = AlertsRule.Alerts(await BicepProject.OfRepositoryAsync());

        Assert.All(Wanted, wanted => Assert.Contains(alerts, alert => alert.Queries.Any(query => query.Contains(wanted.Asks, StringComparison.Ordinal))));
        Assert.All(alerts, alert => Assert.NotEmpty((IReadOnlyList<object?>)alert.Alert.Body.At("properties.actions.actionGroups")!));
        Assert.All(alerts, alert => Assert.Equal(true, alert.Alert.Body.At("properties.enabled")));
    }

    [Theory]
    [InlineData("AppMetrics | where Name == 'perfectviewfunctions.evnts'", "'perfectviewfunctions.evnts' is measured nowhere; docs/telemetry.md has perfectviewfunctions.events,")]
    [InlineData("AppMetrics | where Name == 'perfectviewfunctions.events' | where Properties.tenant == 'a'", "'tenant' is no dimension of perfectviewfunctions.events.")]
    [InlineData(
        "let a = toscalar(AppMetrics | where Name == 'perfectviewfunctions.events'); AppMetrics | where Name == 'perfectviewfunctions.stock.waiting' and Properties['outcome'] == 'x'",
        "'outcome' is no dimension of perfectviewfunctions.stock.waiting.")]
    public Task Question_about_what_is_not_measured_is_named(string query, string expected) =>
        RuleTesting.BitesAsync(project => AlertsRule.Faults(project, Instruments.In(Page)), expected, Alert(query));

    [Fact]
    public Task Without_the_page_no_name_is_known() => RuleTesting.BitesAsync(
        project => AlertsRule.Faults(project, Instruments.In("")), "docs/telemetry.md has no instrument.", Alert("AppMetrics | where Name == 'perfectviewfunctions.events'"));

    [Theory]
    [InlineData("// perfectviewfunctions.other is not asked\nAppMetrics | where Name == 'perfectviewfunctions.events' and tostring(Properties.outcome) == 'booked' | where Properties[\"type\"] != ''")]
    [InlineData("AzureDiagnostics | where httpStatusCode_d == 403")]
    public Task Question_about_what_is_measured_passes(string query) =>
        RuleTesting.PassesAsync(project => AlertsRule.Faults(project, Instruments.In(Page)), Alert(query));

    [Fact]
    public async Task Query_of_a_file_is_read()
    {
        var project = await BicepProject.OfAsync(Alert("loadTextContent('queries/a.kql')", isText: false), ("queries/a.kql", "AppMetrics\n| where Name == 'x'\n"));

        Assert.Equal("AppMetrics\n| where Name == 'x'\n", Assert.Single(Assert.Single(AlertsRule.Alerts(project)).Queries));
        await Assert.ThrowsAsync<EvaluationException>(async () => AlertsRule.Alerts(await BicepProject.OfAsync(Alert("loadTextContent('queries/b.kql')", isText: false))));
    }

    private static (string Path, string Text) Alert(string query, bool isText = true) => ("main.bicep", $$"""
        resource alert 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = {
          name: 'a'
          properties: {
            criteria: { allOf: [{ query: {{(isText ? $"'''\n{query}\n'''" : query)}} }] }
          }
        }

        """);
}
