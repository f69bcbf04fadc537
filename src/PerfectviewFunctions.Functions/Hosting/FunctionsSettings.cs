using System.Collections;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.Azure.Monitor;
using PerfectviewFunctions.Web.Hosting;
using PerfectviewFunctions.Web.Telemetry;

namespace PerfectviewFunctions.Functions.Hosting;

/// <summary>What can be set for the app in Azure: by its environment, which is how Azure and <c>local.settings.json</c> pass settings on.</summary>
/// <param name="Notices">What the operator should know of a setting that could not be followed, in sentences.</param>
internal sealed record FunctionsSettings(ProductSettings Product, AzureSettings Azure, IReadOnlyList<string> Notices)
{
    /// <summary>A variable that App Service sets wherever it runs an app, and nobody else.</summary>
    private const string SiteInAzure = "WEBSITE_SITE_NAME";

    /// <summary>Set by App Service where its authentication is on; the Functions host goes by it too.</summary>
    private const string AuthInAzure = "WEBSITE_AUTH_ENABLED";

    private const string ForwardedHeaders = "ASPNETCORE_FORWARDEDHEADERS_ENABLED";

    /// <returns>The settings, or else what is wrong with them, in sentences that name the setting.</returns>
    public static (FunctionsSettings? Settings, IReadOnlyList<string> Faults) Read(IDictionary variables)
    {
        var reading = new SettingsReading(SettingsSource.Environment(variables));
        var inAzure = variables.Contains(SiteInAzure);
        var azure = reading.Read<AzureSettings>(settings => settings.Faults(inAzure));
        var product = reading.Read<ProductSettings>(settings => settings.Faults());
        var settings = new FunctionsSettings(product, azure, []);
        return (string[])[.. reading.Faults(), .. HostFaults(variables, inAzure), .. TelemetryFaults(name => variables[name] as string)] is { Length: > 0 } faults
            ? (null, faults)
            : (inAzure && !IsTrue(variables, AuthInAzure) ? settings.WithoutPrincipals() : settings, []);
    }

    private static IEnumerable<string> TelemetryFaults(Func<string, string?> read) => [.. OtlpSettings.Faults(read), .. MonitorSettings.Faults(read)];

    /// <summary>
    /// Without App Service authentication in front nobody takes away a principal that a caller made up. Invoices go on; people sign in with the admin
    /// key until it is there.
    /// </summary>
    private FunctionsSettings WithoutPrincipals() => Product.Gate.TrustPrincipalHeader
        ? this with
        {
            Product = Product with { Gate = Product.Gate with { TrustPrincipalHeader = false } },
            Notices =
            [
                $"PERFECTVIEWFUNCTIONS_Gate__TrustPrincipalHeader is not followed: App Service authentication is not on for this app ({AuthInAzure}). Switch it on; until then only the admin key signs in.",
            ],
        }
        : this;

    /// <summary>
    /// The Functions host replaces X-Forwarded-For by the address that it takes for the caller's itself. In Azure that is the front end's, and one
    /// caller who tries keys would shut out everybody, unless this makes it believe what the front end adds.
    /// </summary>
    private static IEnumerable<string> HostFaults(IDictionary variables, bool inAzure) =>
        inAzure && !IsTrue(variables, ForwardedHeaders)
            ? [$"{ForwardedHeaders} is missing: set it to true, so that the Functions host tells callers apart by what the front end adds."]
            : [];

    private static bool IsTrue(IDictionary variables, string name) =>
        string.Equals(variables[name] as string, "true", StringComparison.OrdinalIgnoreCase);
}
