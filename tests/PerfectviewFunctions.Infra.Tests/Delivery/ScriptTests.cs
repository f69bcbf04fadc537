using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Delivery;

public sealed class ScriptTests : IDisposable
{
    private const string Changes = """
        # Changelog

        ## [Unreleased]

        - Not yet.

        ## [1.2.0] - 2026-02-01

        ### Added

        - A thing.

        ## [1.1.0] - 2026-01-01

        [1.2.0]: https://example.com
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [UnixFact]
    public async Task Customers_are_the_parameter_files_but_the_example()
    {
        Write("example.bicepparam", "acme.bicepparam", "baker-2.bicepparam", "README.md");

        Assert.Equal((0, """["acme","baker-2"]""", ""), await CustomersAsync());
        Assert.Equal((0, """["baker-2"]""", ""), await CustomersAsync("baker-2"));
    }

    [UnixTheory]
    [InlineData("example")]
    [InlineData("nobody")]
    [InlineData("*")]
    public async Task Customer_that_is_not_there_fails(string customer)
    {
        Write("example.bicepparam", "acme.bicepparam");

        var (code, output, errors) = await CustomersAsync(customer);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith($"There is no customer {customer} in ", errors, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task No_customer_at_all_fails_as_well()
    {
        Write("example.bicepparam");

        Assert.Equal(1, (await CustomersAsync()).Code);
    }

    [UnixFact]
    public async Task Customer_whose_name_could_be_read_as_more_than_a_name_is_refused()
    {
        Write("acme\",\"other.bicepparam");

        Assert.Equal((1, ""), await CustomersAsync() is var (code, output, _) ? (code, output) : default);
    }

    [UnixTheory]
    [InlineData("v1.2.0", "### Added\n\n- A thing.")]
    [InlineData("v1.2.0-rc.1", "### Added\n\n- A thing.")]
    [InlineData("v1.3.0-rc.1", "- Not yet.")]
    public async Task Notes_of_a_release_are_its_section(string version, string notes) => Assert.Equal((0, notes, ""), await NotesAsync(version));

    [UnixTheory]
    [InlineData("v1.3.0")]
    [InlineData("v1.1.0")]
    [InlineData("v1")]
    public async Task Version_that_nothing_is_told_of_is_not_released(string version)
    {
        var (code, output, errors) = await NotesAsync(version);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith($"CHANGELOG.md has no section for {version[1..]}", errors, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Working_tree_with_changes_is_not_published()
    {
        var script = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "eng")).FullName, "publish.sh");
        File.Copy(Sources.PathOf("eng/publish.sh"), script);
        var init = Path.Combine(folder.Path, "init.sh");
        await File.WriteAllTextAsync(init, $"cd '{folder.Path}' && git init -q");
        Assert.Equal(0, (await Script.RunAsync(init, [])).Code);

        var (code, output, errors) = await Script.RunAsync(script, []);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("The working tree has changes", errors, StringComparison.Ordinal);
    }

    private void Write(params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            File.WriteAllText(Path.Combine(folder.Path, name), "");
        }
    }

    private Task<(int Code, string Output, string Errors)> CustomersAsync(params IEnumerable<string> arguments) =>
        Script.RunAsync(Sources.PathOf("eng/customers.sh"), arguments, ("CUSTOMERS", folder.Path));

    private async Task<(int Code, string Output, string Errors)> NotesAsync(string version)
    {
        var file = Path.Combine(folder.Path, "CHANGELOG.md");
        await File.WriteAllTextAsync(file, Changes);
        return await Script.RunAsync(Sources.PathOf("eng/release-notes.sh"), [version], ("CHANGELOG", file));
    }
}
