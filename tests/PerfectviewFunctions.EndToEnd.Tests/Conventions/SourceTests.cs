using System.Diagnostics;
using System.Text.RegularExpressions;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Conventions;

/// <summary>What the compiler does not see to.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 300;

    private static IReadOnlyList<string> Sources { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(file => !BuildOutput().IsMatch(file))];

    [Fact]
    public void Every_assembly_but_that_of_Functions_is_looked_at_here() => Assert.Equal(
        ((IEnumerable<object[]>)ArrowTests.Projects).Select(project => (string)project[0]).Except(["Functions"]).Order(), Product.Names.Order());

    [Fact]
    public void Source_file_has_at_most_300_lines() =>
        Assert.DoesNotContain(Sources, file => File.ReadLines(file).Count() > MostLines);

    [Fact]
    public void Source_file_begins_with_its_usings_or_namespace() =>
        Assert.DoesNotContain(Sources, file => !FirstLine().IsMatch(File.ReadLines(file).First()) && Path.GetFileName(file) != "Program.cs");

    [Fact]
    public void Source_file_has_no_region_and_nothing_left_to_do() =>
        Assert.DoesNotContain(Sources, file => Unfinished().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void No_tracked_file_names_a_machine_path_or_a_registry()
    {
        var tracked = Tracked();

        Assert.Contains("PerfectviewFunctions.sln", tracked);
        Assert.DoesNotContain(tracked, file => MachineOrRegistry().IsMatch(Repository.Read(file)));
    }

    private static string[] Tracked()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z"])
        {
            WorkingDirectory = Repository.Root, RedirectStandardOutput = true, UseShellExecute = false,
        };
        using var git = Process.Start(start)!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. files.Where(file => File.Exists(Path.Combine(Repository.Root, file)))];
    }

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BuildOutput();

    [GeneratedRegex(@"^(using |namespace )", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"#region|\b(TODO|FIXME|HACK|XXX)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unfinished();

    // Written so that this file does not match itself.
    [GeneratedRegex(
        @"(?<![\w.])/(home|root|Users|wor[k])/|\b[A-Z]:\\(Users|src)\\|nuge[t]\.org|index\.jso[n]|registry\.npmj[s]|pkgs\.de[v]|packageSource[s]>\s*<add [^>]*http",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex MachineOrRegistry();
}
