using System.Collections;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Web.Hosting;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Hosting;

public sealed class SettingsReadingTests
{
    private const string Secret = "AccountKey=dGhpcyBpcyBhIHNlY3JldA==";

    [Fact]
    public void Settings_of_all_kinds_are_read()
    {
        var (settings, faults) = FromEnvironment(
            ("Text", "some text"), ("Number", "-5"), ("Size", "8589934592"), ("Switch", "True"), ("Pause", "00:01:30"),
            ("Address", "https://host.example/path"), ("Inner__Deep__Number", "7"), ("inner__deep__switch", "true"));

        Assert.Empty(faults);
        Assert.Equal(("some text", -5, 8589934592, true), (settings.Text, settings.Number, settings.Size, settings.Switch));
        Assert.Equal((TimeSpan.FromSeconds(90), new Uri("https://host.example/path")), (settings.Pause, settings.Address));
        Assert.Equal((7, true), (settings.Inner.Deep.Number, settings.Inner.Deep.Switch));
    }

    [Fact]
    public void What_is_not_set_keeps_its_default_and_other_variables_are_left_alone()
    {
        var (settings, faults) = Read(Source(("OTHER_Number", "x"), ("PERFECTVIEWFUNCTIONS_Number", "")));

        Assert.Empty(faults);
        Assert.Equal(3, settings.Number);
    }

    [Theory]
    [InlineData("Number", "abc", "'abc' is not a whole number of this size, such as 5.")]
    [InlineData("Number", "1.5", "'1.5' is not a whole number")]
    [InlineData("Number", "5000000000", "'5000000000' is not a whole number of this size")]
    [InlineData("Size", "1e3", "'1e3' is not a whole number")]
    [InlineData("Switch", "perhaps", "'perhaps' is not true or false.")]
    [InlineData("Pause", "soon", "'soon' is not a duration such as 00:00:30 (hours:minutes:seconds).")]
    [InlineData("Pause", "30", "'30' is not a duration")]
    [InlineData("Address", "nonsense", "the value is not an address such as https://name.example.")]
    [InlineData("Address", "/some/path", "the value is not an address")]
    [InlineData("Inner__Deep__Number", "x", "'x' is not a whole number")]
    public void Malformed_value_is_named_with_its_setting_and_the_form_that_is_wanted(string name, string value, string fault)
    {
        var (_, faults) = FromEnvironment((name, value));

        Assert.StartsWith($"PERFECTVIEWFUNCTIONS_{name}: {fault}", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Number")]
    [InlineData("Switch")]
    [InlineData("Pause")]
    [InlineData("Address")]
    [InlineData("Unknown")]
    [InlineData("Inner")]
    public void What_may_be_a_key_in_the_wrong_place_is_never_quoted(string name) =>
        Assert.DoesNotContain(FromEnvironment((name, Secret)).Faults, fault => fault.Contains("dGhpc", StringComparison.Ordinal));

    [Theory]
    [InlineData("Numbre", "there is no such setting; PERFECTVIEWFUNCTIONS_Number may be meant.")]
    [InlineData("Inner_Deep__Number", "there is no such setting; PERFECTVIEWFUNCTIONS_Inner__Deep__Number may be meant.")]
    [InlineData("SomethingElse", "there is no such setting. Take it away.")]
    [InlineData("Inner", "there is no such setting. Take it away.")]
    [InlineData("Total", "there is no such setting. Take it away.")]
    [InlineData("Apart__Number", "there is no such setting. Take it away.")]
    public void Setting_that_nobody_knows_is_named(string name, string fault) =>
        Assert.Equal($"PERFECTVIEWFUNCTIONS_{name}: {fault}", Assert.Single(FromEnvironment((name, "1")).Faults));

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Assert.Equal(3, FromEnvironment(("Number", "x"), ("Pause", "x"), ("SomethingElse", "1")).Faults.Count);

    [Fact]
    public void What_a_record_says_of_itself_names_settings_as_they_were_typed_or_have_to_be()
    {
        var (_, faults) = Read(Source(("PERFECTVIEWFUNCTIONS_inner__deep__number", "-1")));

        Assert.Equal(
            "PERFECTVIEWFUNCTIONS_inner__deep__number can't be less than PERFECTVIEWFUNCTIONS_Inner__Deep__Least: -1 at 00:00:01.", Assert.Single(faults));
    }

    [Fact]
    public void A_record_is_not_asked_while_one_of_its_values_could_not_be_read() =>
        Assert.Single(FromEnvironment(("Inner__Deep__Number", "-1"), ("Switch", "x")).Faults);

    [Fact]
    public void Later_source_wins_and_each_names_its_own()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("settings.json");
        File.WriteAllText(file, """{"Number": 1, "Pause": "x", "Logging": {"LogLevel": {"Default": "Debug"}}, "Inner": {"Deep": {"Nombre": 1}}}""");
        var reading = new SettingsReading(
            SettingsSource.JsonFile(file),
            SettingsSource.Environment(Variables(("PERFECTVIEWFUNCTIONS_Number", "2"), ("PERFECTVIEWFUNCTIONS_Size", "2"))),
            SettingsSource.CommandLine(new Dictionary<string, string?> { ["size"] = "3", ["Inner:Deep:Number"] = "-1", ["also"] = "x" }));
        reading.Know("also");

        var settings = reading.Read<Sample>(sample => sample.Faults());

        Assert.Equal((2, 3L), (settings.Number, settings.Size));
        Assert.Equal(
            [
                $"Pause in {file}: 'x' is not a duration such as 00:00:30 (hours:minutes:seconds).",
                $"Inner:Deep:Nombre in {file}: there is no such setting. Take it away.",
            ],
            reading.Faults());
    }

    [Fact]
    public void Empty_value_on_the_command_line_is_malformed()
    {
        var reading = new SettingsReading(SettingsSource.CommandLine(new Dictionary<string, string?> { ["Number"] = "" }));

        reading.Read<Sample>(_ => []);

        Assert.Equal("--Number: an empty value is not a whole number of this size, such as 5.", Assert.Single(reading.Faults()));
    }

    [Fact]
    public void File_that_is_no_json_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("settings.json"), "{");

