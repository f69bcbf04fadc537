using System.Collections;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.Infra.Tests.Evaluation;
using PerfectviewFunctions.Infra.Tests.Reading;
using PerfectviewFunctions.Web.Hosting;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Settings;

/// <summary>What a deployment sets is what the code reads.</summary>
public sealed class AppSettingsTests
{
    /// <summary>The client id of an app registration, for a customer whose people sign in.</summary>
    private static readonly (string Name, object? Value) SignIn = ("signInClientId", PlausibleAzure.Guid(["sign-in"]));

    [Fact]
    public async Task Every_setting_without_a_default_in_Azure_is_set()
    {
        var settings = await SettingsAsync();

        Assert.NotEmpty(ProductNames.Needed);
        Assert.All(ProductNames.Needed, name => Assert.Contains(name, settings.Keys));
        Assert.All(ProductNames.OfBicep, path => Assert.Contains(Named(path), settings.Keys));
        Assert.All(ProductNames.Forbidden, path => Assert.DoesNotContain(Named(path), settings.Keys));
    }

    [Fact]
    public async Task Settings_of_a_customer_who_says_nothing_are_read_without_a_fault()
    {
        var (azure, product, faults) = Read(await SettingsAsync(("settings", Values.Object())));

        Assert.Empty(faults);
        Assert.Equal(new ProductSettings(), product);
        Assert.Equal("perfectview", azure.Storage.Table);
        Assert.EndsWith(".table.core.windows.net", azure.Storage.Tables!.Host, StringComparison.Ordinal);
        Assert.EndsWith(".vault.azure.net", azure.Secrets.Vault!.Host, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_setting_that_a_customer_may_set_arrives_under_its_name_and_is_read_without_a_fault()
    {
        var chosen = ProductNames.OfCustomers.ToDictionary(setting => setting.Variable, setting => setting.Plausible);
        var settings = await SettingsAsync(("settings", AppSettings.Nested(ProductNames.OfCustomers.Select(setting => (setting.Path, (object?)setting.Plausible)))));

        Assert.Empty(Read(settings).Faults);
        Assert.All(chosen, setting => Assert.Equal(Values.Text(setting.Value), settings.GetValueOrDefault(setting.Key), ignoreCase: true));
    }

    [Fact]
    public async Task Customer_can_not_set_what_the_deployment_sets()
    {
        var mean = AppSettings.Nested(ProductNames.OfBicep.Select(path => (path, (object?)"https://elsewhere.example")));
        var settings = await SettingsAsync(("settings", mean));

        Assert.All(ProductNames.OfBicep, path => Assert.NotEqual("https://elsewhere.example", settings[Named(path)]));
    }

    [Fact]
    public async Task Setting_that_the_code_does_not_know_is_found()
    {
        var settings = new Dictionary<string, string>(await SettingsAsync()) { [Named("Engine:CallTimeuot")] = "00:00:30" };

        Assert.Contains("there is no such setting; PERFECTVIEWFUNCTIONS_Engine__CallTimeout may be meant.", Assert.Single(Read(settings).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Principal_header_is_trusted_only_where_App_Service_signs_people_in()
    {
        var project = await BicepProject.OfRepositoryAsync();
        foreach (var given in new[] { AppSettings.Arguments(project, ("signInClientId", "")), AppSettings.Arguments(project, SignIn) })
        {
            var deployed = Deployment.Of(project, given);

            Assert.Equal(AppSettings.SignsIn(deployed) ? "true" : "false", AppSettings.Of(deployed)[Named("Gate:TrustPrincipalHeader")]);
            Assert.Equal(!Equals(given["signInClientId"], ""), AppSettings.SignsIn(deployed));
        }
    }

    [Fact]
    public async Task Setting_that_sign_in_takes_its_secret_from_is_set_where_people_sign_in_and_holds_none()
    {
        var deployed = Deployment.Of(await BicepProject.OfRepositoryAsync(), AppSettings.Arguments(await BicepProject.OfRepositoryAsync(), SignIn));
        var name = deployed.Single(one => one.Name == "authsettingsV2").Body.At("properties.identityProviders.azureActiveDirectory.registration.clientSecretSettingName");

        // By this name App Service takes the value for the client id of an identity that vouches for the app.
        Assert.Equal("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", name);
        Assert.Equal(AppSettings.Of(deployed)[Named("Identity:ClientId")], AppSettings.Of(deployed)["OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"]);
    }

    [Theory]
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true")]
    [InlineData("AzureWebJobsDisableHomepage", "true")]
    [InlineData("AzureWebJobsStorage__credential", "managedidentity")]
    public async Task Setting_of_the_host_is_set(string name, string value) => Assert.Equal(value, (await SettingsAsync()).GetValueOrDefault(name));

    [Fact]
    public async Task Host_reaches_storage_and_telemetry_by_the_identity_of_the_app()
    {
        var settings = await SettingsAsync();
        var identity = settings[Named("Identity:ClientId")];

        Assert.Equal(identity, settings["AZURE_CLIENT_ID"]);
        Assert.Equal(identity, settings["AzureWebJobsStorage__clientId"]);
        Assert.Equal($"ClientId={identity};Authorization=AAD", settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]);
        Assert.StartsWith("https://", settings["AzureWebJobsStorage__blobServiceUri"], StringComparison.Ordinal);
        Assert.Contains("IngestionEndpoint=", settings["APPLICATIONINSIGHTS_CONNECTION_STRING"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage")] // a connection string, which the identity replaces
    [InlineData("FUNCTIONS_WORKER_RUNTIME")] // Flex Consumption has it in functionAppConfig, and refuses it here
    [InlineData("FUNCTIONS_EXTENSION_VERSION")]
    [InlineData("WEBSITE_RUN_FROM_PACKAGE")]
    [InlineData("WEBSITE_CONTENTAZUREFILECONNECTIONSTRING")]
    public async Task Setting_that_the_plan_does_not_take_is_not_set(string name) => Assert.DoesNotContain(name, (await SettingsAsync()).Keys);

    private static async Task<IReadOnlyDictionary<string, string>> SettingsAsync(params (string Name, object? Value)[] more)
    {
        var project = await BicepProject.OfRepositoryAsync();
        return AppSettings.Of(Deployment.Of(project, AppSettings.Arguments(project, more)));
    }

    /// <summary>As the app on Azure reads them.</summary>
    private static (AzureSettings Azure, ProductSettings Product, IReadOnlyList<string> Faults) Read(IReadOnlyDictionary<string, string> settings)
    {
        var reading = new SettingsReading(SettingsSource.Environment((IDictionary)settings.ToDictionary()));
        var azure = reading.Read<AzureSettings>(read => read.Faults(inAzure: true));
        var product = reading.Read<ProductSettings>(read => read.Faults());
        return (azure, product, reading.Faults());
    }

    private static string Named(string path) => ProductSetting.Prefix + path.Replace(":", "__", StringComparison.Ordinal);
}
