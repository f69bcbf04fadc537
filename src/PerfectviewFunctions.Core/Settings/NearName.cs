namespace PerfectviewFunctions.Core.Settings;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class NearName
{
    private const int MostSlips = 2;
    private const int LongestName = 60;

    /// <returns>The closest of the names, or null when none is near.</returns>
    public static string? Of(string written, IEnumerable<string> names)
    {
        if (written.Length > LongestName)
        {
            return null;
        }

        var (name, slips) = names
            .Select(known => (Name: known, Slips: Slips(written.ToUpperInvariant(), known.ToUpperInvariant())))
            .MinBy(candidate => candidate.Slips);
        return slips <= MostSlips ? name : null;
    }

    /// <summary>How many characters were added, left out or replaced (Levenshtein).</summary>
    private static int Slips(string written, string known)
    {
        var row = Enumerable.Range(0, known.Length + 1).ToArray();
        for (var i = 1; i <= written.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= known.Length; j++)
            {
                var replaced = diagonal + (written[i - 1] == known[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
