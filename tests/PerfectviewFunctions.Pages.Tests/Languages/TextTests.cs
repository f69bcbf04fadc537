using System.Text.Json;
using System.Text.RegularExpressions;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Languages;

/// <summary>The files of texts and the pages that use them.</summary>
public sealed partial class TextTests
{
    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    private const string Folder = "src/PerfectviewFunctions.Web/Pages";

    private static Dictionary<string, string> Dutch { get; } = Read("nl");

    private static Dictionary<string, string> English { get; } = Read("en");

    private static List<string> Used { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, Folder), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .SelectMany(file => Quoted().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value))
            .Distinct(),
    ];

    [Fact]
    public void Both_languages_have_the_same_texts_in_the_same_order() => Assert.Equal(Dutch.Keys, English.Keys);

    [Fact]
    public void No_text_is_empty_or_has_space_around_it() =>
        Assert.DoesNotContain(Dutch.Concat(English), text => text.Value.Length == 0 || text.Value != text.Value.Trim());

    [Fact]
    public void Texts_have_the_same_places_to_fill_in_both_languages() =>
        Assert.Empty(Dutch.Where(text => !Places(text.Value).SetEquals(Places(English[text.Key]))).Select(text => text.Key));

    [Fact]
    public void Every_key_that_a_page_names_is_there()
    {
        var asked = Directory.GetFiles(Path.Combine(Repository.Root, Folder), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value));

        Assert.Empty(asked.Distinct().Except(Dutch.Keys));
    }

    [Fact]
    public void Every_text_is_used_by_a_page() =>
        Assert.DoesNotContain(Dutch.Keys, key => !OfValue(key) && !Used.Contains(key) && !Used.Contains(Stem(key)));

    [Fact]
    public void Every_value_of_a_kind_that_has_words_has_one()
    {
        var types = new[] { typeof(TenantId).Assembly, typeof(Routes).Assembly }.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsEnum).ToList();
        foreach (var kind in Dutch.Keys.Where(OfValue).GroupBy(key => key.Split('.')[0]))
        {
            var type = Assert.Single(types, type => type.Name == kind.Key);
            Assert.Equal(Enum.GetNames(type).Order(), kind.Select(key => key.Split('.')[1]).Order());
        }
    }

    /// <summary>A word for a value of an enum: InvoiceState.Booked.</summary>
    private static bool OfValue(string key) => char.IsAsciiLetterUpper(key[0]);

    /// <summary>A page names an error by the key that its title and text have in common.</summary>
    private static string Stem(string key) => key[..key.LastIndexOf('.')];

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    private static Dictionary<string, string> Read(string code) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Read($"{Folder}/Languages/{code}.json"), Strict)!;

    [GeneratedRegex(@"""(?<key>[a-z][A-Za-z]*(\.[A-Za-z0-9]+)+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(T|[Tt]exts)(\[|\.Of\()""(?<key>[a-z][A-Za-z]*(\.[A-Za-z0-9]+)+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{[A-Za-z]+\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
