using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PerfectviewFunctions.Azure.Tests.Support;

/// <summary>
/// A way to the table over which a test says what goes wrong: it passes complete calls on, and complete answers back, over connections that
/// stay open as real ones do.
/// </summary>
internal sealed class FaultyWay : IAsyncDisposable
{
    private readonly int target;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<TableFaultKind> faults = new();
    private readonly ConcurrentQueue<string> calls = new();
    private readonly Task accepting;
    private volatile TableFaultKind? always;
    private volatile int mostBytes;

    /// <param name="target">The port of the table.</param>
    public FaultyWay(int target)
    {
        this.target = target;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>The first lines of the calls that came along, in order.</summary>
    public IReadOnlyCollection<string> Calls => calls;

    /// <summary>The bytes of the largest call that came along.</summary>
    public int MostBytes => mostBytes;

    /// <summary>What happens to the next calls, one each.</summary>
    public void Next(params IEnumerable<TableFaultKind> kinds)
    {
        foreach (var kind in kinds)
        {
            faults.Enqueue(kind);
        }
    }

    /// <summary>What happens to every call from here on.</summary>
    public void Always(TableFaultKind kind) => always = kind;

    /// <summary>Calls that came along before are not counted.</summary>
    public void ForgetCalls() => calls.Clear();

    /// <summary>From here on nobody listens, and no connection is open.</summary>
    public async Task CloseAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        stop.Dispose();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var caller = client.GetStream();
                while (await HttpText.ReadAsync(caller, stop.Token) is { } call)
                {
                    mostBytes = Math.Max(mostBytes, call.Length);
                    calls.Enqueue(Encoding.ASCII.GetString(call, 0, call.AsSpan().IndexOf("\r\n"u8)));
                    if (!await ServeAsync(caller, call))
                    {
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The caller left, or the test is over.
            }
        }
    }

    /// <returns>Whether the connection lives on.</returns>
    private async Task<bool> ServeAsync(NetworkStream caller, byte[] call)
    {
        var fault = faults.TryDequeue(out var next) ? next : always;
        var answer = fault is null or { Reaches: true } ? await PassOnAsync(call) : null;
        if (fault is not null)
        {
            answer = fault.Answer is { } text ? Encoding.UTF8.GetBytes(text) : null;
        }

        if (answer is not null)
        {
            await caller.WriteAsync(answer, stop.Token);
        }

        if (fault?.Hangs == true)
        {
            await Task.Delay(Timeout.Infinite, stop.Token);
        }

        return answer is not null && fault != TableFaultKind.HalfAnswer;
    }

    private async Task<byte[]?> PassOnAsync(byte[] call)
    {
        using var table = new TcpClient();
        await table.ConnectAsync(IPAddress.Loopback, target, stop.Token);
        await table.GetStream().WriteAsync(call, stop.Token);
        return await HttpText.ReadAsync(table.GetStream(), stop.Token);
    }
}
