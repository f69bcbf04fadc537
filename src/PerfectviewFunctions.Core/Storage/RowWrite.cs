namespace PerfectviewFunctions.Core.Storage;

/// <summary>One write of a batch.</summary>
public abstract record RowWrite(string Key)
{
    /// <summary>Holds only if no row has this key.</summary>
    public sealed record Insert(string Key, RowValues Values) : RowWrite(Key);

    /// <summary>Holds only if the row is still the version named; replaces all its values.</summary>
    public sealed record Replace(string Key, RowValues Values, string ETag) : RowWrite(Key);

    /// <summary>Holds only if the row is still the version named.</summary>
    public sealed record Delete(string Key, string ETag) : RowWrite(Key);
}
