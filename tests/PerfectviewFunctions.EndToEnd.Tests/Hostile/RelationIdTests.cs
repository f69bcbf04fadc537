using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>A relation is found by its id, whatever characters that has, and no other is.</summary>
public sealed class RelationIdTests
{
    private static readonly string[] Ids =
    [
        "/", "//", "a/b", "a%2Fb", "a%252Fb", "A%2fB", "%", "%00", "%zz", "a?b#c", "a\\b", "a b", "a+b", "~", "~7E", "~~r-1", "...", "../x", "a;b=c", "a:b", "a&b",
        "\"", "<x>", "o'x", "{id}", "*", "$", "link", "retry", "held", "relations", "K", "k", "é", "e\u0301", "İ", "ß", "日本", "😀", "\u202Eabc", "a\u2028b",
        "\u00AD", new('x', 64), new('ж', 64), new('~', 64), new string('~', 63) + "!",
    ];

    [Fact]
    public async Task Relations_with_odd_ids_are_told_apart_listed_and_each_found_by_its_own()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var sent = Ids.Select((id, at) => Numbered(Created(id, 0, Name(at)), at)).ToArray();

        var reply = await host.SendAsync(new JsonArray(sent));

        Assert.All(reply.Results, result => Assert.Equal("updated", result!["outcome"]!.GetValue<string>()));
        Assert.Equal(Ids.Length, world.Books.Relations.Count);
        foreach (var (at, id) in Ids.Index())
        {
            var found = await host.RelationAsync(id);
            Assert.Equal((id, Name(at)), (found?["id"]!.GetValue<string>(), found?["name"]!.GetValue<string>()));
        }

        var listed = new List<string>();
        for (var page = "?limit=7"; page is not null;)
        {
            var read = await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/relations" + page);
            Assert.True(read.Status == 200, read.Body);
            listed.AddRange(read.Json["relations"]!.AsArray().Select(one => one!["id"]!.GetValue<string>()));
            page = read.Json["next"]?.GetValue<string>()["/api/tenants/demo/relations".Length..];
        }

        Assert.Equal(Ids.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Held_relation_with_an_odd_id_is_chosen_for_by_its_own()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        foreach (var (at, id) in Ids.Index())
        {
            world.Books.AddRelation("K" + Name(at)[6..], "Iemand anders");
            Assert.Equal("needs-attention", (await host.SendAsync(Numbered(Created(id, 0, Name(at), new JsonObject { ["code"] = "K" + Name(at)[6..] }), at))).Outcome);
            world.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        foreach (var (at, id) in Ids.Index())
        {
            var retried = await host.ApiAsync(HttpMethod.Post, $"/api/tenants/demo/relations/{Uri.EscapeDataString(id)}/retry");
            Assert.Equal((200, id), (retried.Status, retried.Json["relation"]!["id"]!.GetValue<string>()));
            var chosen = await host.ChooseAsync(id, "K" + Name(at)[6..]);
            Assert.Equal((200, id), (chosen.Status, chosen.Json["relation"]!["id"]!.GetValue<string>()));
            Assert.Equal(at + 1, world.Books.Relations.Count(relation => relation.Name != "Iemand anders"));
        }
    }

    private static string Name(int at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Firma {at:D3}");

    private static JsonObject Numbered(JsonObject sent, int at)
    {
        sent["id"] = "evt-" + Name(at)[6..];
        return sent;
    }
}
