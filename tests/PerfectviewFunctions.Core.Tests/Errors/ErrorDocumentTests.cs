using PerfectviewFunctions.Core.Errors;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Errors;

public sealed class ErrorDocumentTests
{
    [Fact]
    public async Task Document_says_what_the_table_says()
    {
        var path = Path.Combine(RepositoryRoot(), "docs", "errors.md");
        var expected = ErrorDocument.Write(ErrorTable.Themes);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, expected);
        }

        var written = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";

        Assert.True(
            written.ReplaceLineEndings("\n") == expected,
            "docs/errors.md is not what the error table says. Run UPDATE_DOCS=1 ./test Core and commit the result.");
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PerfectviewFunctions.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
