using System.Text;

namespace PerfectviewFunctions.EBoekhouden.Tests.Support;

/// <summary>A body that breaks off with an error just before its end.</summary>
internal sealed class BreakingStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text[..^5]))
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        return read > 0 ? read : throw new HttpIOException(HttpRequestError.ResponseEnded);
    }
}
