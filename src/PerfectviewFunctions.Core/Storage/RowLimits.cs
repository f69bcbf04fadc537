namespace PerfectviewFunctions.Core.Storage;

/// <summary>
/// The limits of Table Storage, kept by every store so that what works on one works on the other. A value beyond them is a
/// mistake in our code, not bad input: input is limited where it enters.
/// </summary>
public static class RowLimits
{
    /// <summary>Writes in one batch.</summary>
    public const int BatchRows = 100;

    /// <summary>Characters of a partition or row key.</summary>
    public const int KeyLength = 1024;

    /// <summary>Bytes of a binary value (64 KiB); a text has the same limit in UTF-16.</summary>
    public const int ValueBytes = 64 * 1024;

    /// <summary>Values in one row: 255 less the three that Table Storage keeps itself.</summary>
    public const int ValuesPerRow = 252;

    /// <summary>Bytes of a row with all its values (1 MiB).</summary>
    public const int RowBytes = 1024 * 1024;

    /// <summary>Throws when a key could not stand in Table Storage.</summary>
    public static void CheckKey(string key)
    {
        if (key.Length is 0 or > KeyLength)
        {
            throw new ArgumentException($"A key has 1 to {KeyLength} characters, this one {key.Length}.", nameof(key));
        }

        foreach (var c in key)
        {
            if (c is '/' or '\\' or '#' or '?' || char.IsControl(c))
            {
                throw new ArgumentException($"A key can't contain U+{(int)c:X4}; encode what comes from outside with {nameof(StorageKey)}.", nameof(key));
            }
        }
    }

    /// <summary>Throws when a batch could not be one entity-group transaction.</summary>
    public static void CheckBatch(string partition, IReadOnlyList<RowWrite> batch)
    {
        CheckKey(partition);
        if (batch.Count is 0 or > BatchRows)
        {
            throw new ArgumentException($"A batch has 1 to {BatchRows} writes, this one {batch.Count}.", nameof(batch));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var write in batch)
        {
            CheckKey(write.Key);
            if (!seen.Add(write.Key))
            {
                throw new ArgumentException($"The row '{write.Key}' stands twice in one batch.", nameof(batch));
            }

            switch (write)
            {
                case RowWrite.Insert insert:
                    insert.Values.CheckLimits();
                    break;
                case RowWrite.Replace replace:
                    replace.Values.CheckLimits();
                    break;
            }
        }
    }
}
