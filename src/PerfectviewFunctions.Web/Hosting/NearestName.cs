namespace PerfectviewFunctions.Web.Hosting;

/// <summary>Finds what somebody meant who mistyped a name.</summary>
internal static class NearestName
{
    private const int MostChanges = 2;

    /// <returns>The name with the fewest characters put in, left out or replaced; null when all are too far off.</returns>
    public static string? Of(string typed, IEnumerable<string> names) => names
        .Select(name => (Name: name, Changes: Changes(typed.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(name => name.Changes <= MostChanges)
        .OrderBy(name => name.Changes)
        .ThenBy(name => name.Name, StringComparer.Ordinal)
        .Select(name => name.Name)
        .FirstOrDefault();

    private static int Changes(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
