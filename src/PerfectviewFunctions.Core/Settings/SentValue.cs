using System.Text.Json;
using PerfectviewFunctions.Core.Relations;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>Values as somebody sent them: read without ever throwing, and named in a sentence.</summary>
internal static class SentValue
{
    private const int LongestShown = 40;

    /// <returns>The text; null for another kind of value, or for text with half a character in it.</returns>
    public static string? TextOf(JsonElement sent)
    {
        if (sent.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return sent.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escape for half a surrogate pair is valid JSON and no text.
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
