using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Endpoints.Relations;

/// <summary>The relations of a tenant in pages.</summary>
public sealed class RelationListTests
{
    private const string List = "/api/tenants/demo/relations";

    [Fact]
    public async Task Relations_come_by_id_in_pages_that_say_where_the_next_one_is()
    {
        await using var scene = await KestrelScene.StartAsync();
        var (demo, other) = (await scene.TenantAsync(), await scene.TenantAsync("other"));
        foreach (var id in new[] { "b/2", "a", "c", "b 1", "d" })
        {
            await scene.PlantAsync(demo, PlantedRelations.Named(id));
        }

        await scene.PlantAsync(other, PlantedRelations.Named("strange"));

        var pages = await PagesAsync(scene, List + "?limit=2");

        Assert.Equal([2, 2, 1], pages.Select(page => page.Count));
        Assert.Equal(["a", "b 1", "b/2", "c", "d"], pages.SelectMany(Ids).Order(StringComparer.Ordinal));
        Assert.Equal(5, (await scene.GetAsync(List)).Json["relations"]!.AsArray().Count);
    }

    [Fact]
    public async Task Held_ones_alone_are_listed_where_that_is_asked_on_every_page()
    {
        await using var scene = await KestrelScene.StartAsync();
        var demo = await scene.TenantAsync();
        foreach (var id in new[] { "h1", "h2", "h3" })
        {
            await scene.PlantDoubtfulAsync(demo, id);
            await scene.PlantAsync(demo, PlantedRelations.Named("x" + id));
        }

        var pages = await PagesAsync(scene, List + "?held=true&limit=2");

        Assert.Equal(["h1", "h2", "h3"], pages.SelectMany(Ids));
        Assert.Equal([2, 1], pages.Select(page => page.Count));
    }

    [Theory]
    [InlineData("held=false", "held")]
    [InlineData("held=", "held")]
    [InlineData("held", "held")]
    [InlineData("held=True", "held")]
    [InlineData("held=true&held=true", "held")]
    [InlineData("limit=0", "limit")]
    [InlineData("held=true&after=a%2Fb", "after")]
    public async Task Question_that_is_none_is_refused_by_the_name_of_its_part(string query, string named)
    {
        await using var scene = await KestrelScene.StartAsync();

        var answer = await scene.GetAsync($"{List}?{query}");

        Assert.Equal(400, answer.Status);
        Assert.Contains(named, (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_counts_what_one_relation_tells_in_full()
    {
        await using var scene = await KestrelScene.StartAsync();
        var demo = await scene.TenantAsync();
        var note = new FieldNote(RelationField.Iban, "NL00", null, NoteReason.NotAnIban);
        var lost = new Overwritten(RelationField.Phone, "010", "020", PlantedRelations.Then);
        await scene.PlantAsync(demo, PlantedRelations.Named("r").With(demo, new DebtorLink.Linked(7, "10001", PlantedRelations.Then)
        {
            Notes = [note], Overwritten = [lost, lost with { Old = "011" }],
        }));

        var listed = (await scene.GetAsync(List)).Json["relations"]![0]!.AsObject();
        var one = (await scene.GetAsync(List + "/r")).Json.AsObject();

        Assert.Equal((1, 2), ((int)listed["notCarriedOverCount"]!, (int)listed["overwrittenCount"]!));
        Assert.False(listed.ContainsKey("notCarriedOver") || listed.ContainsKey("overwritten"));
        Assert.Equal("iban", (string)one["notCarriedOver"]!.AsArray().Single()!["field"]!);
        Assert.Equal(["010", "011"], one["overwritten"]!.AsArray().Select(each => (string)each!["old"]!));
        one.Remove("notCarriedOver");
        one.Remove("overwritten");
        Assert.Equal(one.ToJsonString(), listed.ToJsonString());
    }

    [Fact]
    public async Task Tenant_without_relations_has_an_empty_list()
    {
        await using var scene = await KestrelScene.StartAsync();

        var answer = await scene.GetAsync(List + "?held=true");

        Assert.Equal((200, """{"relations":[]}"""), (answer.Status, answer.Body));
    }

    private static IEnumerable<string> Ids(JsonArray page) => page.Select(relation => (string)relation!["id"]!);

    private static async Task<IReadOnlyList<JsonArray>> PagesAsync(KestrelScene scene, string? next)
    {
        var pages = new List<JsonArray>();
        while (next is not null)
        {
            var answer = await scene.GetAsync(next);
            Assert.Equal(200, answer.Status);
            pages.Add(answer.Json["relations"]!.AsArray());
            next = (string?)answer.Json["next"];
        }

        return pages;
    }
}
