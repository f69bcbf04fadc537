using System.Globalization;
using System.Text;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>
/// Initials in one form, however they were typed: "sj", "S J" and "s.j." are all "S.J.". What stands as one, such as "Th." or "IJ.", stays one.
/// </summary>
internal static class Initials
{
    /// <returns>Empty when there is no letter in the text.</returns>
    public static string Of(string? text)
    {
        var initials = new StringBuilder();
        var word = new List<string>();
        var letters = StringInfo.GetTextElementEnumerator(text ?? "");
        while (letters.MoveNext())
        {
            var letter = letters.GetTextElement();
            if (char.IsLetter(letter, 0))
            {
                word.Add(letter);
                continue;
            }

            Append(initials, word, isDotted: letter == ".");
            word.Clear();
            initials.Append(letter == "-" && initials is [.., '.'] ? letter : "");
        }

        Append(initials, word, isDotted: false);
        return initials.ToString().TrimEnd('-');
    }

    private static void Append(StringBuilder initials, List<string> word, bool isDotted)
    {
        if (word.Count == 0)
        {
            return;
        }

        if (initials.Length > 0 && char.IsLetter(initials[^1]))
        {
            initials.Append(' ');
        }

        if (IsOne(word, isDotted))
        {
            initials.AppendJoin("", word).Append(isDotted ? "." : "");
        }
        else
        {
            word.ForEach(letter => initials.Append(letter.ToUpperInvariant()).Append('.'));
        }
    }

    /// <summary>"Th" and "Jan" are no two or three initials; nor is "IJ", which is one letter, where a dot says so.</summary>
    private static bool IsOne(List<string> word, bool isDotted) =>
        word.Count > 1
        && ((char.IsUpper(word[0], 0) && word.Skip(1).Any(letter => char.IsLower(letter, 0))) || (isDotted && word is ["I", "J"]));
}
