namespace PerfectviewFunctions.Core.Storage;

/// <summary>One row as read from, or meant for, the store.</summary>
/// <param name="Partition">The partition; rows of one partition can change together.</param>
/// <param name="Key">The key within the partition; ranges are in ordinal order of it.</param>
/// <param name="Values">What the row holds.</param>
/// <param name="ETag">The version that was read; null for a row that was not read from the store.</param>
public sealed record Row(string Partition, string Key, RowValues Values, string? ETag = null);
