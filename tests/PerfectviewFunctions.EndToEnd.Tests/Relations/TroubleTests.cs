using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.EndToEnd.Tests.Relations;

/// <summary>Whatever happens to a call, in the end the relation stands in the books once, and as Perfectview has it.</summary>
public sealed class TroubleTests
{
    public static TheoryData<FaultKind, string> EveryFault
    {
        get
        {
            var data = new TheoryData<FaultKind, string>();
            foreach (var kind in Enum.GetValues<FaultKind>().Except([FaultKind.SlowBefore, FaultKind.SlowAfter]))
            {
                foreach (var operation in (string[])["GetRelaties", "UpdateRelatie"])
                {
                    data.Add(kind, operation);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryFault))]
    public async Task Change_gets_there_after_a_fault(FaultKind kind, string operation)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["phone"] = "020-1" }));
        world.Books.ChangeRelation(world.OnlyRelation().Id, new Dictionary<string, string> { ["Email"] = "eigen@korenbloem.example" });
        world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = operation, Delay = TimeSpan.FromSeconds(100) });

        var reply = await host.SendAsync(Updated("r-1", 1, new JsonObject { ["phone"] = "020-2" }));

        Assert.True(reply.Outcome is "updated" or "accepted", reply.Body);
        await world.PassMinutesAsync(host, 12);
        Assert.Equal(("020-2", "eigen@korenbloem.example"), (world.OnlyRelation()["Telefoon"], world.OnlyRelation()["Email"]));
        Assert.Equal("current", (await host.RelationAsync("r-1"))!["state"]!.GetValue<string>());
        Assert.Empty(await host.DueRowsAsync());
    }

    /// <summary>A change that comes late must not undo what came after it.</summary>
    [Fact]
    public async Task Late_change_never_undoes_a_newer_one()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["phone"] = "020-1" }));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.CommitLater) { Operation = "UpdateRelatie", Delay = TimeSpan.FromSeconds(100) });
        Assert.Equal("outcome-uncertain", (await host.SendAsync(Updated("r-1", 1, new JsonObject { ["phone"] = "020-2" }))).ReasonCode);

        Assert.Equal("accepted", (await host.SendAsync(Updated("r-1", 2, new JsonObject { ["phone"] = "020-3" }))).Outcome);
        await world.PassMinutesAsync(host, 12);

        Assert.Equal("020-3", world.OnlyRelation()["Telefoon"]);
    }

    /// <summary>What the books show of a change whose answer was lost is ours, not somebody else's.</summary>
    [Theory]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.CommitLater)]
    public async Task Change_that_arrived_although_its_answer_was_lost_is_nobody_elses(FaultKind kind)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject
        {
            ["code"] = "K100", ["phone"] = "020-1", ["invoiceAddress"] = Address("Kade", "1", "1234 AB", "Havenhoofd"),
        }));
        world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "UpdateRelatie", Delay = TimeSpan.FromSeconds(100) });
        await host.SendAsync(Updated("r-1", 1, new JsonObject
        {
            ["code"] = "K200", ["phone"] = "020-2", ["invoiceAddress"] = Address("Kade", "2", "1234 AB", "Havenhoofd"),
        }));

        await host.SendAsync(Updated("r-1", 2, new JsonObject
        {
            ["code"] = "K300", ["phone"] = "020-3", ["invoiceAddress"] = Address("Kade", "3", "1234 AB", "Havenhoofd"),
        }));
        await world.PassMinutesAsync(host, 12);

        var booked = world.OnlyRelation();
        Assert.Equal(("K300", "020-3", "Kade 3", "Kade 3"), (booked.Code, booked["Telefoon"], booked["Adres"], booked["Adres2"]));
        Assert.Null((await host.RelationAsync("r-1"))!["overwritten"]);
    }

    [Fact]
    public async Task Invoices_on_a_relation_whose_change_is_uncertain_are_booked_at_once()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("rel-1", 0, "Korenbloem"));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "UpdateRelatie" });
        await host.SendAsync(Updated("rel-1", 1, new JsonObject { ["phone"] = "020-2" }));

        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"))).Outcome);
    }

    [Fact]
    public async Task Refused_change_is_held_back_in_words_blocks_no_invoice_and_goes_with_a_retry()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("rel-1", 0, "Korenbloem", new JsonObject { ["phone"] = "020-1" }));
        world.Books.ChangeRelation(world.OnlyRelation().Id, new Dictionary<string, string> { ["Telefoon"] = "020-77" });
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "UpdateRelatie", Code = "CREL999" });

        var reply = await host.SendAsync(Updated("rel-1", 1, new JsonObject { ["phone"] = "020-2" }));

        Assert.Equal((200, "needs-attention", "unknown-refusal"), (reply.Status, reply.Outcome, reply.ReasonCode));
        Assert.Empty((await host.RelationAsync("rel-1"))!["overwritten"]?.AsArray() ?? []);
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"))).Outcome);

        var retried = await host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/relations/rel-1/retry");
        Assert.True(retried.Status == 200, retried.Body);
        Assert.Equal("020-2", world.OnlyRelation()["Telefoon"]);
        Assert.Single((await host.RelationAsync("rel-1"))!["overwritten"]!.AsArray());
    }

    [Fact]
    public async Task Refused_credentials_pause_the_connection_and_the_change_goes_through_afterwards()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem"));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "GetRelaties", Code = RefusedUsers.Refusal });

        Assert.Equal((202, "accepted"), (await host.SendAsync(Updated("r-1", 1, new JsonObject { ["phone"] = "020-2" }))) is var reply
            ? (reply.Status, reply.Outcome)
            : default);
        Assert.Equal("", world.OnlyRelation()["Telefoon"]);

        await world.PassMinutesAsync(host, 40);
        Assert.Equal("020-2", world.OnlyRelation()["Telefoon"]);
    }

    [Theory]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.CommitLater)]
    [InlineData(FaultKind.ConnectionReset)]
    [InlineData(FaultKind.NoMutationNumber)]
    public async Task Half_made_relation_blocks_no_later_invoice(FaultKind kind)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "AddRelatie", Delay = TimeSpan.FromSeconds(100) });

        await host.SendAsync(Created("rel-1", 0, "Bakkerij De Korenbloem", new JsonObject { ["code"] = "K100", ["phone"] = "020-1" }));
        await host.SendAsync(Events.Invoice("1"));
        await world.PassMinutesAsync(host, 12);

        Assert.Equal(("K100", "020-1"), (world.OnlyRelation().Code, world.OnlyRelation()["Telefoon"]));
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal("current", (await host.RelationAsync("rel-1"))!["state"]!.GetValue<string>());
        Assert.Empty(await host.DueRowsAsync());
    }
}
