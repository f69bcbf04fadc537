namespace PerfectviewFunctions.Sandbox.Tests;

public sealed class ProgramTests
{
    [Fact]
    public void Arguments_set_port_and_data_file()
    {
        var options = SandboxProgram.Parse(["--data", "books.json", "--port", "0"])!;

        Assert.Equal((0, Path.GetFullPath("books.json")), (options.Port, options.DataFile));
        Assert.Equal(5085, SandboxProgram.Parse([])!.Port);
    }

    [Fact]
    public async Task Taken_port_is_said_in_one_line()
    {
        await using var first = await SandboxServer.StartAsync();
        using var output = new StringWriter();

        Assert.Equal(1, await SandboxProgram.RunAsync(["--port", $"{first.PageAddress.Port}"], output));
        Assert.Contains("in use", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "x")]
    [InlineData("--port", "70000")]
    [InlineData("--colour", "red")]
    public async Task Unknown_arguments_give_the_usage(params string[] args)
    {
        using var output = new StringWriter();

        Assert.Equal(2, await SandboxProgram.RunAsync(args, output));
        Assert.StartsWith("Usage:", output.ToString(), StringComparison.Ordinal);
    }
}
