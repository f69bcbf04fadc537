using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Access;

/// <summary>The endpoints by which operators say who may do what.</summary>
public sealed class PeopleApiTests
{
    private const string People = "/api/tenants/demo/people";

    [Fact]
    public async Task Role_is_given_changed_listed_and_taken()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var address = $"{People}/{AccessWorld.Anna}";

        var given = await host.ApiAsync(HttpMethod.Put, address, new JsonObject { ["role"] = "viewer", ["name"] = " Anna " });
        var changed = await host.ApiAsync(HttpMethod.Put, address, new JsonObject { ["role"] = "bookkeeper" });
        var listed = await host.ApiAsync(HttpMethod.Get, People);
        var taken = await host.ApiAsync(HttpMethod.Delete, address);
        var again = await host.ApiAsync(HttpMethod.Delete, address);
        var empty = await host.ApiAsync(HttpMethod.Get, People);

        Assert.Equal(
            $$"""{"person":"{{AccessWorld.Anna}}","name":"Anna","role":"viewer","grantedBy":"operator","grantedAt":"2026-03-02T09:00:00+00:00"}""", given.Body);
        Assert.Equal(
            $$"""{"person":"{{AccessWorld.Anna}}","role":"bookkeeper","grantedBy":"operator","grantedAt":"2026-03-02T09:00:00+00:00"}""", changed.Body);
        Assert.Equal($$"""{"people":[{{changed.Body}}]}""", listed.Body);
        Assert.Equal((204, 204, """{"people":[]}"""), (taken.Status, again.Status, empty.Body));
    }

    [Fact]
    public async Task Operator_is_named_listed_and_taken_even_the_last()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var address = $"/api/operators/{AccessWorld.Anna}";

        var named = await host.ApiAsync(HttpMethod.Put, address, new JsonObject { ["name"] = "Anna" });
        var listed = await host.ApiAsync(HttpMethod.Get, "/api/operators");
        var taken = await host.ApiAsync(HttpMethod.Delete, address);
        var empty = await host.ApiAsync(HttpMethod.Get, "/api/operators");

        Assert.Equal(
            $$"""{"person":"{{AccessWorld.Anna}}","name":"Anna","grantedBy":"operator","grantedAt":"2026-03-02T09:00:00+00:00"}""", named.Body);
        Assert.Equal($$"""{"operators":[{{named.Body}}]}""", listed.Body);
        Assert.Equal((204, """{"operators":[]}"""), (taken.Status, empty.Body));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("PUT", "/" + AccessWorld.Anna)]
    [InlineData("DELETE", "/" + AccessWorld.Anna)]
    public async Task Unknown_tenant_is_not_found(string method, string path)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var answer = await host.ApiAsync(
            new HttpMethod(method), "/api/tenants/never/people" + path, method == "PUT" ? new JsonObject { ["role"] = "viewer" } : null);

        Assert.Equal(404, answer.Status);
    }

    [Theory]
    [InlineData("anna", """{"role":"viewer"}""", 422, "/person")]
    [InlineData("6B1F0A5E-0D5C-4D8F-9A52-000000000001", """{"role":"viewer"}""", 422, "/person")]
    [InlineData(AccessWorld.Anna, """{"role":"boss"}""", 422, "/role")]
    [InlineData(AccessWorld.Anna, """{"role":"Viewer"}""", 422, "/role")]
    [InlineData(AccessWorld.Anna, """{}""", 422, "/role")]
    [InlineData(AccessWorld.Anna, """{"role":"viewer","name":"a\nb"}""", 422, "/name")]
    [InlineData("anna", """{"role":"boss","name":"a\nb"}""", 422, "/person /role /name")]
    [InlineData(AccessWorld.Anna, """{"role":"viewer","nmae":"Anna"}""", 400, "")]
    [InlineData(AccessWorld.Anna, """{"role":5}""", 400, "")]
    public async Task What_makes_no_sense_is_named_by_its_field(string person, string body, int status, string pointers)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var answer = await host.ApiAsync(HttpMethod.Put, $"{People}/{person}", JsonNode.Parse(body));

        Assert.Equal((status, pointers), (answer.Status, string.Join(' ', answer.Pointers)));
        Assert.Equal("""{"people":[]}""", (await host.ApiAsync(HttpMethod.Get, People)).Body);
    }

    [Theory]
    [InlineData("DELETE", "/api/tenants/demo/people/anna")]
    [InlineData("DELETE", "/api/operators/anna")]
    [InlineData("PUT", "/api/operators/anna")]
    public async Task Id_that_is_none_is_refused(string method, string address)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var answer = await host.ApiAsync(new HttpMethod(method), address, method == "PUT" ? new JsonObject() : null);

        Assert.Equal((422, "/person"), (answer.Status, string.Join(' ', answer.Pointers)));
    }
}
