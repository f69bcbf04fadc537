using System.Diagnostics;
using PerfectviewFunctions.LocalHost.Setup;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>The host in a process of its own, started as a customer starts it.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> adminKey = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process) => this.process = process;

    public Uri Address => address.Task.Result;

    /// <summary>The most memory that it held so far, in MB of a million bytes.</summary>
    public double PeakMb
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1e6;
        }
    }

    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <param name="data">The folder of its store.</param>
    /// <param name="timer">Whether its timers run.</param>
    /// <param name="variables">Of its environment, besides those of this process.</param>
    public static async Task<HostProcess> StartAsync(
        DirectoryInfo data, Uri books, bool timer = true, params IReadOnlyList<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = data.FullName,
        };
        foreach (var argument in (string[])
        [
            Path.Combine(AppContext.BaseDirectory, "PerfectviewFunctions.LocalHost.dll"),
            "--Data", data.FullName, "--Url", "http://127.0.0.1:0", "--Books", books.ToString(), "--Timer", timer ? "true" : "false",
        ])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var host = new HostProcess(Process.Start(start)!);
        host.Listen();
        await Task.WhenAll(host.address.Task, host.adminKey.Task).WaitAsync(Patience);
        return host;
    }

    /// <param name="adminKey">What an earlier host on the same folder said; null for the first, which says it.</param>
    public HttpClient Operator(string? adminKey = null)
    {
        var client = OperatorClient.Create(Address, adminKey ?? this.adminKey.Task.Result);
        client.Timeout = TimeSpan.FromMinutes(5);
        return client;
    }

    /// <summary>Ends at once: its store is thrown away.</summary>
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>Reads on to its end, so that it never waits for a reader.</summary>
    private void Listen()
    {
        process.OutputDataReceived += (_, line) =>
        {
            if (After(line.Data, "listens at ") is { } url)
            {
                address.TrySetResult(new Uri(url));
            }
            else if (After(line.Data, "admin key    ") is { } key)
            {
                adminKey.TrySetResult(key);
            }
            else if (line.Data is null)
            {
                var ended = new IOException("The host ended before it listened.");
                address.TrySetException(ended);
                adminKey.TrySetException(ended);
            }
        };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private static string? After(string? line, string words) =>
        line?.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at ? line[(at + words.Length)..].Trim() : null;
}
