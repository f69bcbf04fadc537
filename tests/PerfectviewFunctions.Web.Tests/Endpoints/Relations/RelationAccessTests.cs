using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Endpoints.Relations;

/// <summary>Who may look at relations, and who may act on them.</summary>
public sealed class RelationAccessTests
{
    private const string Person = """{"lastName":"Berg"}""";
    private const string Choice = """{"code":"10001"}""";

    /// <summary>The method, what comes after the tenant, and the body.</summary>
    public static TheoryData<string, string, string?> Looks { get; } = new()
    {
        { "GET", "relations", null },
        { "GET", "relations?held=true", null },
        { "GET", "relations/rel-1", null },
        { "POST", "name-preview", Person },
    };

    public static TheoryData<string, string, string?> Acts { get; } = new()
    {
        { "POST", "relations/rel-1/retry", null },
        { "POST", "relations/rel-1/link", Choice },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Viewer_looks_and_so_does_a_bookkeeper(string method, string path, string? body)
    {
        await using var scene = await StartAsync();

        Assert.Equal(200, (await CallAsync(scene, method, "demo", path, body, Scene.Bram)).Status);
        Assert.Equal(200, (await CallAsync(scene, method, "demo", path, body, Scene.Anna)).Status);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Bookkeeper_acts_and_a_viewer_does_not(string method, string path, string? body)
    {
        await using var scene = await StartAsync();

        Assert.Equal(403, (await CallAsync(scene, method, "demo", path, body, Scene.Bram)).Status);
        Assert.Equal("doubtful", await LinkStateAsync(scene, "demo"));
        Assert.Equal(200, (await CallAsync(scene, method, "demo", path, body, Scene.Anna)).Status);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    [MemberData(nameof(Acts))]
    public async Task Somebody_elses_tenant_is_one_that_is_not_there(string method, string path, string? body)
    {
        await using var scene = await StartAsync();
        var answers = new List<Called>();

        foreach (var tenant in new[] { "other", "never", "No-Name" })
        {
            answers.Add(await CallAsync(scene, method, tenant, path, body, Scene.Bram));
            answers.Add(await CallAsync(scene, method, tenant, path, body, Scene.Anna));
        }

        Assert.Equal(404, Assert.Single(answers.Distinct()).Status);
        await scene.GrantAnnaAsync("other");
        Assert.Equal("doubtful", await LinkStateAsync(scene, "other"));
    }

    private static async Task<string?> LinkStateAsync(KestrelScene scene, string tenant) =>
        (string?)(await scene.GetAsync($"/api/tenants/{tenant}/relations/rel-1")).Json["link"]!["state"];

    private static async Task<KestrelScene> StartAsync()
    {
        var scene = await KestrelScene.StartAsync();
        foreach (var tenant in new[] { "demo", "other" })
        {
            await scene.PlantDoubtfulAsync(await scene.TenantAsync(tenant), "rel-1");
        }

        return scene;
    }

    private static Task<Called> CallAsync(KestrelScene scene, string method, string tenant, string path, string? body, PersonId by)
    {
        var address = $"/api/tenants/{tenant}/{path}";
        return method == "GET" ? scene.GetAsync(address, by) : scene.PostAsync(address, body, by);
    }
}
