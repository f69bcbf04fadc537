using System.Globalization;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Tests.Support;

namespace PerfectviewFunctions.Core.Tests.Intake;

/// <summary>Events as a seed has it, of so few ids, invoices and relations that many meet: new, repeated, under a used id, faulty, of one invoice.</summary>
internal sealed class EventMixture(Arriving arriving, int seed)
{
    private const int Ids = 30;
    private const int Subjects = 20;

    private readonly Random random = new(seed);

    public IReadOnlyList<EventRead> Next(int most) => [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => One())];

    public bool Chance(int oneOf) => random.Next(oneOf) == 0;

    private EventRead One()
    {
        var (id, number) = (Name("e", Ids), Name("F", Subjects));
        return random.Next(20) switch
        {
            0 or 1 => Arriving.Faulty(null, random.Next(2) == 0 ? number : null, Name("text", 3)),
            2 or 3 or 4 or 5 => Arriving.Faulty(id, number, Name("text", 2)),
            6 or 7 or 8 or 9 => arriving.Changed(id, Arriving.Debtor(Name("r", Subjects))),
            10 => arriving.Valid(id, number, text: new string('x', random.Next(200_000))),
            _ => arriving.Valid(id, number, net: random.Next(1, 3)),
        };
    }

    private string Name(string prefix, int count) => prefix + random.Next(count).ToString(CultureInfo.InvariantCulture);
}
