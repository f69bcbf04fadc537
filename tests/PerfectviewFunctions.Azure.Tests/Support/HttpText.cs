using System.Globalization;
using System.Text;

namespace PerfectviewFunctions.Azure.Tests.Support;

/// <summary>One HTTP/1.1 message as bytes, read off a connection: head, and a body by length or in chunks.</summary>
internal static class HttpText
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "0\r\n\r\n"u8.ToArray();

    /// <returns>The message, or null when the connection ended before one was complete.</returns>
    public static async Task<byte[]?> ReadAsync(Stream connection, CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (!IsComplete(message.GetBuffer().AsSpan(0, (int)message.Length)))
        {
            var read = await connection.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                return null;
            }

            message.Write(buffer, 0, read);
        }

        return message.ToArray();
    }

    private static bool IsComplete(ReadOnlySpan<byte> message)
    {
        var head = message.IndexOf(HeadEnd);
        if (head < 0)
        {
            return false;
        }

        var lines = Encoding.ASCII.GetString(message[..head]).Split("\r\n");
        var body = message[(head + HeadEnd.Length)..];
        return Header(lines, "Transfer-Encoding") is "chunked"
            ? body.EndsWith(LastChunk)
            : body.Length >= int.Parse(Header(lines, "Content-Length") ?? "0", CultureInfo.InvariantCulture);
    }

    private static string? Header(string[] lines, string name) => lines
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
