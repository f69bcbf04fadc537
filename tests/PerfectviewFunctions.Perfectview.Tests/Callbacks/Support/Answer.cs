using System.Text;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks.Support;

/// <summary>What a receiver sends back, and what it does then.</summary>
internal sealed record Answer(string Text, AnswerEnd End = AnswerEnd.Stays)
{
    /// <summary>The connection is closed without an answer.</summary>
    public static Answer Drop { get; } = new("", AnswerEnd.Closes);

    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    /// <summary>A complete answer.</summary>
    public static Answer Of(string status, string headers = "", string body = "") =>
        new($"HTTP/1.1 {status}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}");
}

internal enum AnswerEnd
{
    /// <summary>The connection waits for the next request.</summary>
    Stays,

    Closes,

    /// <summary>Nothing further comes, and the connection stays open.</summary>
    Hangs,

    /// <summary>The last kilobyte is repeated until nobody takes it any more.</summary>
    NeverEnds,
}
