using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace PerfectviewFunctions.Chaos.Running;

/// <summary>The product in a process of its own; what it logs goes to a file.</summary>
internal sealed class HostProcess : IDisposable
{
    private const int Stop = 19;
    private const int StopOnMac = 17;
    private const int Continue = 18;
    private const int ContinueOnMac = 19;
    private const string FaultMark = "#store ";

    private readonly Process process;
    private readonly StreamWriter log;
    private readonly Figures figures;
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process, StreamWriter log, Figures figures) => (this.process, this.log, this.figures) = (process, log, figures);

    public bool IsRunning => !process.HasExited;

    public Task Ended => process.WaitForExitAsync();

    public int ExitCode => process.ExitCode;

    /// <returns>It, listening; null when it died before.</returns>
    public static async Task<(HostProcess Host, Uri? Address)> StartAsync(
        string folder, string logFile, IEnumerable<string> arguments, bool isLong, Figures figures)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        if (isLong)
        {
            // The program is made for dying within seconds, and compiles nothing twice; here it pays.
            start.Environment["DOTNET_TC_CallCountingDelayMs"] = "64";
        }

        start.ArgumentList.Add(Assembly.Load("PerfectviewFunctions.CrashHost").Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var host = new HostProcess(new Process { StartInfo = start }, new StreamWriter(logFile), figures);
        host.process.OutputDataReceived += (_, line) => host.Take(line.Data);
        host.process.ErrorDataReceived += (_, line) => host.Take(line.Data);
        host.process.Start();
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        await Task.WhenAny(host.address.Task, host.Ended);
        return (host, host.address.Task.IsCompletedSuccessfully ? await host.address.Task : null);
    }

    public void Kill()
    {
        if (IsRunning)
        {
            process.Kill();
        }
    }

    /// <summary>Ends it in peace; after a while it is killed.</summary>
    public async Task EndAsync(TimeSpan patience)
    {
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Kill();
        await process.WaitForExitAsync();
    }

    public bool TryPause() => Signal(OperatingSystem.IsMacOS() ? StopOnMac : Stop);

    public void Resume() => Signal(OperatingSystem.IsMacOS() ? ContinueOnMac : Continue);

    public void Dispose()
    {
        // The process itself is left to the collector: somebody may be waiting for its end at this moment.
        lock (log)
        {
            log.Dispose();
        }
    }

    private bool Signal(int signal) => IsRunning && SendSignal(process.Id, signal) == 0;

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (line.StartsWith(FaultMark, StringComparison.Ordinal))
        {
            figures.Add("store fault: " + line[FaultMark.Length..]);
            return;
        }

        if (line.StartsWith("http://", StringComparison.Ordinal))
        {
            address.TrySetResult(new Uri(line));
        }

        lock (log)
        {
            if (log.BaseStream is { CanWrite: true })
            {
                log.WriteLine(line);
                log.Flush();
            }
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
