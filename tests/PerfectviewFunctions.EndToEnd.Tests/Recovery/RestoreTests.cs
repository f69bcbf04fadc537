using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Recovery;

/// <summary>An old store is put back: what it has forgotten stands in the books, and is not booked again when everything is sent once more.</summary>
public sealed class RestoreTests
{
    private const string Young = "2026-05-07";

    [Theory]
    [InlineData(DuplicateRule.RelationAndNumber)]
    [InlineData(DuplicateRule.Number)]
    public async Task What_was_booked_after_the_backup_is_found_and_not_booked_again(DuplicateRule duplicates)
    {
        var (world, host) = await StartAsync(new SandboxSwitches { Duplicates = duplicates });
        await using var _ = world;
        using var folder = new TemporaryFolder();
        await BookAsync(host, Invoices[..1]);
        var backup = await world.BackUpAsync(folder);
        await BookAsync(host, Invoices[1..]);
        var booked = Standing(world);

        host = await world.GoBackAsync(host, backup);
        foreach (var invoice in Invoices.Reverse())
        {
            Assert.Contains((await host.SendAsync(invoice())).Status, (int[])[200, 202]);
        }

        await world.PassMinutesAsync(host, 10);

        Assert.All(Invoices, invoice => Assert.Equal("booked", host.StateAsync(invoice().NumberOf()).Result));
        Assert.Equal(booked, Standing(world));
        Assert.Equal((0, 0), (world.Sandbox.Books.Calls.Count("AddMutatie"), world.Sandbox.Books.Calls.Count("AddRelatie")));
        Assert.Equal(Invoices.Length - 1, world.Sandbox.Books.Calls.LookUps());
    }

    [Fact]
    public async Task What_was_never_booked_is_looked_up_once_and_then_booked_with_its_debtor()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        using var folder = new TemporaryFolder();
        host = await world.GoBackAsync(host, await world.BackUpAsync(folder));

        Assert.Equal((202, "accepted"), await OutcomeAsync(host, Events.Invoice("1")));
        await world.PassMinutesAsync(host, 3);
        Assert.Equal("uncertain", await host.StateAsync("1"));
        Assert.Empty(world.Books.Relations);

