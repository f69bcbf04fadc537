using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.EndToEnd.Tests.Relations;

/// <summary>A person stands in the books as the tenant wants it, and follows when that changes; an organisation never does.</summary>
public sealed class NameFormatTests
{
    [Theory]
    [InlineData(PersonNameFormat.LastOnly, "van der Berg")]
    [InlineData(PersonNameFormat.FirstAndLast, "Sanne van der Berg")]
    [InlineData(PersonNameFormat.InitialsAndLast, "S.J. van der Berg")]
    [InlineData(PersonNameFormat.LastThenFirst, "Berg, Sanne van der")]
    public async Task Person_stands_in_the_books_in_the_format_of_the_tenant(PersonNameFormat format, string expected)
    {
        var (world, host) = await StartAsync(settings: RelationEvents.Settings with { PersonNames = format });
        await using var _ = world;

        await host.SendAsync(RelationEvents.Event("created", "r-1", 0, new JsonObject
        {
            ["type"] = "person", ["initials"] = "S.J.", ["firstName"] = "Sanne", ["middleName"] = "van der", ["lastName"] = "Berg", ["gender"] = "v",
        }));

        Assert.Equal((expected, "P", "v"), (world.OnlyRelation().Name, world.OnlyRelation()["BP"], world.OnlyRelation()["Geslacht"]));
    }

    [Fact]
    public async Task Another_format_is_taken_over_with_the_next_change()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(RelationEvents.Event(
            "created", "r-1", 0, new JsonObject { ["type"] = "person", ["firstName"] = "Sanne", ["middleName"] = "van der", ["lastName"] = "Berg" }));
        await host.ChangeSettingsAsync(settings => settings["personNames"] = "LastThenFirst");

        await host.SendAsync(Updated("r-1", 1, new JsonObject { ["phone"] = "020-1" }));

        Assert.Equal(("Berg, Sanne van der", "020-1"), (world.OnlyRelation().Name, world.OnlyRelation()["Telefoon"]));
    }

    [Fact]
    public async Task Part_of_a_name_that_changes_changes_the_name()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(RelationEvents.Event(
            "created", "r-1", 0, new JsonObject { ["type"] = "person", ["firstName"] = "Sanne", ["lastName"] = "Berg" }));

        await host.SendAsync(Updated("r-1", 1, new JsonObject { ["middleName"] = "van den" }));

        Assert.Equal("Sanne van den Berg", world.OnlyRelation().Name);
    }
}
