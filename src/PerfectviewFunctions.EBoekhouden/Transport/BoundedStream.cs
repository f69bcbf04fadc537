namespace PerfectviewFunctions.EBoekhouden.Transport;

/// <summary>
/// An answer's body up to a size, under the call's time limit: an <see cref="System.Xml.XmlReader"/> passes no cancellation token on,
/// so the limit is applied where it reads.
/// </summary>
internal sealed class BoundedStream(Stream inner, long maxBytes, CancellationToken limit) : Stream
{
    private long left = maxBytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, limit);
        left -= read;
        return left >= 0 ? read : throw new UnreadableAnswerException("the answer is longer than may be read");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
