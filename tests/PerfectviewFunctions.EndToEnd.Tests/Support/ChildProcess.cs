using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>A program of this solution in a process of its own, which does not outlive its test.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int Interrupt = 2;
    private const int Terminate = 15;
    private const int Stop = 19; // on Linux; the next two on macOS
    private const int Continue = 18;
    private const int StopOnMac = 17;
    private const int ContinueOnMac = 19;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly SemaphoreSlim more = new(0);

    private ChildProcess(Process process) => this.process = process;

    /// <summary>All that it printed so far, errors included.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    public bool IsRunning => !process.HasExited;

    public static ChildProcess Start(Assembly program, string folder, params IEnumerable<string> args) =>
        Dotnet(folder, [program.Location, .. args]);

    /// <summary>The <c>dotnet</c> command itself, with these arguments.</summary>
    public static ChildProcess Dotnet(string folder, params IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        var child = new ChildProcess(new Process { StartInfo = start });
        child.process.OutputDataReceived += (_, line) => child.Add(line.Data);
        child.process.ErrorDataReceived += (_, line) => child.Add(line.Data);
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until it printed a line that holds the text.</summary>
    /// <returns>What follows the text on that line.</returns>
    public async Task<string> PrintedAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var printed = Output;
            if (printed.IndexOf(text, StringComparison.Ordinal) is >= 0 and var at
                && printed.IndexOf('\n', at) is >= 0 and var end)
            {
                return printed[(at + text.Length)..end].Trim();
            }

            if (!IsRunning)
            {
                Assert.Fail($"It ended with {await EndAsync()} before it printed '{text}':\n{Output}");
            }

            try
            {
                await more.WaitAsync(TimeSpan.FromMilliseconds(100), patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"It did not print '{text}':\n{printed}");
            }
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code; 128 + the signal's number when it was killed.</returns>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException("It does not end:\n" + Output, exception);
        }
    }

    /// <summary>Ends its standard input, which is how a program that lives as long as its test is told to stop.</summary>
    public Task<int> CloseInputAsync()
    {
        process.StandardInput.Close();
        return EndAsync();
    }

    /// <summary>Asks it to end as a service manager does.</summary>
    public Task<int> TerminateAsync() => SignalAsync(Terminate);

    /// <summary>
    /// Asks it to end as Ctrl+C does. A test run that was started in the background passes SIGINT on as ignored; there is no Ctrl+C then, and
    /// it is asked as a service manager would.
    /// </summary>
    public Task<int> InterruptAsync() => SignalAsync(IgnoresInterrupt() ? Terminate : Interrupt);

    /// <summary>Stops every thread of it, as a machine that is put to sleep does.</summary>
    public void Pause() => Assert.Equal(0, Kill(process.Id, OperatingSystem.IsMacOS() ? StopOnMac : Stop));

    /// <summary>Lets it go on after a pause, as if no time had passed.</summary>
    public void Resume() => Assert.Equal(0, Kill(process.Id, OperatingSystem.IsMacOS() ? ContinueOnMac : Continue));

    public async Task KillAsync()
    {
        process.Kill(); // does nothing when it has ended
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
        more.Dispose();
    }

    private bool IgnoresInterrupt()
    {
        const string Ignored = "SigIgn:";
        var status = $"/proc/{process.Id}/status";
        return File.Exists(status)
            && File.ReadLines(status).FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } mask
            && (Convert.ToUInt64(mask[Ignored.Length..].Trim(), 16) & (1UL << (Interrupt - 1))) != 0;
    }

    private Task<int> SignalAsync(int signal)
    {
        Assert.Equal(0, Kill(process.Id, signal));
        return EndAsync();
    }

    private void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.Append(line).Append('\n');
        }

        more.Release();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
