using PerfectviewFunctions.Infra.Tests.Evaluation;
using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Settings;

/// <summary>The settings of the app, as a deployment leaves them.</summary>
internal static class AppSettings
{
    private const string NameOfConfig = "appsettings";

    /// <exception cref="EvaluationException">The template has none, or two.</exception>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<DeployedResource> deployed)
    {
        var found = deployed.Where(one => one.Resource.Is("Microsoft.Web/sites/config") && one.Name == NameOfConfig).Select(one => one.Body.At("properties"))
            .Concat(deployed.Where(one => one.Resource.Is("Microsoft.Web/sites")).Select(one => Listed(one.Body.At("properties.siteConfig.appSettings"))))
            .OfType<IReadOnlyDictionary<string, object?>>()
            .ToList();
        return found is [var settings]
            ? settings.ToDictionary(setting => setting.Key, setting => setting.Value as string
                ?? throw new EvaluationException($"The app setting {setting.Key} is no text, but '{Values.Text(setting.Value)}'."))
            : throw new EvaluationException($"The template sets the app's settings {found.Count} times, and not once.");
    }

    /// <summary>Whether App Service signs people in, and takes away what a caller sends in its place.</summary>
    public static bool SignsIn(IReadOnlyList<DeployedResource> deployed) => deployed.Any(one =>
        one.Resource.Is("Microsoft.Web/sites/config") && one.Name == "authsettingsV2" && one.Body.At("properties.platform.enabled") is true);

    /// <summary>What a customer's file has to say, and perhaps more.</summary>
    public static IReadOnlyDictionary<string, object?> Arguments(BicepProject project, params (string Name, object? Value)[] more)
    {
        var example = project.ParametersFiles.First(file => file.Path.StartsWith("customers/", StringComparison.Ordinal));
        return Values.Object(Deployment.Arguments(project, example).Select(one => (one.Key, one.Value)).Concat(more));
    }

    /// <summary>Sections in sections, as Bicep has settings.</summary>
    public static IReadOnlyDictionary<string, object?> Nested(IEnumerable<(string Path, object? Value)> settings) => settings
        .Select(setting => setting.Path.Split(':').Reverse().Aggregate(setting.Value, (value, name) => Values.Object((name, value))))
        .Cast<IReadOnlyDictionary<string, object?>>()
        .Aggregate(Values.Object(), Values.Merge);

    private static IReadOnlyDictionary<string, object?>? Listed(object? list) =>
        (list as IReadOnlyList<object?>)?.Select(one => (Values.Text(one.At("name")), one.At("value"))) is { } settings ? Values.Object(settings) : null;
}
