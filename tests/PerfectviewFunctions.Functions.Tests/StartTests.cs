using System.Diagnostics;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Functions.Tests;

/// <summary>The program as a Functions host starts it.</summary>
public sealed class StartTests
{
    private const string Prefix = "PERFECTVIEWFUNCTIONS_";

    /// <summary>Without this word the host takes a line for mere information.</summary>
    private const string Mark = "Error: ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Without_settings_it_ends_at_once_and_says_what_to_set()
    {
        var (exitCode, errors) = await RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains(errors, line => line.StartsWith("PERFECTVIEWFUNCTIONS_Storage__Tables is missing: ", StringComparison.Ordinal));
        Assert.Contains(errors, line => line.StartsWith("PERFECTVIEWFUNCTIONS_Secrets__Vault is missing: ", StringComparison.Ordinal));
        Assert.Equal(2, errors.Count);
    }

    [Fact]
    public async Task Faults_of_all_kinds_are_told_in_a_line_each_without_any_secret()
    {
        const string Key = "AccountName=a;AccountKey=c2VjcmV0";

        var (exitCode, errors) = await RunAsync(
            ("Storage__Tables", "https://a.table.core.windows.net"), ("Storage__ConnectionString", Key), ("Secrets__Folder", "secrets"),
            ("Engine__CallTimeout", "soon"), ("Storage__Tabels", Key), ("Books", Key));

        Assert.Equal(1, exitCode);
        Assert.Contains(errors, line => line.StartsWith("PERFECTVIEWFUNCTIONS_Engine__CallTimeout: 'soon' is not a duration", StringComparison.Ordinal));
        Assert.Contains("PERFECTVIEWFUNCTIONS_Storage__Tabels: there is no such setting; PERFECTVIEWFUNCTIONS_Storage__Table may be meant.", errors);
        Assert.Contains(errors, line => line.StartsWith("PERFECTVIEWFUNCTIONS_Books: the value is not an address", StringComparison.Ordinal));
        Assert.Contains(errors, line => line.Contains("PERFECTVIEWFUNCTIONS_Storage__ConnectionString contradict each other", StringComparison.Ordinal));
        Assert.DoesNotContain(errors, line => line.Contains("c2VjcmV0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_azure_the_identity_has_to_be_named()
    {
        var (exitCode, errors) = await RunAsync(
            [("Storage__Tables", "https://a.table.core.windows.net"), ("Secrets__Vault", "https://a.vault.azure.net")], ("WEBSITE_SITE_NAME", "app"),
            ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("PERFECTVIEWFUNCTIONS_Identity__ClientId is missing", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_folder_that_can_not_be_used_is_named()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("file"), "");

        var (exitCode, errors) = await RunAsync(
            ("Storage__ConnectionString", "UseDevelopmentStorage=true"), ("Secrets__Folder", folder.File("file")));

        Assert.Equal(1, exitCode);
        Assert.Contains(folder.File("file"), Assert.Single(errors), StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, IReadOnlyList<string> Errors)> RunAsync(params (string Name, string Value)[] settings) => RunAsync(settings, []);

    /// <param name="variables">Further ones, without our prefix.</param>
    private static async Task<(int ExitCode, IReadOnlyList<string> Errors)> RunAsync(
        (string Name, string Value)[] settings, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(EndpointRunner).Assembly.Location])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || name == "WEBSITE_SITE_NAME").ToList())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in settings.Select(setting => (Prefix + setting.Name, setting.Value)).Concat(variables))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = await process.StandardError.ReadToEndAsync(patience.Token);
            await output;
            await process.WaitForExitAsync(patience.Token);
            var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Assert.All(lines, line => Assert.StartsWith(Mark, line, StringComparison.Ordinal));
            return (process.ExitCode, [.. lines.Select(line => line[Mark.Length..])]);
        }
        finally
        {
            process.Kill(); // does nothing when it has ended
        }
    }
}
