using System.Globalization;

namespace PerfectviewFunctions.Benchmarks.Load;

/// <summary>What comes in, how fast, and how quick the books are.</summary>
internal sealed record LoadOptions
{
    /// <summary>Tenants, each with an administration of its own; the noisy ones among them.</summary>
    public int Tenants { get; private init; } = 10;

    /// <summary>Tenants that send nine of ten requests between them.</summary>
    public int Noisy { get; private init; }

    /// <summary>All in one administration, with a number prefix each.</summary>
    public bool Sharing { get; private init; }

    /// <summary>Requests per second, of one invoice each.</summary>
    public int Rate { get; private init; } = 20;

    public int Seconds { get; private init; } = 30;

    /// <summary>How long the books take for every call.</summary>
    public int BooksMs { get; private init; } = 50;

    public int Hosts { get; private init; } = 1;

    /// <summary>The setting Intake:PendingPerTenant.</summary>
    public int Pending { get; private init; } = 5000;

    /// <summary>How long all that was accepted may take to be booked after the last request.</summary>
    public int DrainSeconds { get; private init; } = 900;

    /// <exception cref="ArgumentException">A name that is not known, or a number out of its bounds; the message says which.</exception>
    public static LoadOptions Parse(IReadOnlyList<string> args)
    {
        var options = new LoadOptions();
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count || !int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var value))
            {
                throw new ArgumentException($"'{args[i]}' needs a whole number behind it.", nameof(args));
            }

            options = args[i] switch
            {
                "--tenants" => options with { Tenants = Within(args[i], value, 1, 200) },
                "--noisy" => options with { Noisy = Within(args[i], value, 0, 200) },
                "--sharing" => options with { Sharing = Within(args[i], value, 0, 1) == 1 },
                "--rate" => options with { Rate = Within(args[i], value, 1, 2000) },
                "--seconds" => options with { Seconds = Within(args[i], value, 1, 600) },
                "--books-ms" => options with { BooksMs = Within(args[i], value, 0, 20_000) },
                "--hosts" => options with { Hosts = Within(args[i], value, 1, 8) },
                "--pending" => options with { Pending = Within(args[i], value, 1, 1_000_000) },
                "--drain" => options with { DrainSeconds = Within(args[i], value, 1, 3600) },
                _ => throw new ArgumentException(
                    $"'{args[i]}' is not known; there are --tenants, --noisy, --sharing, --rate, --seconds, --books-ms, --hosts, --pending and --drain.", nameof(args)),
            };
        }

        return options.Noisy < options.Tenants ? options : throw new ArgumentException("Fewer tenants are noisy than there are.", nameof(args));
    }

    private static int Within(string name, int value, int least, int most) =>
        value >= least && value <= most ? value : throw new ArgumentException($"{name}: {value} is not between {least} and {most}.", nameof(value));
}
