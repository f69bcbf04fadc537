using System.Collections;
using System.Text.Json;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.Infra.Tests.Evaluation;
using PerfectviewFunctions.Infra.Tests.Reading;
using PerfectviewFunctions.Infra.Tests.Settings;
using PerfectviewFunctions.Web;
using PerfectviewFunctions.Web.Hosting;
using PerfectviewFunctions.Web.Pages;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Project;

/// <summary>The files that the Functions host reads, held against the template and the code.</summary>
public sealed class HostFilesTests
{
    /// <summary>What stands in the sample for the host and not for us.</summary>
    private static readonly string[] OfHost = ["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME"];

    [Fact]
    public async Task Telemetry_goes_the_way_that_the_app_sends_it()
    {
        using var host = Read("host.json");

        Assert.Equal("OpenTelemetry", host.RootElement.GetProperty("telemetryMode").GetString());
        Assert.Contains("APPLICATIONINSIGHTS_CONNECTION_STRING", AppSettings.Of(await DeployedAsync()).Keys);
    }

    [Fact]
    public async Task Addresses_that_a_deployment_prints_are_those_of_the_app()
    {
        using var host = Read("host.json");
        var prefix = host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString()!;
        var project = await BicepProject.OfRepositoryAsync();
        var main = new Scope(project, project[BicepProject.Main]!, AppSettings.Arguments(project));

        Assert.Equal("", prefix);
        Assert.EndsWith($".azurewebsites.net/{Routes.Webhook}", Values.Text(main["webhookAddress"]), StringComparison.Ordinal);
        Assert.EndsWith($".azurewebsites.net{PageRoutes.Root}", Values.Text(main["pageAddress"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runtime_of_the_site_is_that_of_the_sample_and_of_the_projects()
    {
        using var sample = Read("local.settings.sample.json");
        var framework = (await File.ReadAllTextAsync(Path.Combine(BicepProject.Repository, "Directory.Build.props"))).Split("<TargetFramework>net")[1].Split('<')[0];
        var runtime = (await DeployedAsync()).Single(one => one.Resource.Is("Microsoft.Web/sites")).Body.At("properties.functionAppConfig.runtime");

        Assert.Equal(sample.RootElement.GetProperty("Values").GetProperty("FUNCTIONS_WORKER_RUNTIME").GetString(), runtime.At("name"));
        Assert.Equal(framework, runtime.At("version"));
    }

    [Fact]
    public void Every_setting_of_the_sample_is_read_without_a_fault()
    {
        using var sample = Read("local.settings.sample.json");
        var values = sample.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!);

        Assert.Empty(values.Keys.Where(name => !name.StartsWith(ProductSetting.Prefix, StringComparison.Ordinal)).Except(OfHost));
        Assert.Empty(Faults(values));
        Assert.NotEmpty(Faults(new Dictionary<string, string>(values) { [ProductSetting.Prefix + "Bookz"] = "https://books.example" }));
    }

    [Fact]
    public void Sample_holds_no_encrypted_value_and_is_whole()
    {
        using var sample = Read("local.settings.sample.json");
        var names = sample.RootElement.EnumerateObject().Select(member => member.Name);

        Assert.Equal(["IsEncrypted", "Values"], names);
        Assert.False(sample.RootElement.GetProperty("IsEncrypted").GetBoolean());
    }

    private static IReadOnlyList<string> Faults(Dictionary<string, string> values)
    {
        var reading = new SettingsReading(SettingsSource.Environment((IDictionary)values));
        reading.Read<AzureSettings>(settings => settings.Faults(inAzure: false));
        reading.Read<ProductSettings>(settings => settings.Faults());
        return reading.Faults();
    }

    private static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(BicepProject.Repository, file)));

    private static async Task<IReadOnlyList<DeployedResource>> DeployedAsync()
    {
        var project = await BicepProject.OfRepositoryAsync();
        return Deployment.Of(project, AppSettings.Arguments(project));
    }
}
