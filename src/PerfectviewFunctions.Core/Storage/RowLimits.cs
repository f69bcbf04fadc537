namespace PerfectviewFunctions.Core.Storage;

/// <summary>
/// The limits of Table Storage, kept by every store so that what works on one works on the other. A value beyond them is a
/// mistake in our code, not bad input: input is limited where it enters.
/// </summary>
public static class RowLimits
{
    /// <summary>Writes in one batch.</summary>
    public const int BatchRows = 100;

    /// <summary>Bytes of all rows of a batch (2.5 MiB).</summary>
    public const int BatchBytes = 5 * 512 * 1024;

    /// <summary>Bytes of a batch as it is sent (4 MiB), where bytes grow by a third, text to up to three times as many, and every write has an envelope.</summary>
    public const int BatchSentBytes = 4 * 1024 * 1024;

    /// <summary>Characters of a partition or row key: 1 KiB in UTF-16, the stricter of the readings of the service's documentation.</summary>
    public const int KeyLength = 512;

    /// <summary>Characters of the name of a value.</summary>
    public const int NameLength = 255;

    /// <summary>Bytes of a binary value (64 KiB); a text has the same limit in UTF-16.</summary>
    public const int ValueBytes = 64 * 1024;

    /// <summary>Values in one row: 255 less the three that Table Storage keeps itself.</summary>
    public const int ValuesPerRow = 252;

    /// <summary>Bytes of a row with all its values (1 MiB).</summary>
    public const int RowBytes = 1024 * 1024;

    /// <summary>Around all writes of a batch.</summary>
    internal const int SentEnvelope = 4 * 1024;

    /// <summary>The earliest instant a row can hold.</summary>
    public static readonly DateTimeOffset EarliestInstant = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Throws when a key could not stand in Table Storage, or has other characters than printable ASCII: only of those do the
    /// orders of UTF-16 (Table Storage, .NET) and UTF-8 (SQLite) agree.
    /// </summary>
    public static void CheckKey(string key)
    {
        if (key.Length is 0 or > KeyLength)
        {
            throw new ArgumentException($"A key has 1 to {KeyLength} characters, this one {key.Length}.", nameof(key));
        }

        foreach (var c in key)
        {
            if (c is < ' ' or > '~' or '/' or '\\' or '#' or '?')
            {
                throw new ArgumentException($"A key can't contain U+{(int)c:X4}; encode what comes from outside with {nameof(StorageKey)}.", nameof(key));
            }
        }
    }

    /// <summary>Throws when a batch could not be one entity-group transaction of conditional writes.</summary>
    public static void CheckBatch(string partition, IReadOnlyList<RowWrite> batch)
    {
        CheckKey(partition);
        if (batch.Count is 0 or > BatchRows)
        {
            throw new ArgumentException($"A batch has 1 to {BatchRows} writes, this one {batch.Count}.", nameof(batch));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (total, sent) = (0, SentEnvelope);
        foreach (var write in batch)
        {
            CheckKey(write.Key);
            if (!seen.Add(write.Key))
            {
                throw new ArgumentException($"The row '{write.Key}' stands twice in one batch.", nameof(batch));
            }

            total += CheckWrite(write);
            sent += SentBytes.Of(partition, write);
        }

        if (total > BatchBytes || sent > BatchSentBytes)
        {
            throw new ArgumentException(
                $"The batch has {total} bytes, as sent up to {sent}; a batch has at most {BatchBytes}, as sent {BatchSentBytes}.", nameof(batch));
        }
    }

    private static int CheckWrite(RowWrite write)
    {
        switch (write)
        {
            case RowWrite.Insert insert:
                return insert.Values.CheckLimits();
            case RowWrite.Replace replace:
                CheckETag(replace.Key, replace.ETag);
                return replace.Values.CheckLimits();
            case RowWrite.Delete delete:
                CheckETag(delete.Key, delete.ETag);
                return 0;
            default:
                throw new ArgumentException($"There is no write of type {write.GetType().Name}.", nameof(write));
        }
    }

    /// <summary>To Table Storage an empty ETag and <c>*</c> mean any version, which would overwrite what nobody read.</summary>
    private static void CheckETag(string key, string eTag)
    {
        if (eTag is null or "" or "*")
        {
            throw new ArgumentException($"The write to '{key}' names no version of the row.", nameof(eTag));
        }
    }
}
