using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Attention;

/// <summary>A person has held-back work tried again: it is booked once, or says anew what is wrong, and no button goes around a look-up.</summary>
public sealed class RetryTests
{
    [Fact]
    public async Task Unmapped_invoice_is_booked_once_after_the_mapping_was_mended()
    {
        var (world, host) = await Bookkeeper.StartUnmappedAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        Assert.Equal(["retry", "ignore"], await host.ActionsAsync("1"));
        Assert.Equal("needs-attention", Result(await host.RetryAsync("1"))["state"]!.GetValue<string>());
        await host.MapHighAsync();

        var reply = await host.RetryAsync("1");

        var result = Result(reply);
        Assert.Equal((200, "retried", "booked"), (reply.Status, Text(result, "outcome"), Text(result, "state")));
        Assert.Equal(Assert.Single(world.Books.Mutations).Number, result["mutationNumber"]!.GetValue<long>());
        Assert.Equal(("booked", null), await host.StandsAsync("1"));
        Assert.Empty(await host.ActionsAsync("1"));
        Assert.Empty((await host.HeldBackAsync())["invoices"]!.AsArray());
        Assert.Equal("duplicate", (await host.SendAsync(Events.Invoice("1"))).Outcome);
        await world.PassMinutesAsync(host, 10);
        Assert.Empty(await host.DueRowsAsync());
    }

    [Fact]
    public async Task All_of_one_cause_are_counted_first_and_then_tried_again()
    {
        var (world, host) = await Bookkeeper.StartUnmappedAsync();
        await using var _ = world;
        await host.SendAsync(new JsonArray([.. Enumerable.Range(1, 3).Select(number => Events.Invoice(number.ToString("00", null)))]));
        await host.SendAsync(Events.Invoice("other").With(invoice => invoice["total"] = 1m));
        await host.MapHighAsync();

        var preview = await CauseAsync(host, "VAT-category-unmapped", preview: true);
        Assert.Equal((200, 3, 0), (preview.Status, preview.Json["matched"]!.GetValue<int>(), preview.Json["results"]!.AsArray().Count));
        Assert.Empty(world.Books.Mutations);
        var reply = await CauseAsync(host, "VAT-category-unmapped");

        Assert.Equal(3, reply.Json["matched"]!.GetValue<int>());
        Assert.Null(reply.Json["left"]);
        Assert.All(reply.Json["results"]!.AsArray(), result => Assert.Equal("booked", Text(result!, "state")));
        Assert.Equal(["01", "02", "03"], world.Books.Mutations.Select(mutation => mutation.InvoiceNumber));
        Assert.Equal(("needs-attention", "totals-do-not-add-up"), await host.StandsAsync("other"));
        Assert.Equal(0, (await CauseAsync(host, "vat-category-unmapped")).Json["matched"]!.GetValue<int>());
    }

    [Fact]
    public async Task Some_that_can_not_be_tried_stop_no_other()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Books.ClosedUntil = new DateOnly(2026, 3, 31);
        await host.SendAsync(Events.Invoice("held"));
        world.Books.ClosedUntil = null;
        await host.SendAsync(Events.Invoice("booked"));

        var reply = await host.RetryAsync("booked", "unknown", "held", "held");

