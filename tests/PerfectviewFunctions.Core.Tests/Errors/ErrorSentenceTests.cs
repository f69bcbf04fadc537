using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PerfectviewFunctions.Core.Errors;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Errors;

public sealed class ErrorSentenceTests
{
    [Fact]
    public void Every_entry_says_in_whole_sentences_what_happened_and_what_to_do() =>
        Assert.All(ErrorTable.All, entry => Assert.All(
            [entry.Nl, entry.En, entry.ActionNl, entry.ActionEn],
            sentence => Assert.Matches(@"^(\p{Lu}|e-Boekhouden )[^\r\n]+\.$", sentence)));

    [Fact]
    public void Dutch_and_English_name_the_same_values() =>
        Assert.All(ErrorTable.All, entry =>
        {
            Assert.Equal(Placeholders(entry.Nl), Placeholders(entry.En));
            Assert.Equal(Placeholders(entry.ActionNl), Placeholders(entry.ActionEn));
        });

    [Fact]
    public void Sentences_name_only_values_that_the_comment_of_their_code_promises()
    {
        var promised = PromisedValues();

        Assert.All(ErrorTable.All, entry => Assert.Superset(
            Placeholders(entry.Nl + entry.ActionNl), promised.GetValueOrDefault(entry.Code, [])));
    }

    [Fact]
    public void Braces_hold_nothing_but_placeholders() =>
        Assert.All(ErrorTable.All, entry => Assert.DoesNotContain(
            ReasonText.Placeholder().Replace(entry.Nl + entry.En + entry.ActionNl + entry.ActionEn, ""), c => c is '{' or '}'));

    [Fact]
    public void Dutch_sentences_use_no_words_of_programmers()
    {
        // "API/SOAP" is the name of a page in e-Boekhouden, and an API-token is what another of its pages gives out.
        var words = new Regex(
            @"\b(api|soap|rest|server|sessie|session|time-?out|token|request|response|exception|error|null|json|xml|http|"
                + @"retry|mapping|tenant|webhook|event)\b",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));

        Assert.All(ErrorTable.All, entry => Assert.DoesNotMatch(
            words,
            ReasonText.Placeholder().Replace(entry.Nl + " " + entry.ActionNl, "")
                .Replace("API/SOAP", "", StringComparison.Ordinal).Replace("API-token", "", StringComparison.Ordinal)));
    }

    private static HashSet<string> Placeholders(string text) =>
        [.. ReasonText.Placeholder().Matches(text).Select(match => match.Groups["name"].Value)];

    /// <summary>The names in braces in the comments of <see cref="ReasonCode"/>; codes of the service and of calls take none.</summary>
    private static Dictionary<string, HashSet<string>> PromisedValues()
    {
        var comments = XDocument.Load(Path.ChangeExtension(typeof(ReasonCode).Assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Value, StringComparer.Ordinal);
        return typeof(ReasonCode).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(
            field => (string)field.GetRawConstantValue()!,
            field => Placeholders(comments[$"F:{typeof(ReasonCode).FullName}.{field.Name}"]),
            StringComparer.Ordinal);
    }
}
