using System.Text.RegularExpressions;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Parity;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Parity;

/// <summary>The Functions app by its sources, so that a forgotten function is found where its packages can't be restored as well.</summary>
public sealed partial class FunctionsParityTests : HostParityContract
{
    private const string Project = "src/PerfectviewFunctions.Functions";

    protected override Exposure ReadHost() => FunctionSources.Read(
        Directory.GetFiles(Path.Combine(Repository.Root, Project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !BuildOutput().IsMatch(file))
            .Select(File.ReadAllText));

    [Fact]
    public void Runner_that_all_of_them_call_hands_the_request_to_the_gate() => Assert.Contains(
        "public Task<IResult> RunAsync(string name, HttpRequest request) => gate.RunAsync(byName[name], request, request.HttpContext.RequestAborted);",
        Repository.Read($"{Project}/EndpointRunner.cs"),
        StringComparison.Ordinal);

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BuildOutput();
}
