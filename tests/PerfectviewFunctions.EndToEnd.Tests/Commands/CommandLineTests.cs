using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Commands;

/// <summary>What a user types, right or wrong, and what he reads.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Demo_puts_everything_into_the_books_once_and_leaves_nothing_behind()
    {
        await using var user = new UserFolder();

        var (exitCode, output) = await user.RunAsync("demo");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every invoice stands there once, to the cent, and every relation once, field by field; Perfectview knows what is open of each", output, StringComparison.Ordinal);
        Assert.DoesNotContain("NOT AS IT SHOULD BE", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(user.Path));
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("send")]
    [InlineData("send", "invoice.json", "--tenant", "No Such Name")]
    [InlineData("--Url")]
    [InlineData("-x", "1")]
    public async Task What_makes_no_sense_is_answered_with_the_usage(params string[] args)
    {
        await using var user = new UserFolder();

        var (exitCode, output) = await user.RunAsync(args);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("Usage: ", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(user.Path));
    }

    [Theory]
    [InlineData("SandboxPort", "--SandboxPort", "abc")]
    [InlineData("SandboxPort", "--SandboxPort=70000")]
    [InlineData("Timer", "--Timer=perhaps")]
    [InlineData("Url", "--Url", "nonsense")]
    [InlineData("Books", "--Books=http://books.example/soap.asmx")]
    [InlineData("--Engine:LeaseLength", "--Engine:LeaseLength=00:00:01")]
    [InlineData("--Engine:CallTimeout", "--Engine:CallTimeout", "soon")]
    [InlineData("--Gate:MaxFailures", "--Gate:MaxFailures=0")]
    [InlineData("--Timr: there is no such setting; --Timer may be meant.", "--Timr=false")]
    [InlineData("--tenant: there is no such setting.", "--tenant=demo")]
    [InlineData("--secret: that is no webhook secret", "send", "invoice.json", "--secret", "nonsense")]
    public async Task Faulty_setting_is_named_and_nothing_is_started(string named, params string[] args)
    {
        await using var user = new UserFolder();

        var (exitCode, output) = await user.RunAsync(args);

        Assert.Equal(2, exitCode);
        Assert.Contains(named, output, StringComparison.Ordinal);
        AssertOneSentence(output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(user.Path));
    }

    [Fact]
    public async Task Taken_port_is_said_in_one_sentence()
    {
        await using var user = new UserFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        foreach (var args in (string[][])[["--Url=http://127.0.0.1:" + port, "--SandboxPort=0"], ["--Url=http://127.0.0.1:0", "--SandboxPort", port]])
        {
            var (exitCode, output) = await user.RunAsync(args);

            Assert.Equal(1, exitCode);
            Assert.Contains(port, output, StringComparison.Ordinal);
            AssertOneSentence(output);
        }
    }

    [Fact]
    public async Task Send_says_why_a_file_was_not_sent()
    {
        await using var user = new UserFolder();
        var sample = user.CopySamples()[0];

        var (exitCode, output) = await user.RunAsync("send", sample);
        Assert.Equal(1, exitCode);
        Assert.Contains("Start the host there once", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(user.Path, ".data")), "Sending left a folder behind.");

        var host = await user.ServeAsync("--Timer=false");
        (exitCode, output) = await user.RunAsync("send", "no-such-file.json", sample, $"--url={host.Address}");
        Assert.Equal(1, exitCode);
        Assert.Contains("no-such-file.json: not sent: ", output, StringComparison.Ordinal);
        Assert.Contains($"{sample}: 200 OK", output, StringComparison.Ordinal);

        (exitCode, output) = await user.RunAsync("send", sample, "--tenant", "unknown", "--url", host.Address.ToString());
        Assert.Equal(1, exitCode);
        Assert.Contains("no webhook secret of tenant 'unknown'", output, StringComparison.Ordinal);
        AssertOneSentence(output);

        await host.Process.KillAsync();
        (exitCode, output) = await user.RunAsync("send", "--url", host.Address.ToString(), sample);
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"{sample}: not sent: ", output, StringComparison.Ordinal);
        AssertOneSentence(output);
    }

    [Fact]
    public async Task Tenant_makes_the_demo_tenant_at_a_host_that_runs_and_what_it_prints_opens_it()
    {
        await using var user = new UserFolder();
        var sample = user.CopySamples()[0];

        var (exitCode, output) = await user.RunAsync("tenant");
        Assert.Equal(1, exitCode);
        Assert.Contains("has no admin key", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(user.Path, ".data")), "Looking for the key left a folder behind.");

        var host = await user.ServeAsync("--DemoTenant=false", "--Timer=false");
        (exitCode, output) = await user.RunAsync("tenant", $"--url={host.Address}", "--key", "wrong");
        Assert.Equal(1, exitCode);
        Assert.Contains("401", output, StringComparison.Ordinal);

        (exitCode, output) = await user.RunAsync("tenant", $"--url={host.Address}");
        Assert.True(exitCode == 0, output);
        Assert.Contains($"admin key       {host.AdminKey}", output, StringComparison.Ordinal);

        (exitCode, output) = await user.RunAsync("tenant", $"--url={host.Address}", "--key", host.AdminKey);
        Assert.True(exitCode == 0, output);
        var secret = output[output.IndexOf("whsec_", StringComparison.Ordinal)..].Trim();
        (exitCode, output) = await user.RunAsync("send", sample, $"--url={host.Address}", "--Data=elsewhere", "--secret", secret);
        Assert.True(exitCode == 0, output);
        Assert.Contains($"{sample}: 200 OK", output, StringComparison.Ordinal);
    }

    private static void AssertOneSentence(string output)
    {
        Assert.Single(output.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
