namespace PerfectviewFunctions.Core.Storage;

/// <summary>How much more one batch takes: at most as many rows and bytes as <see cref="RowLimits"/> allows, and each row once.</summary>
internal sealed class BatchRoom(string partition)
{
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private int bytes;
    private int sent = RowLimits.SentEnvelope;

    /// <summary>Takes these rows in, if all of them fit beside those that were taken in before.</summary>
    public bool TryTake(IReadOnlyList<RowWrite> rows)
    {
        var (more, moreSent) = (rows.Sum(BytesOf), rows.Sum(row => SentBytes.Of(partition, row)));
        if (keys.Count + rows.Count > RowLimits.BatchRows
            || bytes + more > RowLimits.BatchBytes
            || sent + moreSent > RowLimits.BatchSentBytes
            || rows.Any(row => keys.Contains(row.Key)))
        {
            return false;
        }

        keys.UnionWith(rows.Select(row => row.Key));
        (bytes, sent) = (bytes + more, sent + moreSent);
        return true;
    }

    private static int BytesOf(RowWrite write) => write switch
    {
        RowWrite.Insert insert => insert.Values.CheckLimits(),
        RowWrite.Replace replace => replace.Values.CheckLimits(),
        _ => 0,
    };
}
