using PerfectviewFunctions.LocalHost;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.OnRest;

public sealed class DemoOnRestTests
{
    [Theory]
    [InlineData("soap", "SOAP")]
    [InlineData("rest", "REST")]
    public async Task Demo_passes_by_the_api_that_is_asked_for(string api, string told)
    {
        var output = new StringWriter();

        var code = await CommandLine.RunAsync(["demo", "--api", api], output, CancellationToken.None);

        Assert.True(code == 0, output.ToString());
        Assert.Contains($"reached by {told}", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("xml")]
    [InlineData("1")]
    public async Task Demo_by_another_api_is_not_asked_properly(string api) =>
        Assert.Equal(2, await CommandLine.RunAsync(["demo", "--api", api], TextWriter.Null, CancellationToken.None));
}
