namespace PerfectviewFunctions.Sandbox;

/// <summary>Texts with wildcards: % stands for any characters, ? for one.</summary>
internal static class RestWildcards
{
    public static bool Fits(string text, string pattern)
    {
        var (at, index, star, resume) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (index < pattern.Length && pattern[index] == '%')
            {
                (star, resume) = (index++, at);
            }
            else if (index < pattern.Length && (pattern[index] == '?' || pattern[index] == text[at]))
            {
                at++;
                index++;
            }
            else if (star >= 0)
            {
                // The last % takes one character more.
                index = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(index).TrimStart('%').IsEmpty;
    }
}
