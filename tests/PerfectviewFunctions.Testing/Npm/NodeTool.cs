using System.ComponentModel;
using System.Diagnostics;

namespace PerfectviewFunctions.Testing;

/// <summary>Starts node and npm.</summary>
public static class NodeTool
{
    public const string Node = "node";

    public static string Npm { get; } = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>Starts a program whose three streams are ours.</summary>
    /// <exception cref="InvalidOperationException">It is not on this machine.</exception>
    public static Process Start(string program, string folder, IEnumerable<string> args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException(
                $"'{program}' can't be started. Tests of Table Storage and of pages need Node.js 20 or later, with npm, on the PATH.", exception);
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it printed.</exception>
    public static async Task RunAsync(string program, string folder, TimeSpan patience, params string[] args)
    {
        using var process = Start(program, folder, args);
        using var over = new CancellationTokenSource(patience);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync(over.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true); // does nothing when it has ended
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program} {string.Join(' ', args)}' failed:\n{await errors}\n{await output}");
        }
    }
}
