using System.Diagnostics;

namespace PerfectviewFunctions.Infra.Tests.Delivery;

/// <summary>Runs a script of ours.</summary>
internal static class Script
{
    /// <param name="environment">What is set for it besides what is.</param>
    /// <returns>How it ended, what it printed and what it complained of.</returns>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        string script, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("bash", [script, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).TrimEnd(), (await errors).TrimEnd());
    }
}
