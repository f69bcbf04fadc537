using System.Text.Json;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>The words of the API for the values of a choice: PerLine is per-line.</summary>
internal static class Choice
{
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static IReadOnlyList<string> Words<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Word)];

    public static T? Find<T>(string word)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (T?)value).FirstOrDefault(value => Word(value!.Value) == word);

    /// <summary>Alternatives in a sentence: "a, b of c".</summary>
    public static string Listed(IReadOnlyList<string> words, string or) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} {or} {words[^1]}";
}
