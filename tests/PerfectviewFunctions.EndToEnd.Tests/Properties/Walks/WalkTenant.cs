using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.Walks;

/// <summary>A tenant of a walk with every event that was ever delivered for it.</summary>
internal sealed class WalkTenant(string name, string prefix, string securityCode2, SandboxAdministration books)
{
    /// <summary>A debtor that all tenants have, under one code: those of one administration share its relation.</summary>
    private const int Shared = 0;

    public string Name => name;

    public TenantId Id { get; } = TenantId.Parse(name);

    public string Prefix => prefix;

    public SandboxAdministration Books => books;

    public BookkeepingCredentials.Soap Credentials { get; } = new(SandboxDemo.UserName, SandboxDemo.SecurityCode1, securityCode2);

    /// <summary>The valid events, by id.</summary>
    public Dictionary<string, WalkEvent> Valid { get; } = [];

    /// <summary>Refused for a fault so far, and not mended yet.</summary>
    public Queue<WalkEvent> Faulty { get; } = [];

    /// <summary>How many different events are stored as refused.</summary>
    public int Refused { get; set; }

    /// <summary>The numbers that a person asked to ignore at some time, whether that was done or not.</summary>
    public HashSet<string> Ignored { get; } = [];

    /// <summary>Per number the version that the invoice can't fall behind: it was stored while nothing had been sent to the books.</summary>
    public Dictionary<string, WalkEvent> AtLeast { get; } = [];

    /// <summary>The mutation number that an answer or a reading gave for an invoice.</summary>
    public Dictionary<string, long> Promised { get; } = [];

    public ILookup<string, WalkEvent> ByNumber => Valid.Values.ToLookup(sent => sent.Number);

    public string NameOf(int debtor) => debtor == Shared ? "Gedeelde Klant BV" : FormattableString.Invariant($"Klant {debtor} van {name}");

    /// <summary>The first debtor is shared, of the others every second has no code of its own.</summary>
    public JsonObject DebtorOf(int debtor)
    {
        var code = debtor == Shared ? "K0" : debtor % 2 == 1 ? FormattableString.Invariant($"K{name}{debtor}") : null;
        return Events.Debtor(FormattableString.Invariant($"rel-{debtor}"), NameOf(debtor), code);
    }
}
