using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.EndToEnd.Tests.Linking;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Api;

/// <summary>What is open, as the API tells it.</summary>
public sealed class OpenBalancesTests
{
    private const string Address = "/api/tenants/demo/open-balances";

    [Fact]
    public async Task Every_invoice_that_is_not_settled_is_listed_and_what_is_known_of_it_adds_up()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await BookOnAsync(host, "P1", "2026-03-02");
        await BookOnAsync(host, "O1", "2026-01-15");
        await BookOnAsync(host, "T1", "2025-11-01");
        await BookOnAsync(host, "S1", "2026-03-02");
        await BookOnAsync(host, "R1", "2026-03-02");
        var credit = Events.Invoice("C1", -100m);
        credit["type"] = "invoice.credited";
        Assert.Equal("booked", (await host.SendAsync(credit)).Outcome);

        Assert.Equal(["not-read"], (await BalancesAsync(host))["invoices"]!.AsArray().Select(row => Text(row!, "state")).Distinct());

        await world.ReadAsync(host);
        world.Pay("P1", 21m);
        world.Pay("T1", 130m);
        world.Pay("S1", Total);
        Assert.True(world.Books.DeleteMutation(world.Books.Mutations.Single(mutation => mutation.InvoiceNumber == "R1").Number));
        await world.ReadAsync(host);
        var (dump, calls) = (StoreDump.Of(world), world.Sandbox.Books.Calls.Total);

        var answer = await BalancesAsync(host);

        Assert.Equal(dump, StoreDump.Of(world));
        Assert.Equal(calls, world.Sandbox.Books.Calls.Total);
        Assert.Equal(
            [
                "T1 overpaid 2025-11-15 107 130.00 -9.00 K100",
                "O1 open 2026-01-29 32 0.00 121.00 K100",
                "C1 open 2026-03-16 0 0.00 -121.00 K100",
                "P1 partly-paid 2026-03-16 0 21.00 100.00 K100",
                "R1 removed 2026-03-16 0 - - K100",
            ],
            answer["invoices"]!.AsArray().Select(row => $"{Text(row!, "number")} {Text(row!, "state")} {Text(row!, "dueDate")} {row!["daysOverdue"]} "
                + $"{Amount(row["paid"])} {Amount(row["open"])} {Text(row, "debtorCode")}"));
        Assert.Equal(
            (4, "221.00", "-130.00", "91.00"),
            ((int)answer["totals"]!["invoices"]!, Amount(answer["totals"]!["toReceive"]), Amount(answer["totals"]!["toSettle"]), Amount(answer["totals"]!["sum"])));
        Assert.Equal("""{"removed":1,"closedNotVerified":0,"creditsNotTracked":0,"notFollowed":0}""", answer["apart"]!.ToJsonString());
        Assert.Equal(["0-30 2 -21.00", "31-60 1 121.00", "61-90 0 0.00", "over-90 1 -9.00"], Ageing(answer, "byInvoiceDate"));
        Assert.Equal(["not-due 2 -21.00", "1-30 0 0.00", "31-60 1 121.00", "61-90 0 0.00", "over-90 1 -9.00"], Ageing(answer, "byDueDate"));

        var removed = answer["invoices"]!.AsArray().Last()!;
        Assert.Equal(("booking-removed", "2026-03-02T11:00:00+00:00", true), (Text(removed["reason"]!, "code"), Text(removed, "since"), (bool)removed["followed"]!));
        Assert.Contains("mutatie 5", Text(removed["reason"]!, "nl"), StringComparison.Ordinal);

