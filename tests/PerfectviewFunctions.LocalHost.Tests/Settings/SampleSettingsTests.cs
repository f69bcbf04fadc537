using System.Text.Json;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web.Hosting;
using Xunit;

namespace PerfectviewFunctions.LocalHost.Tests.Settings;

public sealed class SampleSettingsTests
{
    private static readonly Dictionary<string, string> Sample = JsonDocument.Parse(Repository.Read("local.settings.sample.json"))
        .RootElement.GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!);

    [Fact]
    public void Sample_is_whole_for_a_developers_machine()
    {
        var reading = new SettingsReading(SettingsSource.Environment(Sample));

        reading.Read<AzureSettings>(settings => settings.Faults(inAzure: false));
        reading.Read<ProductSettings>(settings => settings.Faults());

        Assert.Empty(reading.Faults());
    }

    [Fact]
    public void Every_variable_of_the_sample_is_explained()
    {
        var explained = SettingsDocument.Write();

        Assert.All(Sample.Keys, name => Assert.Contains($"| `{name}`", explained, StringComparison.Ordinal));
    }
}
