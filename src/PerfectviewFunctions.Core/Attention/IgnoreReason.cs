using System.Globalization;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>Why a person ignores something: 1 to 500 characters on one line.</summary>
public sealed record IgnoreReason
{
    public const int Longest = 500;

    private IgnoreReason(string text) => Text = text;

    public string Text { get; }

    /// <summary>Takes what a person wrote, with line ends and tabs as spaces; null when nothing is left, too much is, or it has other control characters.</summary>
    public static IgnoreReason? Of(string? written)
    {
        var text = string.Join(' ', (written ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length is >= 1 and <= Longest && !text.Any(Breaks) ? new IgnoreReason(text) : null;
    }

    internal Reason ToReason(Actor by, DateTimeOffset at) => ToReason(ReasonCode.IgnoredByPerson, by, at);

    internal Reason ToReason(string code, Actor by, DateTimeOffset at) => Reason.Of(
        code, ("by", by.Name), ("why", Text), ("at", DutchTime.Text(at)));

    /// <summary>Control characters, and what reorders or hides text without being one: a person must be able to trust what he reads.</summary>
    private static bool Breaks(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse;
}
