using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.EndToEnd.Tests.Relations;

/// <summary>A relation that somebody deleted or renamed in the books is found again or made anew, never an endless error.</summary>
public sealed class VanishedTests
{
    /// <summary>The books know no such relation.</summary>
    private static readonly string Unknown = ApiChoice.Said("CMUT017", "MUT_013");

    [Fact]
    public async Task Change_of_a_relation_that_was_deleted_in_the_books_makes_it_anew()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["code"] = "K100", ["phone"] = "020-1" }));
        world.Books.DeleteRelation(world.OnlyRelation().Id);
        world.Sandbox.Books.Calls.Clear();

        var reply = await host.SendAsync(Updated("r-1", 1, new JsonObject { ["email"] = "a@korenbloem.example" }));

        Assert.Equal((200, "updated"), (reply.Status, reply.Outcome));
        Assert.Equal(ApiChoice.Said("GetRelaties GetRelaties AddRelatie", "GetRelaties AddRelatie"), world.CallsAboutBooks());
        var booked = world.OnlyRelation();
        Assert.Equal(
            ("K100", "Korenbloem", "020-1", "a@korenbloem.example"), (booked.Code, booked.Name, booked["Telefoon"], booked["Email"]));
    }

    [Fact]
    public async Task Change_of_a_relation_that_somebody_made_again_goes_to_that_one()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["chamberOfCommerceNumber"] = "12345678", ["vatNumber"] = "NL001234567B01" }));
        world.Books.DeleteRelation(world.OnlyRelation().Id);
        var again = world.Books.AddRelation("NIEUW", "Korenbloem", new Dictionary<string, string> { ["BTWNummer"] = "NL001234567B01" });

        await host.SendAsync(Updated("r-1", 1, new JsonObject { ["phone"] = "020-1" }));

        Assert.Equal((again.Id, "NIEUW", "020-1"), (world.OnlyRelation().Id, world.OnlyRelation().Code, world.OnlyRelation()["Telefoon"]));
    }

    [Fact]
    public async Task Invoice_on_a_relation_that_was_deleted_in_the_books_makes_it_anew_and_is_booked()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        world.Books.DeleteRelation(world.OnlyRelation().Id);
        world.Sandbox.Books.Calls.Clear();

        var reply = await host.SendAsync(Events.Invoice("2"));

        Assert.Equal((200, "booked"), (reply.Status, reply.Outcome));
        Assert.Equal("AddMutatie GetRelaties AddRelatie AddMutatie", world.CallsAboutBooks());
        Assert.Equal("K100", world.OnlyRelation().Code);
        Assert.Equal(2, world.Books.Mutations.Count);
    }

    [Fact]
    public async Task Invoice_on_a_relation_that_got_another_code_in_the_books_is_booked_on_that()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        world.Books.ChangeRelation(world.OnlyRelation().Id, new Dictionary<string, string>(), code: "A7");

        var reply = await host.SendAsync(Events.Invoice("2"));

        Assert.Equal((200, "booked"), (reply.Status, reply.Outcome));
        Assert.Equal(["A7", "A7"], world.Books.Mutations.Select(mutation => mutation.RelationCode));
        Assert.Single(world.Books.Relations);
    }

    [Fact]
    public async Task Invoice_refused_for_a_relation_that_stands_there_all_the_same_is_held_back_and_not_tried_for_ever()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        world.Sandbox.Books.Faults.Add(new Sandbox.Fault(Sandbox.FaultKind.Refuse)
        {
            Operation = "AddMutatie", Code = Unknown, Times = Sandbox.Fault.UntilCleared,
        });
        world.Sandbox.Books.Calls.Clear();

        var reply = await host.SendAsync(Events.Invoice("2"));

        Assert.Equal((200, "needs-attention", Unknown), (reply.Status, reply.Outcome, reply.ReasonCode));
        Assert.Equal("AddMutatie GetRelaties AddMutatie", world.CallsAboutBooks());
        Assert.Single(world.Books.Relations);

        world.Sandbox.Books.Faults.Clear();
        var retried = await host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/retry", new JsonObject { ["numbers"] = new JsonArray("2") });
        Assert.True(retried.Status == 200, retried.Body);
        Assert.Equal("booked", await host.StateAsync("2"));
        Assert.Single(world.Books.Relations);
    }

    /// <summary>Each of them was frozen on the code of before; what the first finds out holds for the second too.</summary>
    [Fact]
    public async Task Invoices_that_waited_with_the_old_code_are_all_booked_on_the_new_one()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        world.Sandbox.Books.Faults.Add(new Sandbox.Fault(Sandbox.FaultKind.Throttled) { Operation = "AddMutatie", Times = 2 });
        Assert.Equal("accepted", (await host.SendAsync(Events.Invoice("2"))).Outcome);
        Assert.Equal("accepted", (await host.SendAsync(Events.Invoice("3"))).Outcome);
        world.Books.ChangeRelation(world.OnlyRelation().Id, new Dictionary<string, string>(), code: "A7");

        await world.PassMinutesAsync(host, 5);

        Assert.Equal(("booked", "booked"), (await host.StateAsync("2"), await host.StateAsync("3")));
        Assert.Equal(3, world.Books.Mutations.Count);
        Assert.Single(world.Books.Relations);
    }

    [Fact]
    public async Task Change_that_comes_while_an_invoice_doubts_the_relation_is_not_held_back_for_that()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        world.Sandbox.Books.Faults.Add(new Sandbox.Fault(Sandbox.FaultKind.Refuse)
        {
            Operation = "AddMutatie", Code = Unknown, Times = Sandbox.Fault.UntilCleared,
        });
        world.Sandbox.Books.Faults.Add(new Sandbox.Fault(Sandbox.FaultKind.Throttled) { Operation = "GetRelaties" });
        Assert.Equal("accepted", (await host.SendAsync(Events.Invoice("2"))).Outcome);

        var changed = await host.SendAsync(Updated("rel-1", 1, new JsonObject { ["phone"] = "020-1" }));
        await world.PassMinutesAsync(host, 5);

        Assert.Equal(("updated", "020-1"), (changed.Outcome, world.OnlyRelation()["Telefoon"]));
        Assert.Equal(Unknown, (await host.InvoiceAsync("2"))!["reason"]!["code"]!.GetValue<string>());
        Assert.Single(world.Books.Mutations);
    }

    [Fact]
    public async Task Invoices_that_waited_for_a_relation_that_vanished_and_is_doubtful_now_all_go_with_the_choice()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        world.Sandbox.Books.Faults.Add(new Sandbox.Fault(Sandbox.FaultKind.Throttled) { Operation = "AddMutatie", Times = 2 });
        await host.SendAsync(Events.Invoice("2"));
        await host.SendAsync(Events.Invoice("3"));
        world.Books.DeleteRelation(world.OnlyRelation().Id);
        world.Books.AddRelation("20001", "Bakkerij De Korenbloem", new Dictionary<string, string> { ["Postcode"] = "1234AB" });

        await world.PassMinutesAsync(host, 5);

        foreach (var number in (string[])["2", "3"])
        {
            Assert.Equal("debtor-ambiguous", (await host.InvoiceAsync(number))!["reason"]!["code"]!.GetValue<string>());
        }

        Assert.Equal(200, (await host.ChooseAsync("rel-1", "20001")).Status);
        Assert.Equal(["20001", "20001"], world.Books.Mutations.Skip(1).Select(mutation => mutation.RelationCode));
    }

    [Fact]
    public async Task Doubtful_after_it_vanished_is_left_to_a_person_and_invoices_wait_too()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("rel-1", 0, "Korenbloem", new JsonObject { ["code"] = "K100" }));
        world.Books.DeleteRelation(world.OnlyRelation().Id);
        world.Books.AddRelation("K100", "Iemand Anders");

        var changed = await host.SendAsync(Updated("rel-1", 1, new JsonObject { ["phone"] = "020-1" }));
        var invoiced = await host.SendAsync(Events.Invoice("1"));

        Assert.Equal(("debtor-ambiguous", "debtor-ambiguous"), (changed.ReasonCode, invoiced.ReasonCode));
        Assert.True((await host.ChooseAsync("rel-1", null)).Status == 200);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal("020-1", world.Books.Relations[^1]["Telefoon"]);
        Assert.Equal("Iemand Anders", world.Books.Relations[0].Name);
    }
}
