using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;

/// <summary>A tenant of a walk, its sender, and what is known of it.</summary>
internal sealed class Party(string name, string userName, SandboxAdministration home)
{
    /// <summary>A debtor that all tenants have, under one code.</summary>
    private const int Shared = 0;

    public string Name => name;

    public string UserName => userName;

    public SandboxAdministration Home => home;

    public TenantId Id { get; } = TenantId.Parse(name);

    /// <summary>The different events that were ever made for it, by id.</summary>
    public Dictionary<string, Sale> Made { get; } = [];

    /// <summary>The events that were answered 2xx, or named in an answer 400: they stand in the store.</summary>
    public HashSet<string> Answered { get; } = [];

    /// <summary>The events that may stand in the store: those answered, and those whose delivery failed.</summary>
    public HashSet<string> Offered { get; } = [];

    /// <summary>Answered 409 so far: to be offered again.</summary>
    public Queue<Sale> Unsent { get; } = [];

    /// <summary>The mutation number that was answered for an invoice.</summary>
    public Dictionary<string, long> Promised { get; } = [];

    /// <summary>What the sender signs with.</summary>
    public WebhookSecret Used { get; set; } = null!;

    /// <summary>What the sender should sign with.</summary>
    public WebhookSecret Current { get; set; } = null!;

    /// <summary>Until when what the sender signs with is certainly taken; null when that can't be said.</summary>
    public DateTimeOffset? TakenUntil { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>As it stood at the end of the step before.</summary>
    public Tenant Tenant { get; set; } = null!;

    /// <summary>Its invoices as they stood at the end of the step before, by number.</summary>
    public IReadOnlyDictionary<string, Invoice> Invoices { get; set; } = new Dictionary<string, Invoice>();

    /// <summary>Number prefixes and debtor accounts that were, or may have been, saved at some time since the step before.</summary>
    public List<(string Prefix, string Account)> SettingsInForce { get; } = [];

    /// <summary>The mappings that were, or may have been, saved at some time since the step before.</summary>
    public List<VatMapping> MappingsInForce { get; } = [];

    /// <summary>Whether somebody confirmed another administration in this step.</summary>
    public bool MayMove { get; set; }

    public bool IsLinked => Tenant.State == TenantState.Linked;

    public string DebtorNameOf(int debtor) => debtor == Shared ? "Gedeelde Klant BV" : FormattableString.Invariant($"Klant {debtor} van {name}");

    /// <summary>The first debtor is shared, of the others every second has no code of its own; the last is a person.</summary>
    public JsonObject DebtorOf(int debtor)
    {
        var code = debtor == Shared ? "K0" : debtor % 2 == 1 ? FormattableString.Invariant($"K{name}{debtor}") : null;
        var sent = Events.Debtor(FormattableString.Invariant($"rel-{debtor}"), DebtorNameOf(debtor), code);
        if (debtor == 4)
        {
            sent["type"] = "person";
            sent["firstName"] = "Jan";
            sent["initials"] = "J.P.";
            sent["middleName"] = "van der";
            sent["lastName"] = "Berg-" + name;
        }

        return sent;
    }
}
