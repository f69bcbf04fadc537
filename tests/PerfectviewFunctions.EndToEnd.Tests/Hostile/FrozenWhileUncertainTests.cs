using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>Nobody knows whether an invoice was booked, and everything it was made by is changed meanwhile: what stands in the books is what was sent, once.</summary>
public sealed class FrozenWhileUncertainTests
{
    [Theory]
    [InlineData(FaultKind.AnswerLost, false)]
    [InlineData(FaultKind.AnswerLost, true)]
    [InlineData(FaultKind.CommitLater, false)]
    [InlineData(FaultKind.CommitLater, true)]
    [InlineData(FaultKind.ConnectionReset, false)]
    [InlineData(FaultKind.ConnectionReset, true)]
    public async Task What_was_sent_is_what_stands_there(FaultKind kind, bool wasPerLine)
    {
        var (grouping, next) = wasPerLine ? (LineGrouping.PerLine, "per-vat-code-and-account") : (LineGrouping.PerVatCodeAndAccount, "per-line");
        var (world, host) = await World.StartAsync(settings: World.Settings with
        {
            NumberPrefix = "A-", Grouping = grouping, PersonNames = PersonNameFormat.FirstAndLast, Description = "{number} {debtor}",
        });
        await using var _ = world;
        world.Books.AddLedgerAccount("1310", "Debiteuren buitenland", "DEB");
        world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(100) });
        foreach (var lookUp in new[] { "GetOpenPosten", "GetMutaties" })
        {
            world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = lookUp });
        }

        await host.SendAsync(Invoice());
        Assert.Equal("uncertain", await host.StateAsync("1"));

        await ChangeAsync(host, HttpMethod.Patch, "settings", new JsonObject
        {
            ["numberPrefix"] = "B-",
            ["debtorAccount"] = "1310",
            ["grouping"] = next,
            ["personNames"] = "last-only",
            ["description"] = "anders {number}",
            ["paymentTermDays"] = 60,
        });
        await ChangeAsync(host, HttpMethod.Put, "vat-mappings", new JsonObject
        {
            ["rows"] = new JsonArray(new JsonObject { ["category"] = "NL_HIGH", ["vatCode"] = "AFW_VERK", ["account"] = "8090" }), ["retryUnblocked"] = true,
        });
        Assert.Equal("lookup-first", (await host.ApiAsync(
            HttpMethod.Post, "/api/tenants/demo/retry", new JsonObject { ["numbers"] = new JsonArray("1") })).ReasonCode);
        await host.SendAsync(Invoice());
        await world.PassMinutesAsync(host, 10);
        await world.PassAsync(host, TimeSpan.FromHours(4), TimeSpan.FromMinutes(30));

        Assert.Equal("booked", await host.StateAsync("1"));
        var booked = Assert.Single(world.Books.Mutations);
        Assert.Equal(("A-1", "1300", "1 Sanne van der Berg", "14"), (booked.InvoiceNumber, booked.Account, booked.Description, booked.PaymentTerm));
        Assert.Equal(
            wasPerLine ? [(10m, 2.1m), (50m, 10.5m)] : [(60m, 12.6m)], booked.Lines.Select(line => (line.Net, line.Vat)));
        Assert.All(booked.Lines, line => Assert.Equal(("HOOG_VERK_21", "8000"), (line.VatCode, line.CounterAccount)));
        Assert.Equal("Sanne van der Berg", Assert.Single(world.Books.Relations).Name);
        Assert.Equal("duplicate", (await host.SendAsync(Invoice("again"))).Outcome);
        Assert.Single(world.Books.Mutations);
    }

    private static JsonObject Invoice(string? id = null)
    {
        var person = Events.Debtor("rel-7", "", "P7");
        person.Remove("name");
        (person["type"], person["firstName"], person["middleName"], person["lastName"]) = ("person", "Sanne", "van der", "Berg");
        return Events.Invoice("1", id: id).For(person).With(invoice =>
        {
            invoice.Remove("vatTotals");
            invoice["total"] = 72.60m;
            invoice["lines"] = new JsonArray(Line(10m), Line(50m));
        });
    }

    private static JsonObject Line(decimal price) => new() { ["quantity"] = 1, ["unitPrice"] = price, ["vatCategory"] = "NL_HIGH" };

    private static async Task ChangeAsync(Host host, HttpMethod method, string what, JsonObject body)
    {
        var address = "/api/tenants/demo/" + what;
        var reply = await host.ApiAsync(method, address, body, (await host.ApiAsync(HttpMethod.Get, address)).ETag);
        Assert.True(reply.Status == 200, reply.Body);
    }
}
