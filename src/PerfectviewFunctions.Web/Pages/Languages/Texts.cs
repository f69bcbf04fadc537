using System.Collections.Frozen;
using System.Text.Json;

namespace PerfectviewFunctions.Web.Pages.Languages;

/// <summary>
/// The words of the pages in one language, from its one file (<c>nl.json</c>, <c>en.json</c>). A key that is missing is a fault of ours: it throws, and a
/// test finds it before.
/// </summary>
public sealed class Texts
{
    private static readonly FrozenDictionary<string, Texts> ByCode = Language.All.ToFrozenDictionary(language => language.Code, language => new Texts(language));

    private readonly FrozenDictionary<string, string> texts;

    private Texts(Language language) => (Language, texts) = (language, Read(language.Code).ToFrozenDictionary(StringComparer.Ordinal));

    public Language Language { get; }

    public string this[string key] =>
        texts.GetValueOrDefault(key) ?? throw new InvalidOperationException($"{Language.Code}.json has no text '{key}'.");

    public static Texts In(Language language) => ByCode[language.Code];

    /// <summary>A text with its places filled, such as <c>{count}</c>.</summary>
    public string Of(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = this[key];
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The word for a value, by the name of its type and its own: <c>InvoiceState.Booked</c>.</summary>
    public string Of<T>(T value)
        where T : struct, Enum => this[$"{typeof(T).Name}.{value}"];

    /// <summary>What has a text in both languages already.</summary>
    public string Of(string dutch, string english) => Language.Of(dutch, english);

    private static Dictionary<string, string> Read(string code)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream($"pages/{code}.json")
            ?? throw new InvalidOperationException($"{code}.json is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!);
    }
}
