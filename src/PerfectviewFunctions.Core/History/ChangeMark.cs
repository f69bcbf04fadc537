namespace PerfectviewFunctions.Core.History;

/// <summary>How often something was changed, and when and by whom the last time.</summary>
/// <param name="Version">0 while it never was; what two people who save at once are told apart by.</param>
public sealed record ChangeMark(long Version, DateTimeOffset? At, string? By)
{
    public static ChangeMark Never { get; } = new(0, null, null);

    public ChangeMark Next(DateTimeOffset at, Actor by) => new(Version + 1, at, by.Name);
}
