using System.Text.Json;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>Values as somebody sent them: read without ever throwing, and named in a sentence.</summary>
internal static class SentValue
{
    private const int LongestName = 40;

    /// <returns>The text; null for another kind of value, or for text with half a character in it.</returns>
    public static string? TextOf(JsonElement sent) => sent.ValueKind == JsonValueKind.String ? Whole(() => sent.GetString()) : null;

    /// <returns>The name of a field; empty for one with half a character in it.</returns>
    public static string NameOf(JsonProperty sent) => Whole(() => sent.Name) ?? "";

    private static bool IsOfName(char c) => char.IsAsciiLetter(c) || c == '_';

    /// <summary>An escape for half a surrogate pair is valid JSON and no text: asking whether it is there means trying.</summary>
    private static string? Whole(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether a name or a code may be repeated: letters and at most one digit at the end, such as ours. Any other may be a secret that was pasted
    /// into the wrong place.
    /// </summary>
    public static bool IsPlainName(string name) =>
        name.Length is >= 1 and <= LongestName && char.IsAsciiLetter(name[0]) && name[..^1].All(IsOfName) && (IsOfName(name[^1]) || char.IsAsciiDigit(name[^1]));

    /// <summary>Its kind, in Dutch and English. Never the value: somebody may have pasted a secret into the wrong field.</summary>
    public static (string Nl, string En) KindOf(JsonElement sent) => sent.ValueKind switch
    {
        JsonValueKind.String => ("tekst", "text"),
        JsonValueKind.Number => ("een getal", "a number"),
        JsonValueKind.True or JsonValueKind.False => ("true of false", "true or false"),
        JsonValueKind.Array => ("een lijst", "a list"),
        JsonValueKind.Object => ("een object", "an object"),
        _ => ("niets (null)", "nothing (null)"),
    };
}
