using System.Globalization;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

internal sealed record CompareOptions
{
    /// <summary>What is random follows from it.</summary>
    public int Seed { get; private init; } = 1;

    /// <summary>Fewer points and invoices: to see that it works.</summary>
    public bool Quick { get; private init; }

    /// <summary>The one scenario to run; null for all.</summary>
    public string? Only { get; private init; }

    /// <summary>Where the report is written.</summary>
    public string Output { get; private init; } = Path.Combine("artifacts", "benchmarks");

    /// <exception cref="ArgumentException">A name that is not known, or without what belongs behind it; the message says which.</exception>
    public static CompareOptions Parse(IReadOnlyList<string> args, IReadOnlyCollection<string> scenarios)
    {
        var options = new CompareOptions();
        for (var at = 0; at < args.Count; at++)
        {
            options = args[at] switch
            {
                "--quick" => options with { Quick = true },
                "--seed" when int.TryParse(args.ElementAtOrDefault(++at), CultureInfo.InvariantCulture, out var seed) => options with { Seed = seed },
                "--output" when args.ElementAtOrDefault(++at) is { } folder => options with { Output = folder },
                "--only" when args.ElementAtOrDefault(++at) is { } name && scenarios.Contains(name) => options with { Only = name },
                _ => throw new ArgumentException(
                    $"There are --seed NUMBER, --quick, --output FOLDER and --only with one of {string.Join(", ", scenarios)}.", nameof(args)),
            };
        }

        return options;
    }
}
