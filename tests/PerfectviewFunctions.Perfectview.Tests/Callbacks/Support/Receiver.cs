using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks.Support;

/// <summary>A receiver at the level of connections, on a free port of this machine.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<Received> requests = new();
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<Received, Answer> script;
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;

    /// <param name="certificate">Speaks TLS with it.</param>
    public Receiver(Func<Received, Answer> script, X509Certificate2? certificate = null)
    {
        this.script = script;
        this.certificate = certificate;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>How many connections were opened, also those over which nothing came.</summary>
    public int Connections { get; private set; }

    public IReadOnlyList<Received> Requests => [.. requests];

    /// <summary>Ends when the first request has arrived.</summary>
    public Task Arrived => arrived.Task;

    /// <summary>Ends when the sender broke an answer off that never ends.</summary>
    public Task SenderLeft => left.Task;

    public string Address(string scheme = "http", string host = "127.0.0.1") =>
        string.Create(CultureInfo.InvariantCulture, $"{scheme}://{host}:{Port}/payments");

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
                var connection = await listener.AcceptTcpClientAsync(stop.Token);
                Connections++;
                connections.Add(ServeAsync(connection));
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
                await using var stream = await OpenAsync(connection.GetStream());
                while (await ReadAsync(stream) is { } request)
                {
                    requests.Enqueue(request);
                    arrived.TrySetResult();
                    if (!await AnswerAsync(stream, script(request)))
                    {
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or AuthenticationException)
            {
                // The sender left, did not trust us, or the test is over.
                left.TrySetResult();
            }
        }
    }

    private async Task<Stream> OpenAsync(NetworkStream plain)
    {
        if (certificate is null)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
        return secure;
    }

    private async Task<bool> AnswerAsync(Stream stream, Answer answer)
    {
        await stream.WriteAsync(answer.Bytes, stop.Token);
        while (answer.End == AnswerEnd.NeverEnds)
        {
            await stream.WriteAsync(answer.Bytes.AsMemory(answer.Bytes.Length - 1024), stop.Token);
        }

        if (answer.End == AnswerEnd.Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token);
        }

        return answer.End == AnswerEnd.Stays;
    }

    private async Task<Received?> ReadAsync(Stream stream)
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
            var text = Encoding.Latin1.GetString([.. received]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && received.Count >= end + 4 + ContentLength(text[..end]))
            {
                return new Received(text[..end], [.. received.Skip(end + 4)]);
            }
        }
    }

    private static int ContentLength(string head) => int.Parse(
        head.Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1],
        CultureInfo.InvariantCulture);
}
