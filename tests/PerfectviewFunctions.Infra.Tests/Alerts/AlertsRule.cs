using System.Text.RegularExpressions;
using PerfectviewFunctions.Infra.Tests.Evaluation;
using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Alerts;

/// <summary>An alert asks of what is measured, by dimensions that it has.</summary>
internal static partial class AlertsRule
{
    private const string Type = "Microsoft.Insights/scheduledQueryRules";

    /// <summary>The alerts of all customers, and the questions that they ask.</summary>
    public static IReadOnlyList<(DeployedResource Alert, IReadOnlyList<string> Queries)> Alerts(BicepProject project) =>
    [
        .. Deployment.All(project).SelectMany(deployment => deployment.Resources).Where(one => one.Resource.Is(Type))
            .Select(one => (one, (IReadOnlyList<string>)[.. ((IReadOnlyList<object?>)one.Body.At("properties.criteria.allOf")!).Select(rule => Values.Text(rule.At("query")))])),
    ];

    public static IEnumerable<Fault> Faults(BicepProject project, IReadOnlyDictionary<string, IReadOnlyList<string>> instruments) =>
        Alerts(project).SelectMany(one => one.Queries.SelectMany(query => Faults(query, instruments)).Select(fault => one.Alert.Fault($"{one.Alert.Name}: {fault}"))).Distinct();

    private static IEnumerable<string> Faults(string query, IReadOnlyDictionary<string, IReadOnlyList<string>> instruments)
    {
        // Each question begins with a table; a dimension belongs to what that question is about.
        foreach (var question in Table().Split(Comment().Replace(query, "")))
        {
            var names = Name().Matches(question).Select(match => match.Value).Distinct().ToList();
            foreach (var name in names.Where(name => !instruments.ContainsKey(name)))
            {
                yield return $"'{name}' is measured nowhere; docs/telemetry.md has {(instruments.Count == 0 ? "no instrument" : string.Join(", ", instruments.Keys))}.";
            }

            var dimensions = names.Where(instruments.ContainsKey).SelectMany(name => instruments[name]).ToHashSet();
            foreach (var dimension in Dimension().Matches(question).Select(match => match.Groups["name"].Value).Distinct())
            {
                // A question about logs names no instrument.
                if (names.Count > 0 && names.TrueForAll(instruments.ContainsKey) && !dimensions.Contains(dimension))
                {
                    yield return $"'{dimension}' is no dimension of {string.Join(", ", names)}.";
                }
            }
        }
    }

    [GeneratedRegex(@"//[^\n]*", RegexOptions.None, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(?=AppMetrics\b)", RegexOptions.None, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"perfectviewfunctions\.[a-z.]*[a-z]", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\bProperties(\.|\[['""])(?<name>[\w.-]*\w)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dimension();
}
