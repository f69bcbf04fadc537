using System.Collections;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Functions.Hosting;

/// <summary>What can be set for the app in Azure: by its environment, which is how Azure and <c>local.settings.json</c> pass settings on.</summary>
internal sealed record FunctionsSettings(ProductSettings Product, AzureSettings Azure)
{
    /// <summary>A variable that App Service sets wherever it runs an app, and nobody else.</summary>
    private const string SiteInAzure = "WEBSITE_SITE_NAME";

    private const string ForwardedHeaders = "ASPNETCORE_FORWARDEDHEADERS_ENABLED";

    /// <returns>The settings, or else what is wrong with them, in sentences that name the setting.</returns>
    public static (FunctionsSettings? Settings, IReadOnlyList<string> Faults) Read(IDictionary variables)
    {
        var reading = new SettingsReading(SettingsSource.Environment(variables));
        var inAzure = variables.Contains(SiteInAzure);
        var azure = reading.Read<AzureSettings>(settings => settings.Faults(inAzure));
        var product = reading.Read<ProductSettings>(settings => settings.Faults());
        return (string[])[.. reading.Faults(), .. HostFaults(variables, inAzure)] is { Length: > 0 } faults
            ? (null, faults)
            : (new FunctionsSettings(product, azure), []);
    }

    /// <summary>
    /// The Functions host replaces X-Forwarded-For by the address that it takes for the caller's itself. In Azure that is the front end's, and one
    /// caller who tries keys would shut out everybody, unless this makes it believe what the front end adds.
    /// </summary>
    private static IEnumerable<string> HostFaults(IDictionary variables, bool inAzure) =>
        inAzure && !string.Equals(variables[ForwardedHeaders] as string, "true", StringComparison.OrdinalIgnoreCase)
            ? [$"{ForwardedHeaders} is missing: set it to true, so that the Functions host tells callers apart by what the front end adds."]
            : [];
}
