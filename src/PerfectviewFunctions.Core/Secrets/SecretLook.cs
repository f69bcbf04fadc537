using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Secrets;

/// <summary>
/// Tells by its looks when somebody pastes a secret into a field that others may read, and that history keeps for good: the security codes of
/// e-Boekhouden, a token of its API, a webhook secret, a read key.
/// </summary>
public static class SecretLook
{
    private const int DigitsOfCode = 32;

    /// <summary>Nobody says what a token looks like; a word as long as this, with so many digits and letters beyond f, is no name.</summary>
    private const int LeastOfToken = 30;

    private const int LeastOfEach = 6;

    private static readonly string[] Marks = ["whsec_", "pvr_"];

    public static FieldFault FaultAt(string pointer) => new(
        pointer,
        "Dit lijkt op een beveiligingscode, geheim of sleutel, en wat hier staat, kunnen anderen lezen. Er is niets opgeslagen. Vul iets anders in.",
        "This looks like a security code, secret or key, and others can read what stands here. Nothing was saved. Enter something else.");

    /// <summary>Whether a text holds what looks like a secret, also one with the spaces and dashes of pasting.</summary>
    public static bool IsIn(string text) => Marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)) || HasCode(text) || HasToken(text);

    private static bool HasCode(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiHexDigit(c))
            {
                if (++digits == DigitsOfCode)
                {
                    return true;
                }
            }
            else if (c != '-' && !char.IsWhiteSpace(c))
            {
                digits = 0;
            }
        }

        return false;
    }

    private static bool HasToken(string text)
    {
        var (length, letters, digits) = (0, 0, 0);
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                (length, letters, digits) = (0, 0, 0);
                continue;
            }

            length++;
            letters += char.IsAsciiLetter(c) && !char.IsAsciiHexDigit(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            if (length >= LeastOfToken && letters >= LeastOfEach && digits >= LeastOfEach)
            {
                return true;
            }
        }

        return false;
    }
}