        await world.PassMinutesAsync(host, 3);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal(
            (1, 1, 1),
            (world.Sandbox.Books.Calls.LookUps(), world.Sandbox.Books.Calls.Count("AddRelatie"), world.Sandbox.Books.Calls.Count("AddMutatie")));
    }

    [Fact]
    public async Task Invoice_younger_than_the_restore_is_booked_at_once()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        using var folder = new TemporaryFolder();
        host = await world.GoBackAsync(host, await world.BackUpAsync(folder));
        world.Clock.Advance(TimeSpan.FromDays(66));

        Assert.Equal((200, "booked"), await OutcomeAsync(host, On(Young, Events.Invoice("young", occurredAt: Young + "T12:00:00+02:00"))));
        Assert.Equal((200, "booked"), await OutcomeAsync(host, On("2026-06-01", Events.Invoice("ahead", occurredAt: Young + "T12:00:00+02:00"))));
        Assert.Equal(0, world.Sandbox.Books.Calls.LookUps());

        // Sent anew by a person, an old one has a new event, and may have been booked all the same.
        Assert.Equal((200, "booked"), await OutcomeAsync(host, Events.Invoice("old", id: "again", occurredAt: Young + "T12:00:00+02:00")));
        Assert.Equal(1, world.Sandbox.Books.Calls.LookUps());

        // So may one whose event is older than the restore, and one dated very far ahead.
        Assert.Equal((200, "booked"), await OutcomeAsync(host, On("2026-05-06", Events.Invoice("late"))));
        Assert.Equal((200, "booked"), await OutcomeAsync(host, On("2026-12-31", Events.Invoice("far", occurredAt: Young + "T12:00:00+02:00"))));
        Assert.Equal(3, world.Sandbox.Books.Calls.LookUps());
    }

    [Theory]
    [InlineData("dated ahead and sent anew", "2026-03-20", "2026-03-02", "2026-03-20", "2026-04-01", "booked")]
    [InlineData("by a sender whose clock is ahead", "2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04", "booked")]
    [InlineData("given another date and sent anew", "2026-03-02", "2026-03-02", "2026-04-01", "2026-04-01", "needs-attention")]
    public async Task What_was_booked_before_the_restore_is_looked_up_whatever_dates_its_events_bear(
        string how, string date, string occurred, string newDate, string occurredAgain, string state)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        using var folder = new TemporaryFolder();
        var backup = await world.BackUpAsync(folder);
        await BookAsync(host, [() => SentAs(date, occurred, "first")]);
        host = await world.GoBackAsync(host, backup);
        world.Clock.Advance(TimeSpan.FromDays(30));

        await host.SendAsync(SentAs(newDate, occurredAgain, occurred == occurredAgain ? "first" : "again"));
        await world.PassMinutesAsync(host, 10);

        Assert.True(world.Books.Mutations.Count == 1, $"An invoice {how} was booked twice.");
        Assert.Equal(state, await host.StateAsync("7"));
        Assert.Single(world.Books.Relations);
    }

    [Theory]
    [InlineData("amount")]
    [InlineData("debtor")]
    public async Task What_stands_there_otherwise_is_shown_to_a_person_and_nothing_is_booked(string other)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        using var folder = new TemporaryFolder();
        await BookAsync(host, [() => Events.Invoice("first"), () => Events.Invoice("second").For(Events.Debtor("rel-2", "Slagerij Os", "K200"))]);
        var backup = await world.BackUpAsync(folder);
        await BookAsync(host, [() => Events.Invoice("7")]);

        host = await world.GoBackAsync(host, backup);
        await host.SendAsync(other == "amount"
            ? Events.Invoice("7", 200m)
            : Events.Invoice("7").For(Events.Debtor("rel-2", "Slagerij Os", "K200")));
        await world.PassMinutesAsync(host, 10);

        var invoice = await host.InvoiceAsync("7");
        Assert.Equal(("needs-attention", "number-in-use"), (invoice!["state"]!.GetValue<string>(), invoice["reason"]!["code"]!.GetValue<string>()));
        Assert.Contains("K100", invoice["reason"]!["nl"]!.GetValue<string>(), StringComparison.Ordinal);

        // Tried again by a person it is looked up again, not sent.
        Assert.Equal(200, (await host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/retry", new JsonObject { ["numbers"] = new JsonArray("7") })).Status);
        await world.PassMinutesAsync(host, 10);
        Assert.Equal("needs-attention", await host.StateAsync("7"));
        Assert.Equal(0, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    [Theory]
    [InlineData(FaultKind.Throttled)]
    [InlineData(FaultKind.ConnectionReset)]
    public async Task What_was_about_to_be_sent_in_the_backup_is_looked_up_first(FaultKind kind)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        using var folder = new TemporaryFolder();
        await BookAsync(host, [() => Events.Invoice("first")]);
        world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie" });
        Assert.Equal((202, "accepted"), await OutcomeAsync(host, Events.Invoice("7")));
        var backup = await world.BackUpAsync(folder);
        await world.PassMinutesAsync(host, 10);
        Assert.Equal("booked", await host.StateAsync("7"));

        host = await world.GoBackAsync(host, backup);
        Assert.NotEqual("booked", await host.StateAsync("7"));
        await world.PassMinutesAsync(host, 10);

        Assert.Equal("booked", await host.StateAsync("7"));
        Assert.Equal(2, world.Books.Mutations.Count);
        Assert.Equal(0, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    [SoapFact]
    public async Task Without_a_look_up_left_it_waits_however_long()
    {
        var world = await World.CreateOnFileAsync(new SandboxSwitches { GetMutatiesPerMonth = 0 });
        await using var _ = world;
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo");
        using var folder = new TemporaryFolder();
        var backup = await world.BackUpAsync(folder);
        await BookAsync(host, [() => Events.Invoice("7", -100m)]);
        host = await world.GoBackAsync(host, backup);

        await host.SendAsync(Events.Invoice("7", -100m));
        await world.PassAsync(host, TimeSpan.FromHours(30), TimeSpan.FromMinutes(30));

        Assert.Equal("uncertain", await host.StateAsync("7"));
        Assert.Equal(0, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    [Fact]
    public async Task What_Perfectview_was_told_after_the_backup_does_not_outlast_what_it_is_told_now()
    {
        var world = await World.CreateOnFileAsync(new SandboxSwitches { SessionLifetime = TimeSpan.FromDays(30) });
        await using var _ = world;
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo", Support.Payments.PaymentsOn with { CallbackAddress = world.Sandbox.CallbackAddress.ToString() });
        world.Receiver().Secret = world.SecretOf(TenantId.Parse("demo")).Reveal();
        await world.BookAsync(host, "F1", "F2");
        await TellAsync(world, host);
        using var folder = new TemporaryFolder();
        var backup = await world.BackUpAsync(folder);
        world.Pay("F1", 121m);
        await TellAsync(world, host);
        Assert.Equal(("2 paid 121.00 0.00", "1 open 0.00 121.00"), (world.ToldOf("F1"), world.ToldOf("F2")));

        // While nobody looked, one was reversed and the other paid in part.
        world.Reverse("F1", 121m);
        world.Pay("F2", 21m);
        host = await world.GoBackAsync(host, backup);
        await TellAsync(world, host);

        Assert.Matches("^[0-9]{10} open 0.00 121.00$", world.ToldOf("F1"));
        Assert.Matches("^[0-9]{10} partly-paid 21.00 100.00$", world.ToldOf("F2"));
        var told = world.Receiver().Arrivals.Count;
        await TellAsync(world, host);
        Assert.Equal(told, world.Receiver().Arrivals.Count);
    }

    private static async Task TellAsync(World world, Host host)
    {
        await world.ReadAsync(host);
        await host.DeliverAsync();
    }

    /// <summary>One booked before the backup, one of its debtor, and of debtors made afterwards: with postcode, with a code alone, with neither, and a person.</summary>
    private static readonly Func<JsonObject>[] Invoices =
    [
        () => Events.Invoice("1"),
        () => Events.Invoice("2"),
        () => Events.Invoice("3").For(Events.Debtor("rel-3", "Slagerij Os", "K300")),
        () => Events.Invoice("4").For(new JsonObject { ["id"] = "rel-4", ["type"] = "organisation", ["name"] = "Zonder Adres", ["code"] = "K400" }),
        () => Events.Invoice("5").For(new JsonObject { ["id"] = "rel-5", ["type"] = "organisation", ["name"] = "Zonder Alles" }),
        () => Events.Invoice("6", -50m).For(new JsonObject { ["id"] = "rel-6", ["type"] = "person", ["lastName"] = "Jansen", ["code"] = "K600" }),
    ];

    private static async Task<(World World, Host Host)> StartAsync(SandboxSwitches? switches = null)
    {
        var world = await World.CreateOnFileAsync(switches);
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo");
        return (world, host);
    }

    private static async Task BookAsync(Host host, IEnumerable<Func<JsonObject>> invoices)
    {
        foreach (var invoice in invoices)
        {
            Assert.Equal("booked", (await host.SendAsync(invoice())).Outcome);
        }
    }

    private static async Task<(int Status, string Outcome)> OutcomeAsync(Host host, JsonNode sent)
    {
        var reply = await host.SendAsync(sent);
        return (reply.Status, reply.Outcome);
    }

    private static JsonObject On(string date, JsonObject sent) => sent.With(invoice => invoice["date"] = date);

    /// <summary>Of a debtor of whom nothing tells that a relation in the books is his.</summary>
    private static JsonObject SentAs(string date, string occurred, string id) => On(
        date, Events.Invoice("7", id: id, occurredAt: occurred + "T09:30:00+01:00").For(new JsonObject { ["id"] = "rel-5", ["type"] = "organisation", ["name"] = "Zonder Alles" }));

    private static List<string> Standing(World world) =>
        [.. world.Books.Mutations.Select(mutation => $"{mutation.Number} {mutation.InvoiceNumber} {mutation.RelationCode}")];
}
