using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Access;

/// <summary>Who sees and settles the relations of a tenant.</summary>
public sealed class RelationAccessTests
{
    private const string Relation = "/api/tenants/demo/relations/r-1";

    public static TheoryData<string, string> Addresses { get; } = new()
    {
        { "GET", "relations" }, { "GET", "relations?held=true" }, { "GET", "relations/r-1" },
        { "POST", "relations/r-1/link" }, { "POST", "relations/r-1/retry" }, { "POST", "name-preview" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Relations_of_others_of_retired_tenants_and_of_none_are_one_and_the_same(string method, string path)
    {
        await using var scene = await StartAsync();
        var dump = StoreDump.Of(scene.World);
        var seen = new HashSet<Seen>();

        foreach (var tenant in new[] { "other", "gone", "never", "No-Name", "due" })
        {
            foreach (var person in new[] { AccessWorld.Anna, AccessWorld.Bram })
            {
                seen.Add(await scene.CallAsync(person, new HttpMethod(method), $"/api/tenants/{tenant}/{path}", BodyOf(path)));
            }
        }

        seen.Add(await scene.CallAsync(AccessWorld.Stranger, new HttpMethod(method), $"/api/tenants/demo/{path}", BodyOf(path)));
        Assert.Equal(404, Assert.Single(seen).Status);
        Assert.Equal(dump, StoreDump.Of(scene.World));
    }

    [Fact]
    public async Task Relation_that_only_another_tenant_has_is_none_for_an_operator_too()
    {
        await using var scene = await StartAsync();

        foreach (var (method, path) in new[] { ("GET", ""), ("POST", "/link"), ("POST", "/retry") })
        {
            var seen = await scene.CallAsync(
                AccessWorld.Chris, new HttpMethod(method), "/api/tenants/demo/relations/r-2" + path, path == "/link" ? BodyOf(path) : null);

            Assert.Equal(404, seen.Status);
        }

        Assert.Equal(200, (await scene.CallAsync(AccessWorld.Chris, HttpMethod.Get, "/api/tenants/other/relations/r-2")).Status);
    }

    [Theory]
    [InlineData("/link")]
    [InlineData("/retry")]
    public async Task Viewer_sees_a_held_relation_and_a_bookkeeper_settles_it(string action)
    {
        await using var scene = await StartAsync();
        var (dump, calls) = (StoreDump.Of(scene.World), scene.World.Sandbox.Books.Calls.Total);

        var refused = await scene.CallAsync(AccessWorld.Bram, HttpMethod.Post, Relation + action, BodyOf(action));

        Assert.Equal(403, refused.Status);
        Assert.Equal(calls, scene.World.Sandbox.Books.Calls.Total);
        Assert.Equal(dump, StoreDump.Of(scene.World));
        var seen = await scene.CallAsync(AccessWorld.Bram, HttpMethod.Get, Relation);
        Assert.Equal((200, "needs-attention"), (seen.Status, seen.Json["state"]!.GetValue<string>()));

        Assert.Equal(200, (await scene.CallAsync(AccessWorld.Anna, HttpMethod.Post, Relation + action, BodyOf(action))).Status);
        var rows = await scene.Host.RowsAsync(Partition.Of(TenantId.Parse("demo")), "history:");
        Assert.Contains(rows, row => row.Values.Text("by") == $"Person 1 ({AccessWorld.Anna})");
    }

    [Theory]
    [InlineData("/link")]
    [InlineData("/retry")]
    public async Task Choice_that_another_site_asks_for_is_refused(string action)
    {
        await using var scene = await StartAsync();

        var refused = await scene.CallAsync(AccessWorld.Anna, HttpMethod.Post, Relation + action, BodyOf(action), ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(403, refused.Status);
        Assert.Equal("needs-attention", (await scene.Host.RelationAsync("r-1"))!["state"]!.GetValue<string>());
    }

    /// <summary>Relation r-1 of demo is held back; r-2 is that of other alone.</summary>
    private static async Task<AccessWorld> StartAsync()
    {
        var scene = await AccessWorld.StartAsync();
        foreach (var tenant in new[] { "demo", "other" })
        {
            var settings = $"/api/tenants/{tenant}/settings";
            var read = await scene.Host.ApiAsync(HttpMethod.Get, settings);
            Assert.Equal(200, (await scene.Host.ApiAsync(HttpMethod.Patch, settings, new JsonObject { ["relationsOn"] = true }, read.ETag)).Status);
        }

        scene.World.Books.AddRelation("K1", "Iemand anders");
        var held = await scene.Host.SendAsync(RelationEvents.Created("r-1", 0, "Korenbloem", new JsonObject { ["code"] = "K1" }));
        Assert.Equal("needs-attention", held.Outcome);
        Assert.Equal("updated", (await scene.Host.SendAsync(RelationEvents.Created("r-2", 0, "Andere zaak"), "other")).Outcome);
        return scene;
    }

    private static JsonObject? BodyOf(string path) => path switch
    {
        _ when path.EndsWith("link", StringComparison.Ordinal) => new JsonObject { ["code"] = "K1" },
        "name-preview" => new JsonObject { ["lastName"] = "Berg" },
        _ => null,
    };
}
