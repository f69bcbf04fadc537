using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>A tenant of a walk and its booked invoices.</summary>
internal sealed class Firm(string name, string prefix, SandboxAdministration books, string userName = SandboxDemo.UserName)
{
    /// <summary>So many debtors it has.</summary>
    public const int Debtors = 2;

    public string Name => name;

    public string Prefix => prefix;

    public TenantId Id { get; } = TenantId.Parse(name);

    public SandboxAdministration Books => books;

    public BookkeepingCredentials.Soap Credentials { get; } = new(userName, SandboxDemo.SecurityCode1, books.SecurityCode2.ToString("B"));

    public bool PaymentsOn { get; set; } = true;

    /// <summary>The administration it is linked to, as the store knows it.</summary>
    public AdministrationKey Administration { get; set; }

    /// <summary>Its booked invoices and credits.</summary>
    public List<Sale> Sales { get; } = [];

    public JsonObject Debtor(int which) => Events.Debtor(
        FormattableString.Invariant($"rel-{which}"), FormattableString.Invariant($"Klant {which} van {name}"), FormattableString.Invariant($"K{name}{which}"));
}