        Assert.Contains("settings.json", Assert.Throws<InvalidDataException>(() => SettingsSource.JsonFile(folder.File("settings.json"))).Message, StringComparison.Ordinal);
    }

    private static (Sample Settings, IReadOnlyList<string> Faults) FromEnvironment(params (string Name, string Value)[] settings) =>
        Read(Source([.. settings.Select(setting => ("PERFECTVIEWFUNCTIONS_" + setting.Name, setting.Value))]));

    private static (Sample Settings, IReadOnlyList<string> Faults) Read(SettingsSource source)
    {
        var reading = new SettingsReading(source);
        return (reading.Read<Sample>(sample => sample.Faults()), reading.Faults());
    }

    private static SettingsSource Source(params (string Name, string Value)[] variables) => SettingsSource.Environment(Variables(variables));

    private static Hashtable Variables(params (string Name, string Value)[] variables) =>
        new(variables.ToDictionary(variable => variable.Name, variable => variable.Value));

    private sealed record Sample
    {
        public string? Text { get; init; }

        public int Number { get; init; } = 3;

        public long Size { get; init; }

        public bool Switch { get; init; }

        public TimeSpan Pause { get; init; }

        public Uri? Address { get; init; }

        public Inner Inner { get; init; } = new();

        [ReadApart]
        public Deep Apart { get; init; } = new();

        public int Total => Number;

        public IEnumerable<string> Faults()
        {
            if (Inner.Deep.Number < Inner.Deep.Least)
            {
                yield return $"Inner:Deep:Number can't be less than Inner:Deep:Least: {Inner.Deep.Number} at 00:00:01.";
            }
        }
    }

    private sealed record Inner
    {
        public Deep Deep { get; init; } = new();
    }

    private sealed record Deep
    {
        public int Number { get; init; }

        public int Least { get; init; }

        public bool Switch { get; init; }
    }
}
