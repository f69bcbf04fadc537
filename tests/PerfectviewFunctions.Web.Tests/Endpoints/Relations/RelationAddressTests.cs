using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Endpoints.Relations;

/// <summary>A relation is found by whatever id it has, at the end of an address and within it.</summary>
public sealed class RelationAddressTests
{
    public static TheoryData<string, string> Ids { get; } = new()
    {
        { "5f0c2c5e-4d8f-4a52-9a52-3c6e6f1b2a01", "5f0c2c5e-4d8f-4a52-9a52-3c6e6f1b2a01" },
        { "a/b", "a%2Fb" },
        { "a/b", "a%2fb" },
        { "a/b", "a%252Fb" },
        { "a%2Fb", "a%252Fb" },
        { "/", "%2F" },
        { "a/", "a%2F" },
        { "//link", "%2F%2Flink" },
        { "a/retry", "a%2Fretry" },
        { "link", "link" },
        { "100%", "100%25" },
        { "5%41", "5%2541" },
        { "a b+c", "a%20b+c" },
        { "é株😀", "%C3%A9%E6%A0%AA%F0%9F%98%80" },
        { "a?b#c&d=e", "a%3Fb%23c%26d%3De" },
        { "a/../b", "a%2F..%2Fb" },
        { new string('x', 64), new string('x', 64) },
    };

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Relation_is_found_by_whatever_id_it_has(string id, string escaped)
    {
        await using var scene = await KestrelScene.StartAsync();
        await scene.PlantDoubtfulAsync(await scene.TenantAsync(), id);

        var found = await scene.GetAsync($"/api/tenants/demo/relations/{escaped}");
        var tried = await scene.PostAsync($"/api/tenants/demo/relations/{escaped}/retry");
        var chosen = await scene.PostAsync($"/api/tenants/demo/relations/{escaped}/link", """{"code":"10001"}""");

        Assert.Equal((200, id), (found.Status, (string)found.Json["id"]!));
        Assert.Equal((200, id), (tried.Status, (string)tried.Json["relation"]!["id"]!));
        Assert.Equal((200, id), (chosen.Status, (string)chosen.Json["relation"]!["id"]!));
    }

    [Fact]
    public async Task Ids_that_look_alike_in_an_address_are_told_apart()
    {
        await using var scene = await KestrelScene.StartAsync();
        var demo = await scene.TenantAsync();
        string[] ids = ["a/b", "a%2Fb", "a%252Fb", "a b", "a+b", "A/B"];
        foreach (var id in ids)
        {
            await scene.PlantDoubtfulAsync(demo, id);
        }

        foreach (var id in ids)
        {
            var address = $"/api/tenants/demo/relations/{Uri.EscapeDataString(id)}";
            Assert.Equal(id, (string)(await scene.GetAsync(address)).Json["id"]!);
            Assert.Equal(id, (string)(await scene.PostAsync(address + "/link", """{"create":true}""")).Json["relation"]!["id"]!);
        }
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("A%2FB")]
    [InlineData("x%00")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task Relation_that_is_not_there_is_not_found(string escaped)
    {
        await using var scene = await KestrelScene.StartAsync();
        await scene.PlantDoubtfulAsync(await scene.TenantAsync(), "a/b");
        var address = $"/api/tenants/demo/relations/{escaped}";

        Called[] answers =
        [
            await scene.GetAsync(address), await scene.PostAsync(address + "/retry"), await scene.PostAsync(address + "/link", """{"create":true}"""),
        ];

        // Kestrel itself refuses an address with a NUL.
        Assert.All(answers, answer => Assert.Equal(escaped.EndsWith("%00", StringComparison.Ordinal) ? 400 : 404, answer.Status));
    }
}
