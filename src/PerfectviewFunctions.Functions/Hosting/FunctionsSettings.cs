using System.Collections;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Functions.Hosting;

/// <summary>What can be set for the app in Azure: by its environment, which is how Azure and <c>local.settings.json</c> pass settings on.</summary>
internal sealed record FunctionsSettings(ProductSettings Product, AzureSettings Azure)
{
    /// <summary>A variable that App Service sets wherever it runs an app, and nobody else.</summary>
    private const string SiteInAzure = "WEBSITE_SITE_NAME";

    /// <returns>The settings, or else what is wrong with them, in sentences that name the setting.</returns>
    public static (FunctionsSettings? Settings, IReadOnlyList<string> Faults) Read(IDictionary variables)
    {
        var reading = new SettingsReading(SettingsSource.Environment(variables));
        var inAzure = variables.Contains(SiteInAzure);
        var azure = reading.Read<AzureSettings>(settings => settings.Faults(inAzure));
        var product = reading.Read<ProductSettings>(settings => settings.Faults());
        return reading.Faults() is { Count: > 0 } faults ? (null, faults) : (new FunctionsSettings(inAzure ? BehindFrontEnd(product) : product, azure), []);
    }

    /// <summary>
    /// Nobody reaches an app in Azure but through its front end, which adds the caller's address. All calls come from that front end, so without
    /// the header one caller who tries keys would shut out everybody.
    /// </summary>
    private static ProductSettings BehindFrontEnd(ProductSettings product) => product with { Gate = product.Gate with { TrustForwardedFor = true } };
}
