using System.Globalization;

namespace PerfectviewFunctions.Chaos;

/// <summary>How large a run is, and where its random choices begin.</summary>
internal sealed record ChaosOptions
{
    public const string Usage =
        "Usage: dotnet run -c Release --project tests/PerfectviewFunctions.Chaos -- "
        + "[--events N] [--seed N] [--hosts N] [--tenants N] [--senders N] [--store sqlite|azurite] [--minutes N]";

    public int Events { get; init; } = 1000;

    public int Seed { get; init; } = 1;

    public int Hosts { get; init; } = 3;

    /// <summary>At least two: the first two share an administration.</summary>
    public int Tenants { get; init; } = 6;

    public int Senders { get; init; } = 8;

    public bool OnAzurite { get; init; }

    /// <summary>After so long nothing further is sent, and what was sent is judged.</summary>
    public TimeSpan SendFor { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Whether hosts live long enough for fast code to pay.</summary>
    public bool IsLong => Events > 2000;

    /// <returns>Null for what makes no sense.</returns>
    public static ChaosOptions? Parse(IReadOnlyList<string> args)
    {
        var options = new ChaosOptions();
        for (var index = 0; index < args.Count; index += 2)
        {
            var value = index + 1 < args.Count ? args[index + 1] : "";
            var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            switch (args[index])
            {
                case "--events" when isNumber && number > 0:
                    options = options with { Events = number };
                    break;
                case "--seed" when isNumber:
                    options = options with { Seed = number };
                    break;
                case "--hosts" when isNumber && number > 0:
                    options = options with { Hosts = number };
                    break;
                case "--tenants" when isNumber && number > 1:
                    options = options with { Tenants = number };
                    break;
                case "--senders" when isNumber && number > 0:
                    options = options with { Senders = number };
                    break;
                case "--minutes" when isNumber && number > 0:
                    options = options with { SendFor = TimeSpan.FromMinutes(number) };
                    break;
                case "--store" when value is "sqlite" or "azurite":
                    options = options with { OnAzurite = value == "azurite" };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
