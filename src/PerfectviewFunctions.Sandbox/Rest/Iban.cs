namespace PerfectviewFunctions.Sandbox;

/// <summary>International account numbers (ISO 13616): without spaces, checked modulo 97.</summary>
internal static class Iban
{
    private const int Shortest = 15;
    private const int Longest = 34;

    public static bool IsValid(string text)
    {
        if (text.Length is < Shortest or > Longest
            || !text.All(char.IsAsciiLetterOrDigit)
            || !char.IsAsciiLetter(text[0]) || !char.IsAsciiLetter(text[1])
            || !char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[3]))
        {
            return false;
        }

        // Country and check digits behind the rest; letters count as 10 to 35.
        var remainder = (text[4..] + text[..4]).Aggregate(0, (rest, sign) => char.IsAsciiDigit(sign)
            ? ((rest * 10) + (sign - '0')) % 97
            : ((rest * 100) + (char.ToUpperInvariant(sign) - 'A' + 10)) % 97);
        return remainder == 1;
    }
}
