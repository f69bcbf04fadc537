using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PerfectviewFunctions.EBoekhouden.Tests.Support;

/// <summary>
/// A server at the level of connections. Each request that arrives complete is recorded and given to the script, which says what goes
/// back and whether the connection lives on.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> requests = new();
    private readonly Func<string, Reply> script;
    private readonly bool dropsAtOnce;
    private readonly Task accepting;

    /// <param name="dropsAtOnce">Drops every connection before reading from it.</param>
    public RawServer(Func<string, Reply> script, bool dropsAtOnce = false)
    {
        this.script = script;
        this.dropsAtOnce = dropsAtOnce;
        listener.Start();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The last complete request with this text.</summary>
    public string Last(string text) => requests.Last(request => request.Contains(text, StringComparison.Ordinal));

    /// <summary>How many complete requests with this text arrived.</summary>
    public int Count(string text) => requests.Count(request => request.Contains(text, StringComparison.Ordinal));

    /// <summary>Stops listening; connections that are open stay.</summary>
    public void StopListening() => listener.Stop();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
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

    private async Task ServeAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                var stream = connection.GetStream();
                while (!dropsAtOnce && await ReadRequestAsync(stream) is { } request)
                {
                    requests.Enqueue(request);
                    var reply = script(request);
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(reply.Text), stop.Token);
                    if (reply.Closes)
                    {
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The client left, or the test is over.
            }
        }
    }

    private async Task<string?> ReadRequestAsync(NetworkStream stream)
    {
        var received = new List<byte>();
        var buffer = new byte[8192];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, stop.Token);
            if (read == 0)
            {
                return null;
            }

            received.AddRange(buffer.AsSpan(0, read));
            var text = Encoding.UTF8.GetString([.. received]);
            var headEnd = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (headEnd >= 0 && received.Count >= headEnd + 4 + ContentLength(text[..headEnd]))
            {
                return text;
            }
        }
    }

    private static int ContentLength(string head) =>
        head.Split("\r\n").SingleOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } header
            ? int.Parse(header.Split(':')[1], CultureInfo.InvariantCulture)
            : 0;
}

/// <summary>What goes back over a connection, and whether the connection is closed behind it.</summary>
internal sealed record Reply(string Text, bool Closes)
{
    /// <summary>The connection is closed without an answer.</summary>
    public static Reply Drop { get; } = new("", Closes: true);

    /// <summary>A complete answer.</summary>
    public static Reply Http(string body, string status = "200 OK", string headers = "", bool closes = false)
    {
        var connection = closes ? "Connection: close\r\n" : "";
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 {status}\r\nContent-Type: {(body.StartsWith('{') ? "application/json" : "text/xml")}; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{connection}{headers}\r\n{body}"),
            closes);
    }
}
