using System.Net;
using System.Net.Http.Headers;

namespace PerfectviewFunctions.EBoekhouden.Transport;

/// <summary>
/// A request body that leaves this process at most once, and knows whether it did. SocketsHttpHandler repeats no request of which a body
/// was begun; this makes sure of it whatever handler or version sends it. And a failed call whose body can still be revoked is proven not
/// to have been done: without its body the service has nothing to do. It does not begin to leave once the time of its call is over: a process that
/// was paused, or waited for a connection, sends nothing under a lease that may be another's by now.
/// </summary>
internal sealed class SendOnceContent : HttpContent
{
    private const int Unsent = 0;
    private const int Sent = 1;
    private const int Revoked = 2;

    private readonly ReadOnlyMemory<byte> body;
    private readonly CallLimit limit;
    private int state = Unsent;

    public SendOnceContent(ReadOnlyMemory<byte> body, string mediaType, CallLimit limit)
    {
        (this.body, this.limit) = (body, limit);
        Headers.ContentType = new MediaTypeHeaderValue(mediaType, "utf-8");
    }

    /// <summary>True when nothing of the body was handed out, and from now on nothing will be. False when some of it may be under way.</summary>
    public bool TryRevoke() => Interlocked.CompareExchange(ref state, Revoked, Unsent) != Sent;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        limit.ThrowIfOver();
        if (Interlocked.CompareExchange(ref state, Sent, Unsent) != Unsent)
        {
            throw new IOException("This request body was sent or given up before and is not sent again.");
        }

        await stream.WriteAsync(body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
