using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Attention;

/// <summary>A person sets work aside: it stays visible with who did so and why, and what may stand in the books is booked by no later event.</summary>
public sealed class IgnoreTests
{
    [Fact]
    public async Task Held_back_invoice_is_ignored_and_a_newer_event_is_the_invoice_again()
    {
        var (world, host) = await Bookkeeper.StartUnmappedAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));

        var reply = await host.IgnoreAsync("1", "Met de hand\ngeboekt.");

        Assert.Equal((200, "ignored"), (reply.Status, reply.Json["state"]!.GetValue<string>()));
        Assert.Contains("operator", reply.Json["reason"]!["nl"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("Met de hand geboekt.", reply.Json["reason"]!["en"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["retry"], await host.ActionsAsync("1"));
        Assert.Equal("already-ignored", (await host.IgnoreAsync("1")).ReasonCode);
        Assert.Equal("ignored", (await host.SendAsync(Events.Invoice("1"))).Results[0]!["first"]!.GetValue<string>());
        await host.MapHighAsync();
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1", id: "newer", occurredAt: "2026-03-02T12:00:00+01:00"))).Outcome);
        Assert.Single(world.Books.Mutations);
    }

    [Theory]
    [InlineData("lookup-incomplete")]
    [InlineData("number-in-use")]
    [InlineData("mutation-claimed")]
    public async Task Invoice_that_may_stand_in_the_books_is_booked_by_no_later_event(string cause)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.HoldBackAsSentAsync(host, cause);
        Assert.Equal(200, (await host.IgnoreAsync("7")).Status);

        var later = await host.SendAsync(Events.Invoice("7", 300m, id: "later", occurredAt: "2026-03-04T09:00:00+01:00"));

        Assert.Equal((200, "needs-attention", "set-aside-by-person"), (later.Status, later.Outcome, later.ReasonCode));
        await world.PassMinutesAsync(host, 90);
        Assert.Empty(await host.DueRowsAsync());
        Assert.Equal(0, world.Sandbox.Books.Calls.Total);
        Assert.Equal(("ignored", "ignored-by-person"), await host.StandsAsync("7"));
        var listed = Assert.Single(await host.AttentionAsync())!;
        Assert.Equal("later", listed["id"]!.GetValue<string>());

        var ignored = await host.ApiAsync(
            HttpMethod.Post, "/api/tenants/demo/ignore", new JsonObject { ["event"] = listed["key"]!.GetValue<string>(), ["reason"] = "Klopt." });
        Assert.Equal((200, "ignored"), (ignored.Status, ignored.Json["state"]!.GetValue<string>()));
        Assert.Empty(await host.AttentionAsync());

        // Taken up again it is looked up before anything else.
        world.RemoveStrangers();
        await host.RetryAsync("7");
        Assert.Equal("GetMutaties", world.Sandbox.Books.Calls.Log.First(call => call.Operation != "OpenSession").Operation);
        Assert.Single(world.Books.Mutations, mutation => mutation.InvoiceNumber == "7");
        Assert.Equal(cause == "mutation-claimed" ? "needs-attention" : "booked", await host.StateAsync("7"));
    }

    [Theory]
    [InlineData(FaultKind.Throttled, 200)]
    [InlineData(FaultKind.ConnectionReset, 409)]
    public async Task Booking_for_another_administration_is_ignored_only_if_it_was_proven_not_sent(FaultKind kind, int status)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("1"));
        await host.LinkToAsync(new BookkeepingCredentials.Soap(SandboxDemo.UserName, SandboxDemo.SecurityCode1, SandboxDemo.SecondSecurityCode2));
        await world.PassMinutesAsync(host, 5);
        Assert.Equal("administration-changed", (await host.StandsAsync("1")).Reason);
        Assert.Equal(status == 200, (await host.ActionsAsync("1")).Contains("ignore"));

        var reply = await host.IgnoreAsync("1");

        Assert.Equal((status, status == 200 ? "ignored-by-person" : "lookup-first"), (reply.Status, reply.ReasonCode));
        Assert.Equal(status == 200, (await host.InvoiceAsync("1"))!["bookedNumber"] is null);
        await host.LinkToAsync(DemoTenant.Credentials);
        await world.PassMinutesAsync(host, 70);
        Assert.Equal(status == 200 ? "ignored" : "booked", await host.StateAsync("1"));
        Assert.Equal(status == 200 ? 0 : 1, world.Books.Mutations.Count);
    }

    [Fact]
    public async Task Event_that_did_not_keep_the_contract_is_ignored_by_its_key()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var faulty = Events.Invoice("1").With(invoice => invoice.Remove("date"));
        await host.SendAsync(faulty.DeepClone());
        await host.SendAsync(Events.Invoice("2"));
        var listed = Assert.Single(await host.AttentionAsync())!;
        Assert.Null(listed["actions"]);

        Assert.Equal(404, (await IgnoreEventAsync(host, "evt-2")).Status);
        Assert.Equal(404, (await IgnoreEventAsync(host, "unknown")).Status);
        Assert.Equal(200, (await IgnoreEventAsync(host, listed["key"]!.GetValue<string>())).Status);
        Assert.Equal((409, "already-ignored"), await CodeAsync(IgnoreEventAsync(host, listed["key"]!.GetValue<string>())));

        Assert.Empty(await host.AttentionAsync());
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"))).Outcome);
    }

    [Theory]
    [InlineData("""{"reason":"a"}""", "/number")]
    [InlineData("""{"number":"1","event":"e","reason":"a"}""", "/number")]
    [InlineData("""{"number":"","reason":"a"}""", "/number")]
    [InlineData("""{"event":"a/b","reason":"a"}""", "/event")]
    [InlineData("""{"event":"a b","reason":"a"}""", "/event")]
    [InlineData("""{"number":"1","reason":"  "}""", "/reason")]
    [InlineData("""{"number":"1","reason":"a\u0007"}""", "/reason")]
    public async Task Body_with_faults_is_refused_with_their_place(string body, string pointer)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/ignore", JsonNode.Parse(body));

        Assert.Equal((422, pointer), (reply.Status, Assert.Single(reply.Pointers)));
        Assert.Equal(422, (await host.IgnoreAsync("1", new string('x', 501))).Status);
        Assert.Equal(404, (await host.IgnoreAsync("1", new string('x', 500))).Status);
        Assert.Equal(400, (await host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/ignore", new JsonObject { ["number"] = "1" })).Status);
    }

    private static Task<ApiReply> IgnoreEventAsync(Host host, string key) =>
        host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/ignore", new JsonObject { ["event"] = key, ["reason"] = "Gezien." });

    private static async Task<(int Status, string? Code)> CodeAsync(Task<ApiReply> reply) => ((await reply).Status, (await reply).ReasonCode);
}
