using PerfectviewFunctions.Infra.Tests.Reading;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Cli;

public sealed class BicepCliTests
{
    /// <summary>Notes how it was called, and refuses a file whose text has 'wrong' in it.</summary>
    private const string Fake = """
        #!/bin/sh
        echo "$@" >> "$(dirname "$0")/calls"
        if grep -q doubtful "$2"; then echo "$2(1,1) : Warning no-unused-params: doubtful" >&2; fi
        if grep -q wrong "$2"; then echo "$2(1,1) : Error BCP007: wrong" >&2; exit 1; fi
        echo '{}'

        """;

    [BicepCliFact]
    public async Task Compiler_takes_ours() => Assert.Empty(await BicepCli.Installed!.FaultsAsync(Path.Combine(BicepProject.Repository, "infra")));

    [UnixFact]
    public async Task Template_is_built_and_linted_and_each_parameters_file_built()
    {
        using var folder = Folder("var a = 1", "using '../main.bicep'");

        Assert.Empty(await BicepCli.Find([folder.Path])!.FaultsAsync(folder.File("infra")));
        var other = Path.Combine("customers", "a.bicepparam");
        Assert.Equal(["build main.bicep --stdout", "lint main.bicep", $"build-params {other} --stdout"], await File.ReadAllLinesAsync(folder.File("calls")));
    }

    [UnixFact]
    public async Task What_the_compiler_refuses_is_a_fault_in_its_words()
    {
        using var folder = Folder("var a = 1", "wrong");

        var fault = Assert.Single(await BicepCli.Find([folder.Path])!.FaultsAsync(folder.File("infra")));

        Assert.StartsWith("bicep build-params customers/a.bicepparam --stdout ended with 1: ", fault, StringComparison.Ordinal);
        Assert.EndsWith("Error BCP007: wrong", fault, StringComparison.Ordinal);
    }

    /// <summary>The compiler itself takes what it only warns of.</summary>
    [UnixFact]
    public async Task What_the_compiler_warns_of_is_a_fault()
    {
        using var folder = Folder("doubtful", "using '../main.bicep'");

        var faults = await BicepCli.Find([folder.Path])!.FaultsAsync(folder.File("infra"));

        Assert.All(faults, fault => Assert.Contains("Warning no-unused-params", fault, StringComparison.Ordinal));
        Assert.Equal(2, faults.Count);
    }

    [UnixFact]
    public async Task What_a_parameters_file_asks_the_environment_for_is_there()
    {
        using var folder = Folder("var a = 1", "param a = readEnvironmentVariable('PVF_TEST_ASKED')");
        await File.WriteAllTextAsync(folder.File("bicep"), "#!/bin/sh\ntest \"$PVF_TEST_ASKED\" = example\n");

        Assert.Empty(await BicepCli.Find([folder.Path])!.FaultsAsync(folder.File("infra")));
    }

    [Fact]
    public void Machine_without_it_has_none()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(BicepCli.Find([folder.Path]));
    }

    private static TemporaryFolder Folder(string main, string parameters)
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("infra/customers"));
        File.WriteAllText(folder.File("infra/main.bicep"), main);
        File.WriteAllText(folder.File("infra/customers/a.bicepparam"), parameters);
        File.WriteAllText(folder.File("bicep"), Fake);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.File("bicep"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }
}
