using System.Globalization;
using System.Text;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>
/// Initials in one form, however they were typed: "sj", "S J" and "s.j." are all "S.J.". What stands there as one stays one: "Th.", "IJ.", "drs.".
/// </summary>
internal static class Initials
{
    /// <returns>Empty when there is no letter in the text.</returns>
    public static string Of(string? text)
    {
        var (initials, word, wasLoose) = (new StringBuilder(), new List<string>(), false);
        var elements = StringInfo.GetTextElementEnumerator(text ?? "");
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (char.IsLetter(element, 0))
            {
                word.Add(element);
                continue;
            }

            Append(isDotted: element == ".");
            initials.Append(element == "-" && initials is [.., '.'] ? element : "");
        }

        Append(isDotted: false);
        return initials.ToString().TrimEnd('-');

        void Append(bool isDotted)
        {
            if (word.Count == 0)
            {
                return;
            }

            // A title, or a whole name, does not stick to its neighbours as initials do.
            var isOne = IsOne(word, isDotted);
            var isLoose = isOne && (!isDotted || char.IsLower(word[0], 0));
            initials.Append(initials.Length > 0 && (isLoose || wasLoose) ? " " : "");
            initials.AppendJoin("", isOne ? word : word.Select(letter => letter.ToUpperInvariant() + ".")).Append(isOne && isDotted ? "." : "");
            wasLoose = isLoose;
            word.Clear();
        }
    }

    /// <summary>Letters in a row are an initial each, unless small letters ("Th", "Jan") or a dot ("drs.") say otherwise; "IJ." is one letter.</summary>
    private static bool IsOne(List<string> word, bool isDotted) =>
        word.Count > 1
        && ((word.Skip(1).Any(letter => char.IsLower(letter, 0)) && (isDotted || char.IsUpper(word[0], 0))) || (isDotted && word is ["I", "J"]));
}