        // Of T1, S1 and R1: those that left the list, or were in it no more.
        Assert.Equal(
            ("2026-03-02", "2026-03-02T11:00:00+00:00", "2026-03-02T11:07:00+00:00", 3000),
            (Text(answer, "date"), Text(answer["reading"]!, "readAt"), Text(answer["reading"]!, "nextAt"), (int)answer["reading"]!["lookupsLimit"]!));
        Assert.Equal(3, (int)answer["reading"]!["lookupsUsed"]!);
        Assert.Null(answer["reading"]!["reason"]);
    }

    [Fact]
    public async Task What_is_not_certain_says_why_and_is_in_no_amount()
    {
        await using var world = await World.CreateAsync(new SandboxSwitches { SessionLifetime = TimeSpan.FromDays(60), Credits = CreditForm.Absent });
        world.Payments = new PaymentOptions { LookupsPerMonth = 1 };
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo", PaymentsOn);
        await world.BookAsync(host, "F1", "F2");
        var credit = Events.Invoice("C1", -100m);
        credit["type"] = "invoice.credited";
        await host.SendAsync(credit);
        world.Sandbox.Books.Switches = world.Sandbox.Books.Switches with { MaxOpenItems = 0 };
        await world.ReadAsync(host);

        var answer = await BalancesAsync(host);

        Assert.Equal(
            ["C1 credits-not-tracked credit-not-tracked", "F1 closed-not-verified closed-not-verified", "F2 closed-not-verified closed-not-looked-up"],
            answer["invoices"]!.AsArray().Select(row => $"{Text(row!, "number")} {Text(row!, "state")} {Text(row!["reason"]!, "code")}"));
        Assert.Equal("""{"invoices":0,"toReceive":0,"toSettle":0,"sum":0}""", answer["totals"]!.ToJsonString());
        Assert.Equal("""{"removed":0,"closedNotVerified":2,"creditsNotTracked":1,"notFollowed":0}""", answer["apart"]!.ToJsonString());
        Assert.Equal((1, 1), ((int)answer["reading"]!["lookupsUsed"]!, (int)answer["reading"]!["lookupsLimit"]!));
    }

    [Fact]
    public async Task Reading_that_failed_says_why_and_when_it_is_tried_again()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Truncated) { Operation = "GetOpenPosten" });
        await world.ReadAsync(host);

        var reading = (await BalancesAsync(host))["reading"]!;

        Assert.Equal(
            ("payments-not-read", "2026-03-02T10:00:00+00:00", "2026-03-02T11:07:00+00:00"),
            (Text(reading["reason"]!, "code"), Text(reading, "readAt"), Text(reading, "nextAt")));
        var again = DateTimeOffset.Parse(Text(reading, "againAt"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(again, world.Clock.GetUtcNow().AddSeconds(1), world.Clock.GetUtcNow().AddMinutes(2));
    }

    [Fact]
    public async Task What_was_booked_in_the_administration_before_is_listed_as_it_was_known_last()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        LinkApi.AssertStatus(200, await host.SaveAsync(LinkApi.Second(confirm: true)));

        var answer = await BalancesAsync(host);
        var row = Assert.Single(answer["invoices"]!.AsArray())!;

        Assert.Equal((false, "open", "121.00", "payment-not-followed"), ((bool)row["followed"]!, Text(row, "state"), Amount(row["open"]), Text(row["reason"]!, "code")));
        Assert.Equal((0, 1), ((int)answer["totals"]!["invoices"]!, (int)answer["apart"]!["notFollowed"]!));
        Assert.Null(answer["reading"]!["readAt"]);
    }

    [Fact]
    public async Task Tenant_that_is_not_read_says_so_and_shows_what_it_knows()
    {
        var (world, host) = await StartAsync(settings: World.Settings);
        await using var _ = world;
        await world.BookAsync(host, "F1");

        var off = await BalancesAsync(host);
        LinkApi.AssertStatus(200, await host.UnlinkAsync());
        var unlinked = await BalancesAsync(host);

        Assert.Equal(
            ("payments-switched-off", "not-linked"), (Text(off["reading"]!["reason"]!, "code"), Text(unlinked["reading"]!["reason"]!, "code")));
        Assert.Null(off["reading"]!["nextAt"]);
        Assert.Equal(["F1", "F1"], [Text(off["invoices"]![0]!, "number"), Text(unlinked["invoices"]![0]!, "number")]);
    }

    [Fact]
    public async Task What_Perfectview_could_not_be_told_shows_until_it_was()
    {
        await using var world = await World.CreateAsync(new SandboxSwitches { SessionLifetime = TimeSpan.FromDays(30) });
        world.Callbacks = new CallbackOptions { GiveUpAfter = TimeSpan.FromMinutes(10) };
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo", PaymentsOn with { CallbackAddress = world.Sandbox.CallbackAddress.ToString() });
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        Assert.Equal("waiting 0 -", await CallbackAsync());

        world.Sandbox.Books.Receiver.Faults.Add(new CallbackFault(CallbackFaultKind.Status) { Times = 2 });
        await host.DeliverAsync();
        Assert.Equal("waiting 1 callback-refused", await CallbackAsync());

        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await host.DeliverAsync();
        Assert.Equal("given-up 2 callback-given-up", await CallbackAsync());

        LinkApi.AssertStatus(200, await host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/payments/sync"));
        Assert.Equal("waiting 0 -", await CallbackAsync());

        await host.DeliverAsync();
        Assert.Null(await CallbackAsync());
        Assert.Single(world.Sandbox.Books.Receiver.Messages);

        async Task<string?> CallbackAsync()
        {
            var ofList = (await BalancesAsync(host))["invoices"]![0]!["callback"];
            var alone = (await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/invoices/F1/payment")).Json["callback"];
            Assert.Equal(ofList?.ToJsonString(), alone?.ToJsonString());
            return ofList is null ? null : $"{Text(ofList, "state")} {ofList["attempts"]} {(ofList["reason"] is { } reason ? Text(reason, "code") : "-")}";
        }
    }

    private static async Task<JsonNode> BalancesAsync(Host host)
    {
        var reply = await host.ApiAsync(HttpMethod.Get, Address);
        Assert.True(reply.Status == 200, reply.Body);
        return reply.Json;
    }

    private static async Task BookOnAsync(Host host, string number, string date) => Assert.Equal(
        "booked", (await host.SendAsync(Events.Invoice(number).With(invoice => invoice["date"] = date))).Outcome);

    private static IEnumerable<string> Ageing(JsonNode answer, string by) =>
        answer["ageing"]![by]!.AsArray().Select(bucket => $"{Text(bucket!, "days")} {bucket!["count"]} {Amount(bucket["amount"])}");

    private static string Text(JsonNode node, string name) => (string)node[name]!;

    private static string Amount(JsonNode? amount) => amount is null ? "-" : Events.Text((decimal)amount);
}
