using System.Text.RegularExpressions;

namespace PerfectviewFunctions.Web.Pages.Help;

/// <summary>The {placeholders} of a sentence, as blanks that a reader understands.</summary>
internal static partial class Blanks
{
    private const string Blank = "[…]";

    public static string In(string sentence) => Placeholder().Replace(sentence, Blank);

    /// <summary>What stands between the placeholders.</summary>
    public static IEnumerable<string> PartsOf(string sentence) =>
        Placeholder().Split(sentence).Select(part => part.Trim()).Where(part => part.Length > 1);

    [GeneratedRegex(@"\{[A-Za-z]+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
