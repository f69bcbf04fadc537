namespace PerfectviewFunctions.Core.Storage;

/// <summary>What became of a batch.</summary>
public abstract record WriteResult
{
    private WriteResult()
    {
    }

    /// <summary>All writes hold. <paramref name="ETags"/> stand in the order of the batch; null for a delete.</summary>
    public sealed record Written(IReadOnlyList<string?> ETags) : WriteResult;

    /// <summary>Nothing was written, because the write at <paramref name="Index"/> does not hold.</summary>
    public sealed record Conflict(int Index, ConflictKind Kind) : WriteResult;
}

/// <summary>Why a write does not hold.</summary>
public enum ConflictKind
{
    /// <summary>An insert met a row with its key.</summary>
    AlreadyExists,

    /// <summary>A replace or delete met another version of the row, or none at all.</summary>
    Changed,
}
