using System.Text.Json;
using PerfectviewFunctions.Perfectview.Json;

namespace PerfectviewFunctions.Perfectview.Fields;

/// <summary>What a text may be. Lengths count UTF-16 code units, as storage does.</summary>
/// <param name="Expected">In words, to follow "expected".</param>
internal sealed record TextRule(string Expected, int MaxLength)
{
    private bool HasLineBreaks { get; init; }

    private bool HasControls { get; init; }

    private bool IsKey { get; init; }

    /// <summary>Whether a text of which nothing would show counts as absent.</summary>
    private bool MayBeBlank { get; init; }

    private Predicate<string>? Form { get; init; }

    /// <summary>The same for a field that may be left out, but not be emptied.</summary>
    public TextRule NeverCleared => this with { Expected = $"{Expected}, since it can't be cleared" };

    /// <summary>Text on one line; empty or white space counts as absent.</summary>
    public static TextRule Line(int maxLength) =>
        new($"text of at most {maxLength} characters, without control characters", maxLength) { MayBeBlank = true };

    /// <summary>As <see cref="Line"/>, but line breaks and tabs may stand in it.</summary>
    public static TextRule Paragraphs(int maxLength) =>
        new($"text of at most {maxLength} characters, without control characters but line breaks and tabs", maxLength)
        {
            HasLineBreaks = true,
            MayBeBlank = true,
        };

    /// <summary>Text of whatever characters, for Core to clean; when nothing of it would show it counts as absent.</summary>
    public static TextRule Anything(int maxLength) =>
        new($"text of at most {maxLength} characters", maxLength) { HasControls = true, MayBeBlank = true };

    /// <summary>Text by which something is found again: never empty, no white space around it.</summary>
    public static TextRule Key(int maxLength) =>
        new($"text of 1 to {maxLength} characters, without control characters and without white space around it", maxLength) { IsKey = true };

    /// <summary>Text of an exact form.</summary>
    public static TextRule Exactly(Predicate<string> form, string expected) => new(expected, int.MaxValue) { Form = form };

    /// <summary>Text of an exact form, where a blank one counts as absent.</summary>
    public static TextRule ExactlyOrBlank(Predicate<string> form, string expected) => Exactly(form, expected) with { MayBeBlank = true };

    /// <summary>The text; null without a fault when it counts as absent and may be.</summary>
    public string? Read(JsonElement element, bool required, out string? fault)
    {
        fault = null;
        if (element.ValueKind != JsonValueKind.String)
        {
            fault = $"Found {Shown.Value(element)}; expected {Expected}.";
            return null;
        }

        // StructureCheck has named a text that is none.
        var text = JsonString.TextOf(element);
        if (!JsonString.IsText(text))
        {
            return null;
        }

        fault = FaultIn(text);
        if (fault is null && CountsAsAbsent(text))
        {
            fault = required ? $"Found a blank text; expected {Expected}." : null;
            return null;
        }

        return fault is null ? text : null;
    }

    private bool CountsAsAbsent(string text) => MayBeBlank && text.All(c => char.IsWhiteSpace(c) || IsControl(c));

    private string? FaultIn(string text)
    {
        if (Form is not null)
        {
            return Form(text) || CountsAsAbsent(text) ? null : $"Found {Shown.Quoted(text)}; expected {Expected}.";
        }

        if (text.Length > MaxLength)
        {
            return $"Found {text.Length} characters, beginning with \"{Shown.Text(text)}\"; expected {Expected}.";
        }

        foreach (var c in text)
        {
            if (!IsAllowed(c))
            {
                return $"Found {Shown.Quoted(text)} with the character U+{(int)c:X4}; expected {Expected}.";
            }
        }

        if (IsKey && (text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
        {
            return $"Found {Shown.Quoted(text)}; expected {Expected}.";
        }

        return null;
    }

    private bool IsAllowed(char c) => HasControls || (HasLineBreaks && c is '\r' or '\n' or '\t') || !IsControl(c);

    // U+FFFE and U+FFFF are no characters, and XML, on its way to the books, can't carry them.
    private static bool IsControl(char c) => char.IsControl(c) || c is '\uFFFE' or '\uFFFF';
}
