namespace PerfectviewFunctions.Azure.Vault;

/// <summary>What is known of one secret. No record: nothing may print the value.</summary>
internal sealed class KeptSecret
{
    /// <summary>The last answer that counts; null when there is none.</summary>
    public KeptAnswer? Answer { get; set; }

    /// <summary>The reading that was begun last and still runs.</summary>
    public KeptReading? Reading { get; set; }

    /// <summary>Counts the beginnings and ends of changes: a reading during which this moved on may have seen the old value.</summary>
    public long Changes { get; set; }

    /// <summary>Readings and changes that still run; while there are any, this can't be forgotten.</summary>
    public int Running { get; set; }
}

/// <param name="value">Null: there is no such secret.</param>
/// <param name="askedAt">When the asking began; the value may be as old as that.</param>
internal sealed class KeptAnswer(string? value, DateTimeOffset askedAt)
{
    public string? Value => value;

    public DateTimeOffset AskedAt => askedAt;
}

internal sealed class KeptReading(Task<string?> value, DateTimeOffset askedAt)
{
    public Task<string?> Value => value;

    public DateTimeOffset AskedAt => askedAt;
}
