namespace PerfectviewFunctions.LocalHost;

/// <summary>A command line taken apart: what stands by itself, and settings as <c>--Name value</c> or <c>--Name=value</c>.</summary>
/// <param name="Command">The first word; empty when there is none.</param>
/// <param name="Files">The words after it, such as files to send, which may begin with '/'.</param>
internal sealed record Arguments(string Command, IReadOnlyList<string> Files, IReadOnlyDictionary<string, string?> Settings)
{
    private const string Mark = "--";

    /// <returns>Null when a setting has no value.</returns>
    public static Arguments? Parse(IReadOnlyList<string> args)
    {
        var words = new List<string>();
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < args.Count; index++)
        {
            if (!args[index].StartsWith('-'))
            {
                words.Add(args[index]);
                continue;
            }

            var (name, value) = args[index].Split('=', 2) is [var before, var after]
                ? (before, after)
                : (args[index], ++index < args.Count ? args[index] : null);
            if (value is null || !name.StartsWith(Mark, StringComparison.Ordinal) || name.Length == Mark.Length)
            {
                return null;
            }

            settings[name[Mark.Length..]] = value;
        }

        return new Arguments(words.FirstOrDefault(""), [.. words.Skip(1)], settings);
    }
}
