namespace PerfectviewFunctions.Core.Storage;

/// <summary>Bytes too long for one value, spread over several of at most 60 KiB each (Table Storage takes 64 KiB).</summary>
internal static class Chunks
{
    private const int ChunkBytes = 60 * 1024;

    public static void AddChunked(this RowValues values, string name, ReadOnlySpan<byte> bytes)
    {
        for (var (start, index) = (0, 0); start < bytes.Length || index == 0; start += ChunkBytes, index++)
        {
            values.Add(NameOf(name, index), bytes[start..Math.Min(start + ChunkBytes, bytes.Length)].ToArray());
        }
    }

    /// <summary>The bytes, or null when there are none by that name.</summary>
    public static byte[]? ChunkedOrNull(this RowValues values, string name)
    {
        if (values.BytesOrNull(NameOf(name, 0)) is not { } first)
        {
            return null;
        }

        if (values.BytesOrNull(NameOf(name, 1)) is null)
        {
            return first;
        }

        using var all = new MemoryStream();
        for (var index = 0; values.BytesOrNull(NameOf(name, index)) is { } chunk; index++)
        {
            all.Write(chunk);
        }

        return all.ToArray();
    }

    private static string NameOf(string name, int index) =>
        name + index.ToString("D2", System.Globalization.CultureInfo.InvariantCulture);
}
