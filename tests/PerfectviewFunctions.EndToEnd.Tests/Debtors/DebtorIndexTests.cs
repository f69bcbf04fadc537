using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Debtors;

/// <summary>All relations are read in one call that serves ten minutes.</summary>
public sealed class DebtorIndexTests
{
    [SoapFact]
    public async Task Relations_are_read_once_in_ten_minutes_however_many_debtors_are_new()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var calls = world.Sandbox.Books.Calls;

        for (var i = 0; i < 9; i++)
        {
            Assert.Equal("booked", (await host.SendAsync(For(i))).Outcome);
            world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal((1, 9, 9), (calls.Count("GetRelaties"), calls.Count("AddRelatie"), calls.Count("AddMutatie")));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.SendAsync(For(9));
        Assert.Equal(2, calls.Count("GetRelaties"));
    }

    [Fact]
    public async Task Debtor_just_made_is_known_to_the_next_invoice_of_another_relation_id_without_another_read()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));

        // The same company, entered in Perfectview a second time: code, name and postcode agree.
        var reply = await host.SendAsync(Events.Invoice("2").For(Events.Debtor("rel-1b", "Bakkerij De Korenbloem", "K100")));

        Assert.Equal("booked", reply.Outcome);
        Assert.Single(world.Books.Relations);
        Assert.Equal(
            ApiChoice.Said<IEnumerable<string>>(
                ["GetRelaties", "AddRelatie", "AddMutatie", "AddMutatie"], ["GetRelaties", "AddRelatie", "AddMutatie", "GetRelaties", "AddMutatie"]),
            world.Sandbox.Books.Calls.Steps());
    }

    [Fact]
    public async Task Two_invoices_of_one_new_debtor_in_one_request_make_one_relation()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await host.SendAsync(new JsonArray(Events.Invoice("1"), Events.Invoice("2")));

        Assert.All(reply.Results, result => Assert.Equal("booked", result!["outcome"]!.GetValue<string>()));
        Assert.Single(world.Books.Relations);
        Assert.Equal(
            ["GetRelaties", "AddRelatie", "AddMutatie", "AddMutatie"], world.Sandbox.Books.Calls.Steps());
    }

    [Theory]
    [InlineData(EmptyListForm.EmptyElement)]
    [InlineData(EmptyListForm.Absent)]
    public async Task Administration_without_any_relation_is_read_as_such(EmptyListForm form)
    {
        var (world, host) = await World.StartAsync(new SandboxSwitches { EmptyLists = form });
        await using var _ = world;

        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"))).Outcome);
        Assert.Single(world.Books.Relations);
    }

    private static JsonObject For(int i) => Events.Invoice($"{i}").For(Events.Debtor($"rel-{i}", $"Klant {i}", $"K{i}"));
}
