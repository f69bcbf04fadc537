using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Debtors;

/// <summary>A person stands in the books under the name that the tenant wants, and is known again under any.</summary>
public sealed class PersonNameTests
{
    public static TheoryData<PersonNameFormat, string> Formats => new()
    {
        { PersonNameFormat.FirstAndLast, "Sanne van der Berg" },
        { PersonNameFormat.LastOnly, "van der Berg" },
        { PersonNameFormat.InitialsAndLast, "S.J. van der Berg" },
        { PersonNameFormat.LastThenFirst, "Berg, Sanne van der" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Person_is_made_and_described_as_the_tenant_wants(PersonNameFormat format, string expected)
    {
        var (world, host) = await World.StartAsync(settings: World.Settings with { PersonNames = format });
        await using var _ = world;

        Assert.Equal("booked", (await host.SendAsync(Invoice("1"))).Outcome);

        Assert.Equal((expected, true), (Assert.Single(world.Books.Relations).Name, world.Books.Relations.Single().IsPerson));
        Assert.Equal($"1 {expected}", Assert.Single(world.Books.Mutations).Description);
        Assert.Equal("Sanne van der Berg", (await host.InvoiceAsync("1"))!["debtor"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Person_in_the_books_under_any_format_is_known_by_code_name_and_postcode(PersonNameFormat format, string known)
    {
        var other = format == PersonNameFormat.FirstAndLast ? PersonNameFormat.LastThenFirst : PersonNameFormat.FirstAndLast;
        var (world, host) = await World.StartAsync(settings: World.Settings with { PersonNames = other });
        await using var _ = world;
        world.Books.AddRelation("P7", known, new Dictionary<string, string> { ["Postcode"] = "1234AB" });

        Assert.Equal("booked", (await host.SendAsync(Invoice("1"))).Outcome);

        Assert.Single(world.Books.Relations);
        Assert.Equal("P7", Assert.Single(world.Books.Mutations).RelationCode);
    }

    [Fact]
    public async Task Linked_person_stays_the_same_relation_when_the_choice_changes()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Invoice("1"));

        await host.ChangeSettingsAsync(settings => settings["personNames"] = nameof(PersonNameFormat.LastThenFirst));
        Assert.Equal("booked", (await host.SendAsync(Invoice("2"))).Outcome);

        Assert.Single(world.Books.Relations);
        Assert.Equal("2 Berg, Sanne van der", world.Books.Mutations.Single(mutation => mutation.InvoiceNumber == "2").Description);
    }

    /// <summary>The name that was sent, not the one that would be sent now, tells whether the relation is ours.</summary>
    [Fact]
    public async Task Person_whose_making_was_not_answered_is_found_by_the_name_as_sent()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.CommitLater) { Operation = "AddRelatie", Delay = TimeSpan.FromSeconds(100) });
        await host.SendAsync(Invoice("1"));
        await host.ChangeSettingsAsync(settings => settings["personNames"] = nameof(PersonNameFormat.LastOnly));

        await world.PassMinutesAsync(host, 6);

        Assert.Equal("Sanne van der Berg", Assert.Single(world.Books.Relations).Name);
        Assert.Equal("booked", await host.StateAsync("1"));
    }

    private static JsonObject Invoice(string number)
    {
        var person = Events.Debtor("rel-7", "", "P7");
        person.Remove("name");
        person["type"] = "person";
        person["initials"] = "sj";
        person["firstName"] = "Sanne";
        person["middleName"] = "van der";
        person["lastName"] = "Berg";
        return Events.Invoice(number).For(person);
    }
}
