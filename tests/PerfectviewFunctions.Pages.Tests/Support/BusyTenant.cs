using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Host = PerfectviewFunctions.EndToEnd.Tests.Support.Host;

namespace PerfectviewFunctions.Pages.Tests.Support;

/// <summary>A tenant with something of everything, so that every page has all its parts to show.</summary>
internal static class BusyTenant
{
    /// <summary>What an attacker would have run, or an own mark shown as text.</summary>
    public const string HostileName = "<script>alert('x')</script> & \"Zonen\" =1+1";

    /// <summary>Booked and open; its number has what an address must not take for its own.</summary>
    public const string Number = "2026/001 & co";

    public const string Paid = "2026-002";
    public const string Uncertain = "2026-003";
    public const string Held = "2026-004";
    public const string Doubtful = "2026-005";
    public const string Credit = "2026-006";

    public static async Task<(World World, Host Host)> StartAsync()
    {
        var (world, host) = await Payments.StartToldAsync();
        await host.ChangeAsync(new JsonObject { ["relationsOn"] = true });
        await host.SendAsync(Events.Invoice(Number, id: "evt-first").For(Events.Debtor("rel-9", HostileName)));
        await host.SendAsync(Events.Invoice(Paid, 1234.56m));
        await host.SendAsync(Events.Invoice(Credit, -50m).With(_ => { }));
        await host.SendAsync(Events.Invoice(Number, 200m, id: "evt-again", occurredAt: "2026-03-03T09:00:00+01:00").For(Events.Debtor("rel-9", HostileName)));

        world.Books.AddRelation("K200", "Een heel andere naam", new Dictionary<string, string> { ["Postcode"] = "9999 ZZ" });
        await host.SendAsync(Events.Invoice(Doubtful).For(Events.Debtor("rel-2", "Slagerij Van Dam", "K200")));
        await host.SendAsync(Events.Invoice(Held).With(invoice => invoice["vatTotals"] = new JsonArray(Events.VatTotal("NL_HIGH", 100m, 20m, 21))));
        await host.SendAsync(new JsonObject { ["id"] = "evt-bad", ["type"] = "invoice.sent", ["data"] = new JsonObject { ["invoice"] = "none" } });
        await host.SendAsync(RelationEvents.Created("rel-3", 0, HostileName));

        world.Clock.Advance(TimeSpan.FromMinutes(5));
        world.Pay(Paid, 500m);
        await world.ReadAsync(host);
        await host.DeliverAsync();

        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice(Uncertain));
        return (world, host);
    }
}
