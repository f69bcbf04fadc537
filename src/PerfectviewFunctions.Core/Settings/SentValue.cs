using System.Text.Json;
using PerfectviewFunctions.Core.Relations;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>Values as somebody sent them: read without ever throwing, and named in a sentence.</summary>
internal static class SentValue
{
    private const int LongestShown = 40;

    /// <returns>The text; null for another kind of value, or for text with half a character in it.</returns>
    public static string? TextOf(JsonElement sent) => sent.ValueKind == JsonValueKind.String ? Whole(() => sent.GetString()) : null;

    /// <returns>The name of a field; empty for one with half a character in it.</returns>
    public static string NameOf(JsonProperty sent) => Whole(() => sent.Name) ?? "";

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

    /// <summary>As JSON, cut to what fits in a sentence; null is named by a word.</summary>
    public static string Shown(JsonElement sent, string none)
    {
        if (sent.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return none;
        }

        var text = string.Concat(sent.GetRawText().Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length <= LongestShown ? text : Words.Cut(text, LongestShown) + "…";
    }
}
