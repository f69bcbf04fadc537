using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.EndToEnd.Tests.Relations;

/// <summary>What the books can't hold as Perfectview has it is cut or left out by rule, and told.</summary>
public sealed class NotCarriedOverTests
{
    [Fact]
    public async Task What_is_cut_or_left_out_is_told_and_the_rest_stands_in_the_books()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var name = new string('x', 120);

        var reply = await host.SendAsync(Created("r-1", 0, name, new JsonObject
        {
            ["iban"] = "NL92 ABNA 0417 1643 00",
            ["chamberOfCommerceNumber"] = "1234567",
            ["vatNumber"] = "BE0123456789",
            ["email"] = "eerste@korenbloem.example; tweede@korenbloem.example",
            ["contactPerson"] = "A.\u0007 Bakker",
            ["phone"] = "020-1",
        }));

        Assert.Equal((200, "updated"), (reply.Status, reply.Outcome));
        var booked = world.OnlyRelation();
        Assert.Equal(
            (name[..100], "", "", "", "eerste@korenbloem.example", "020-1"),
            (booked.Name, booked["IBAN"], booked["KvkNummer"], booked["BTWNummer"], booked["Email"], booked["Telefoon"]));
        Assert.DoesNotContain('\u0007', booked["Contactpersoon"]);
        var told = (await host.RelationAsync("r-1"))!["notCarriedOver"]!.AsArray();
        Assert.Equal(
            ["chamberOfCommerceNumber", "contactPerson", "email", "iban", "name", "vatNumber"],
            told.Select(note => note!["field"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(told, note => Assert.NotEqual("", note!["nl"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Value_that_can_not_be_used_leaves_the_one_before_in_place_whatever_the_order()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["iban"] = "NL91ABNA0417164300" }));

        Assert.Equal("updated", (await host.SendAsync(Updated("r-1", 1, new JsonObject { ["iban"] = "NL00" }))).Outcome);

        Assert.Equal("NL91ABNA0417164300", world.OnlyRelation()["IBAN"]);
        Assert.Equal("NL00", Assert.Single((await host.RelationAsync("r-1"))!["notCarriedOver"]!.AsArray())!["sent"]!.GetValue<string>());

        await host.SendAsync(Updated("r-1", 2, new JsonObject { ["iban"] = null }));
        Assert.Equal("", world.OnlyRelation()["IBAN"]);
        Assert.Null((await host.RelationAsync("r-1"))!["notCarriedOver"]);
    }

    [Fact]
    public async Task What_an_invoice_cuts_of_its_debtor_is_told_too()
    {
        var (world, host) = await StartAsync(settings: World.Settings);
        await using var _ = world;
        var sent = Events.Invoice("1");
        sent["data"]!["relation"]!["name"] = new string('x', 120);

        Assert.Equal("booked", (await host.SendAsync(sent)).Outcome);

        var told = Assert.Single((await host.RelationAsync("rel-1"))!["notCarriedOver"]!.AsArray());
        Assert.Equal("name", told!["field"]!.GetValue<string>());
    }
}
