using PerfectviewFunctions.Azure;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.Web.Hosting;
using Xunit;

namespace PerfectviewFunctions.LocalHost.Tests.Settings;

public sealed class SettingsDocumentTests
{
    private static IEnumerable<SettingSection> All =>
        [.. SettingsDocument.OnEveryHost, .. SettingsDocument.OnAzure, .. SettingsDocument.OnLocalHost];

    [Fact]
    public async Task Document_says_what_the_options_say()
    {
        var path = Path.Combine(Repository.Root, "docs", "settings.md");
        var expected = SettingsDocument.Write();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, expected);
        }

        var written = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";

        Assert.True(
            written.ReplaceLineEndings("\n") == expected,
            "docs/settings.md is not what the options classes say. Run UPDATE_DOCS=1 ./test LocalHost and commit the result.");
    }

    [Fact]
    public void Every_setting_and_section_says_what_it_means()
    {
        Assert.Empty(All.SelectMany(section => section.Entries).Where(entry => entry.Meaning.Length == 0).Select(entry => entry.Path));
        Assert.Empty(All.Where(section => section.Path.Length > 0 && section.Meaning.Length == 0).Select(section => section.Path));
    }

    [Fact]
    public void Settings_named_are_those_that_are_read()
    {
        var named = All.SelectMany(section => section.Entries).Where(entry => entry.Usual.Length > 0).ToDictionary(
            entry => $"{SettingsSource.Prefix}{entry.Path.Replace(":", "__", StringComparison.Ordinal)}", entry => entry.Usual);
        var reading = new SettingsReading(SettingsSource.Environment(named));

        reading.Read<ProductSettings>(settings => settings.Faults());
        reading.Read<LocalHostSettings>(_ => []);
        reading.Read<AzureSettings>(_ => []);

        Assert.Empty(reading.Faults());
        Assert.True(named.Count > 30, "Too few settings were found.");
    }
}
