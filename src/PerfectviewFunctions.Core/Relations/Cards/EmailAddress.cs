using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>The one e-mail address that the books have room for, out of what stands in an address field.</summary>
internal static partial class EmailAddress
{
    private const int MaxLength = 150;

    /// <summary>Takes a@b.nl, "Name &lt;a@b.nl>" and several with a comma or semicolon between; of these the first that is an address.</summary>
    public static Judged Judge(string text)
    {
        // Invisible characters come along with what is copied from a page.
        var visible = string.Concat(text.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Trim();
        var pieces = Split(visible);
        return pieces.Select(Inner).FirstOrDefault(Address().IsMatch) switch
        {
            null => Judged.LeftOut(NoteReason.NotAnEmailAddress),
            { Length: > MaxLength } => Judged.LeftOut(NoteReason.TooLongToCut),
            var address => new Judged(address, pieces.Count > 1 && !IsName(visible) ? NoteReason.OneOfSeveral : null),
        };
    }

    /// <summary>At the commas and semicolons that are not part of a quoted name.</summary>
    private static List<string> Split(string text)
    {
        var (pieces, piece, isQuoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var c in text + ";")
        {
            isQuoted ^= c == '"';
            if (c is not (',' or ';') || isQuoted)
            {
                piece.Append(c);
                continue;
            }

            pieces.Add(piece.ToString().Trim());
            piece.Clear();
        }

        // A quote that never ends quotes nothing.
        return isQuoted ? Split(text.Replace("\"", "", StringComparison.Ordinal)) : pieces.FindAll(found => found.Length > 0);
    }

    private static string Inner(string piece)
    {
        var start = piece.LastIndexOf('<');
        var inner = start >= 0 && piece.EndsWith('>') ? piece[(start + 1)..^1].Trim() : piece;
        return inner.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? inner["mailto:".Length..] : inner;
    }

    /// <summary>One address with a name in front of it, such as "Berg, Sanne van der &lt;a@b.nl>": that comma parts no addresses.</summary>
    private static bool IsName(string text) => text.EndsWith('>') && text.Count(c => c == '@') == 1;

    [GeneratedRegex(
        @"^[^\s@<>()\[\],;:""\\.]+(\.[^\s@<>()\[\],;:""\\.]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