        Assert.Equal(3, reply.Json["matched"]!.GetValue<int>());
        Assert.Equal(["refused", "not-found", "retried"], reply.Json["results"]!.AsArray().Select(result => Text(result!, "outcome")));
        Assert.Equal("booked-stays", Text(reply.Json["results"]![0]!["reason"]!, "code"));
        Assert.Equal(2, world.Books.Mutations.Count);
    }

    [Theory]
    [InlineData("booked", "booked-stays")]
    [InlineData("uncertain", "lookup-first")]
    public async Task Invoice_that_is_or_may_be_in_the_books_is_refused_and_the_books_are_left_alone(string state, string code)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        if (state == "uncertain")
        {
            world.Sandbox.Books.Faults.Add(new Fault(FaultKind.CommitLater) { Operation = "AddMutatie", Delay = TimeSpan.FromMinutes(1) });
        }

        await host.SendAsync(Events.Invoice("1"));
        Assert.Equal(state, await host.StateAsync("1"));
        Assert.Empty(await host.ActionsAsync("1"));
        world.Sandbox.Books.Calls.Clear();
        var before = StoreDump.Of(world);

        foreach (var reply in new[] { await host.RetryAsync("1"), await host.IgnoreAsync("1") })
        {
            Assert.Equal((409, code), (reply.Status, reply.ReasonCode));
            Assert.Equal(4, new[] { "nl", "en", "actionNl", "actionEn" }.Select(name => Text(reply.Json["reason"]!, name)).Distinct().Count());
        }

        Assert.Equal(0, world.Sandbox.Books.Calls.Total);
        Assert.Equal(before, StoreDump.Of(world));
        await world.PassMinutesAsync(host, 10);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Single(world.Books.Mutations);
    }

    [Theory]
    [InlineData("lookup-incomplete")]
    [InlineData("number-in-use")]
    public async Task Booking_once_sent_is_looked_up_again_before_it_is_sent_again(string cause)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.HoldBackAsSentAsync(host, cause);
        Assert.Equal(["retry", "ignore"], await host.ActionsAsync("7"));

        Assert.Equal(("needs-attention", cause), (Text(Result(await host.RetryAsync("7")), "state"), (await host.StandsAsync("7")).Reason));
        Assert.Equal(["GetMutaties"], world.Sandbox.Books.Calls.Steps());
        world.RemoveStrangers();
        Assert.Equal("booked", Text(Result(await host.RetryAsync("7")), "state"));

        Assert.Equal(["GetMutaties", "GetMutaties", "AddMutatie"], world.Sandbox.Books.Calls.Steps());
        Assert.Single(world.Books.Mutations, mutation => mutation.InvoiceNumber == "7");
    }

    /// <summary>It does stand in the books, but under another invoice's claim: a person has to look, and nothing is sent.</summary>
    [Fact]
    public async Task Booking_whose_mutation_is_claimed_is_looked_up_and_not_sent_again()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.HoldBackAsSentAsync(host, "mutation-claimed");

        await host.RetryAsync("7");
        await world.PassMinutesAsync(host, 10);

        Assert.Equal(("needs-attention", "number-in-use"), await host.StandsAsync("7"));
        Assert.Equal(0, world.Sandbox.Books.Calls.Count("AddMutatie"));
        Assert.Single(world.Books.Mutations, mutation => mutation.InvoiceNumber == "7");
    }

    [Fact]
    public async Task What_waits_for_a_back_off_is_tried_at_once()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("1"));
        Assert.Equal("booking", await host.StateAsync("1"));

        Assert.Equal("booked", Text(Result(await host.RetryAsync("1")), "state"));
        Assert.Single(world.Books.Mutations);
    }

    [Fact]
    public async Task Ignored_invoice_is_offered_again_when_bookings_are_switched_on()
    {
        var (world, host) = await World.StartAsync(settings: World.Settings with { BookingsOn = false });
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        Assert.Equal(["retry"], await host.ActionsAsync("1"));
        Assert.Equal("ignored", Text(Result(await host.RetryAsync("1")), "state"));
        await host.ChangeSettingsAsync(settings => settings["bookingsOn"] = true);

        Assert.Equal("booked", Text(Result(await host.RetryAsync("1")), "state"));
    }

    [Fact]
    public async Task Tenant_that_is_not_linked_is_told_so()
    {
        var (world, host) = await Bookkeeper.StartUnmappedAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        await host.SetStateAsync("demo", Core.Tenants.TenantState.Unlinked);

        var reply = await host.RetryAsync("1");

        Assert.Equal((409, "not-linked"), (reply.Status, reply.ReasonCode));
        Assert.Equal(["ignore"], await host.ActionsAsync("1"));
    }

    [Theory]
    [InlineData("{}", "/numbers")]
    [InlineData("""{"numbers":["1"],"cause":"CMUT020"}""", "/numbers")]
    [InlineData("""{"numbers":[]}""", "/numbers")]
    [InlineData("""{"numbers":["1",""]}""", "/numbers/1")]
    [InlineData("""{"numbers":[null]}""", "/numbers/0")]
    [InlineData("""{"cause":" "}""", "/cause")]
    public async Task Body_with_faults_is_refused_with_their_place(string body, string pointer)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/retry", JsonNode.Parse(body));

        Assert.Equal((422, pointer), (reply.Status, Assert.Single(reply.Pointers)));
        var many = await host.RetryAsync([.. Enumerable.Range(0, 101).Select(number => $"{number}")]);
        Assert.Equal(422, many.Status);
        Assert.Equal(404, (await host.RetryAsync("unknown")).Status);
    }

    private static Task<ApiReply> CauseAsync(Host host, string cause, bool preview = false) =>
        host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/retry", new JsonObject { ["cause"] = cause, ["preview"] = preview });

    private static JsonNode Result(ApiReply reply) => Assert.Single(reply.Json["results"]!.AsArray())!;

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
