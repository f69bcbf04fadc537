namespace PerfectviewFunctions.Core.Attention;

/// <summary>So many, the oldest of them since then; null when there is none.</summary>
internal sealed record Stock(int Count, DateTimeOffset? Oldest)
{
    public static Stock None { get; } = new(0, null);

    /// <summary>One more.</summary>
    public Stock With(DateTimeOffset since) => new(Count + 1, Earlier(Oldest, since));

    public Stock With(Stock other) => new(Count + other.Count, Earlier(Oldest, other.Oldest));

    /// <summary>The same, which wait for this since then at the earliest.</summary>
    public Stock NotBefore(DateTimeOffset? at) => Oldest < at ? this with { Oldest = at } : this;

    public TimeSpan AgeAt(DateTimeOffset now) => Oldest < now ? now - Oldest.Value : TimeSpan.Zero;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
