using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PerfectviewFunctions.LocalHost.Sending;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.Benchmarks.ColdStart;

/// <summary>Starts a published app as a process and sends it one webhook.</summary>
internal sealed class ColdRun(ColdScene scene) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient http = new();

    /// <summary>How many methods the runtime has to compile until the first answer. Writing them down takes time: such a start is not measured.</summary>
    public async Task<int> CountCompiledAsync(PublishedApp app)
    {
        using var folder = new TemporaryFolder();
        var list = folder.File("compiled.txt");
        await StartAsync(app, ("DOTNET_JitStdOutFile", list), ("DOTNET_JitDisasmSummary", "1"));
        return File.ReadLines(list).Count();
    }

    /// <exception cref="HttpRequestException">It did not answer as it should.</exception>
    /// <exception cref="InvalidOperationException">It ended, or did not listen in time; the message has what it wrote.</exception>
    public async Task<MeasuredStart> StartAsync(PublishedApp app, params (string Name, string Value)[] environment)
    {
        using var store = scene.CopyStore();
        var host = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var body = scene.NextInvoice();
        var (file, before) = app.Command;
        var start = new ProcessStartInfo(file) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[.. before, "--Url", host.GetLeftPart(UriPartial.Authority), .. scene.Settings(store)])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = new ConcurrentQueue<string?>();
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data);
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            if (await ListensAsync(host.Port, process, watch) is not { } listens)
            {
                throw new InvalidOperationException($"{app.Name} ({app.Publishing}) does not listen: {string.Join('\n', said)}");
            }

            using var answer = await new WebhookSender(http, TimeProvider.System).SendAsync(
                new Uri(host, "/api/webhooks/demo"), scene.Secret, body, CancellationToken.None);
            var answers = watch.Elapsed;
            answer.EnsureSuccessStatusCode();
            process.Refresh();
            return new MeasuredStart(listens, answers, process.PeakWorkingSet64, Loaded(process));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<TimeSpan?> ListensAsync(int port, Process process, Stopwatch watch)
    {
        while (!process.HasExited && watch.Elapsed < Patience)
        {
            try
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return watch.Elapsed;
            }
            catch (SocketException)
            {
                await Task.Delay(1);
            }
        }

        return null;
    }

    private static List<string> Loaded(Process process) =>
    [
        .. process.Modules.Cast<ProcessModule>()
            .Select(module => module.ModuleName)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
