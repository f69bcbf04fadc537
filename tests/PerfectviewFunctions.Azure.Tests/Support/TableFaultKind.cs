using System.Globalization;
using System.Text;

namespace PerfectviewFunctions.Azure.Tests.Support;

/// <summary>What goes wrong with one call on its way to the table and back.</summary>
/// <param name="Reaches">Whether the table gets the call, and does it, all the same.</param>
/// <param name="Answer">What comes back instead of the table's answer; null for nothing.</param>
/// <param name="Hangs">Whether the connection stays open after that.</param>
internal sealed record TableFaultKind(bool Reaches, string? Answer = null, bool Hangs = false)
{
    /// <summary>The connection ends before the table got anything.</summary>
    public static TableFaultKind CutBefore { get; } = new(Reaches: false);

    /// <summary>The table did it; the connection ends without an answer.</summary>
    public static TableFaultKind LostAnswer { get; } = new(Reaches: true);

    /// <summary>The table did it; the connection ends in the middle of the answer.</summary>
    public static TableFaultKind HalfAnswer { get; } =
        new(Reaches: true, "HTTP/1.1 202 Accepted\r\nContent-Type: multipart/mixed; boundary=b\r\nContent-Length: 5000\r\n\r\n--b\r\nContent-Type: ");

    /// <summary>The table got nothing, and nobody ever says so.</summary>
    public static TableFaultKind Hanging { get; } = new(Reaches: false, Hangs: true);

    /// <summary>The table did it, and nobody ever says so.</summary>
    public static TableFaultKind HangingAfter { get; } = new(Reaches: true, Hangs: true);

    /// <summary>An answer of the service's front end; the table got nothing.</summary>
    public static TableFaultKind Refused(string status, string code, string headers = "") => new(Reaches: false, Http(status, code, headers));

    /// <summary>An error although the table did it, as a time-out within the service may be.</summary>
    public static TableFaultKind FailedAfter(string status, string code) => new(Reaches: true, Http(status, code, ""));

    /// <summary>An error as transactions get it: within an answer that is accepted. The table got nothing.</summary>
    public static TableFaultKind RefusedInBatch(string status, string code)
    {
        var inner = Http(status, code, "", "3:");
        var body = $"--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{inner}\r\n--c--\r\n--b--\r\n";
        return new(Reaches: false, string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 202 Accepted\r\nContent-Type: multipart/mixed; boundary=b\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
    }

    private static string Http(string status, string code, string headers, string index = "")
    {
        var body = $$$"""{"odata.error":{"code":"{{{code}}}","message":{"lang":"en-US","value":"{{{index}}}Said by the test."} } }""";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\nContent-Type: application/json;odata=minimalmetadata;charset=utf-8\r\nx-ms-error-code: {code}\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}");
    }
}
