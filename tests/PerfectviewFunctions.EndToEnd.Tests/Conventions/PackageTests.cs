using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Conventions;

/// <summary>What is built where the package sources are partial copies: the filter and the scripts in eng say the same as the solution.</summary>
public sealed partial class PackageTests
{
    [Fact]
    public void Filter_leaves_out_the_Functions_project_and_its_tests_and_nothing_else()
    {
        var all = Project().Matches(Repository.Read("PerfectviewFunctions.sln")).Select(match => match.Groups["path"].Value);
        using var filter = JsonDocument.Parse(Repository.Read("eng/PerfectviewFunctions.WithoutFunctions.slnf"));
        var kept = filter.RootElement.GetProperty("solution").GetProperty("projects").EnumerateArray().Select(one => one.GetString()!);

        Assert.Equal(
            [
                @"src\PerfectviewFunctions.Functions\PerfectviewFunctions.Functions.csproj",
                @"tests\PerfectviewFunctions.Functions.Tests\PerfectviewFunctions.Functions.Tests.csproj",
            ],
            all.Except(kept).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Projects_take_the_version_of_Azure_Data_Tables_that_the_script_repacks_where_it_was()
    {
        var taken = RepackedTables().Match(Repository.Read("Directory.Packages.props"));

        Assert.True(taken.Success);
        Assert.Equal(taken.Groups["file"].Value, taken.Groups["version"].Value);
        Assert.Contains($"readonly version={taken.Groups["version"].Value}\n", Repository.Read("eng/repack-azure-data-tables.sh"), StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData(
        "NU1101: Unable to find package Microsoft.Azure.Functions.Worker. No packages exist with this id in source(s): a, b",
        "Microsoft.Azure.Functions.Worker")]
    [InlineData(
        "NU1102: Unable to find package Microsoft.Azure.Functions.Worker.Sdk with version (>= 2.1.0)",
        "Microsoft.Azure.Functions.Worker.Sdk")]
    [InlineData("NU1102:   - Found 2 version(s) in a [ Nearest version: 1.15.1 ]", "other")]
    [InlineData("NU1103: Unable to find a stable package Azure.Data.Tables with version (>= 12.11.0)", "Azure.Data.Tables")]
    [InlineData(
        "NU1603: X depends on Azure.Data.Tables (>= 1.1.0) but Azure.Data.Tables 1.1.0 was not found. Azure.Data.Tables 1.3.0 was resolved instead.",
        "Azure.Data.Tables")]
    [InlineData("NU1101: Unable to find package Azure.Data.TablesX. No packages exist with this id in source(s): a", "other")]
    [InlineData("NU1101: Unable to find package Polly.Kore. No packages exist with this id in source(s): a", "other")]
    [InlineData("NU1301: Unable to load the service index for source a.", "other")]
    [InlineData("NU1107: Version conflict detected for Microsoft.Azure.Functions.Worker.", "other")]
    [InlineData("MSB4025: The project file could not be loaded.", "other")]
    public void Only_a_known_package_that_no_source_has_counts_as_lacking(string error, string lacking) =>
        Assert.Equal(lacking, Lacking($"/x/X.csproj : error {error} [/x/X.sln]\n"));

    [UnixFact]
    public void Another_error_shows_beside_packages_that_are_lacking() =>
        Assert.Equal(
            "Azure.Data.Tables\nMicrosoft.Azure.Functions.Worker\nother",
            Lacking(
                """
                /x/X.csproj : error NU1102: Unable to find package Microsoft.Azure.Functions.Worker with version (>= 2.52.0)
                /x/X.csproj : error NU1102:   - Found 1 version(s) in a [ Nearest version: 1.19.0 ]
                /x/X.csproj : error NU1301: Unable to load the service index for source b.
                /x/X.csproj : error NU1102: Unable to find package Azure.Data.Tables with version (>= 12.11.0)
                /x/Y.csproj : error NU1102: Unable to find package Azure.Data.Tables with version (>= 12.11.0)
                """ + "\n"));

    /// <summary>What the script makes of the output of a restore that failed.</summary>
    private static string Lacking(string output)
    {
        var start = new ProcessStartInfo("bash", ["-c", ". eng/packages.sh && lacking /dev/stdin"])
        {
            WorkingDirectory = Repository.Root, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        using var bash = Process.Start(start)!;
        bash.StandardInput.Write(output);
        bash.StandardInput.Close();
        var lacking = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return lacking.TrimEnd();
    }

    private static string? WhySkipped() => OperatingSystem.IsWindows() ? "The scripts are for bash." : null;

    private sealed class UnixFactAttribute : FactAttribute
    {
        public UnixFactAttribute() => Skip = WhySkipped();
    }

    private sealed class UnixTheoryAttribute : TheoryAttribute
    {
        public UnixTheoryAttribute() => Skip = WhySkipped();
    }

    [GeneratedRegex(@"""(?<path>[^""]+\.csproj)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Project();

    [GeneratedRegex(@"packages/Azure\.Data\.Tables\.(?<file>[0-9.]+)\.nupkg'\)"">(?<version>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RepackedTables();
}
