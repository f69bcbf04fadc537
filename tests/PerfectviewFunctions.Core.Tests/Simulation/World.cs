using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Simulation.Books;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;

namespace PerfectviewFunctions.Core.Tests.Simulation;

/// <summary>What all hosts share: one store, one clock, the secrets, the books, the receiver of messages; and the dice.</summary>
internal sealed class World
{
    private readonly List<(DateTimeOffset At, Action Act)> later = [];

    public World(int seed)
    {
        Random = new Random(seed);
        HasSkew = seed % 2 == 0;
        ListsInPieces = seed % 3 == 0;
        Trace = new Trace(Clock);
        Strands = new Strands(Clock);
        Administrations = new(StringComparer.Ordinal);
        Messages = new Messages(this);
    }

    public Random Random { get; }

    /// <summary>Whether the clocks of hosts differ by some seconds.</summary>
    public bool HasSkew { get; }

    /// <summary>
    /// Whether the books are as an API that lists codes only, and that pages: a look finds what it names, and a list of open items may lack one that
    /// stands there.
    /// </summary>
    public bool ListsInPieces { get; }

    public Bench Bench { get; } = new();

    public InMemoryRowStore Store => Bench.Store;

    public ManualTimeProvider Clock => Bench.Clock;

    public Trace Trace { get; }

    public Strands Strands { get; }

    public Dictionary<string, Administration> Administrations { get; }

    public Messages Messages { get; }

    /// <summary>Nothing fails any more.</summary>
    public bool IsCalm { get; set; }

    /// <summary>What must never happen, as it was seen to happen.</summary>
    public List<string> Violations { get; } = [];

    public DateTimeOffset Now => Clock.GetUtcNow();

    public Actor? Running => Strands.Running;

    public bool Chance(int percent) => !IsCalm && Random.Next(100) < percent;

    public TimeSpan Seconds(int most) => TimeSpan.FromMilliseconds(Random.Next(most * 1000));

    public Administration Of(BookkeepingCredentials credentials)
    {
        var code = ((BookkeepingCredentials.Soap)credentials).SecurityCode2;
        if (!Administrations.TryGetValue(code, out var administration))
        {
            Administrations.Add(code, administration = new Administration(this, code[^1..]));
        }

        return administration;
    }

    /// <summary>Has something take effect after a while, whoever waits for it.</summary>
    public void Later(TimeSpan wait, Action act) => later.Add((Now + wait, act));

    /// <summary>When the next thing happens by itself; null when nothing will.</summary>
    public DateTimeOffset? NextLater => later.Count > 0 ? later.Min(one => one.At) : null;

    public void PassTo(DateTimeOffset at)
    {
        while (later.Count > 0 && later.MinBy(one => one.At) is var next && next.At <= at)
        {
            later.Remove(next);
            Move(next.At);
            next.Act();
        }

        Move(at);
    }

    public void Violate(string what)
    {
        Trace.Add("CHECK", what);
        Violations.Add(what);
    }

    public Task<Tenant> AddTenantAsync(string name, int administration, string prefix) => Bench.AddTenantAsync(
        name,
        administration,
        settings: new TenantSettings
        {
            BookingsOn = true, RelationsOn = true, PaymentsOn = true, NumberPrefix = prefix, CallbackAddress = "https://crm.example/" + name,
        });

    private void Move(DateTimeOffset at)
    {
        if (at > Now)
        {
            Clock.Advance(at - Now);
        }
    }
}
