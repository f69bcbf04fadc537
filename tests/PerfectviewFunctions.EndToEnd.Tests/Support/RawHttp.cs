using System.Net.Sockets;
using System.Text;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>Sends a request byte for byte, for what no client library would send. HTTP/1.0, so that an answer ends where the connection does.</summary>
internal static class RawHttp
{
    /// <param name="head">The request line and headers, without Content-Length and the empty line.</param>
    /// <param name="promised">The length to promise, when not that of the body.</param>
    public static async Task<Reply> SendAsync(Uri server, string head, byte[]? body = null, int? promised = null)
    {
        using var client = await ConnectAsync(server);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{head}\r\nContent-Length: {promised ?? body?.Length ?? 0}\r\n\r\n"));
        await stream.WriteAsync(body ?? []);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer);
        return Parse(Encoding.UTF8.GetString(answer.ToArray()));
    }

    /// <summary>Promises a body, sends the first bytes of it and hangs up: properly, or by resetting the connection.</summary>
    public static async Task HangUpAsync(Uri server, string head, int promised, byte[] sent, bool resetting)
    {
        using var client = await ConnectAsync(server);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{head}\r\nContent-Length: {promised}\r\n\r\n"));
        await stream.WriteAsync(sent);
        if (resetting)
        {
            client.LingerState = new LingerOption(true, 0);
        }
        else
        {
            client.Client.Shutdown(SocketShutdown.Both);
        }
    }

    private static async Task<TcpClient> ConnectAsync(Uri server)
    {
        var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        return client;
    }

    private static Reply Parse(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = answer[..end].Split("\r\n");
        var type = head.FirstOrDefault(line => line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase))?["Content-Type:".Length..];
        return new Reply(
            int.Parse(head[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture),
            answer[(end + 4)..],
            type?.Split(';')[0].Trim());
    }
}
