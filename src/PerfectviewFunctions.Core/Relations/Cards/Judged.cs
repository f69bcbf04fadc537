namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>What a form makes of a text.</summary>
/// <param name="Value">In the form of the books; null when it can't be used.</param>
/// <param name="Why">Which rule it broke; null when nothing of it was lost.</param>
internal readonly record struct Judged(string? Value, NoteReason? Why)
{
    public static Judged Good(string value) => new(value, null);

    public static Judged LeftOut(NoteReason why) => new(null, why);

    /// <summary>Good when there is a value, else left out.</summary>
    public static Judged ValidOr(NoteReason why, string? value) => new(value, value is null ? why : null);
}
