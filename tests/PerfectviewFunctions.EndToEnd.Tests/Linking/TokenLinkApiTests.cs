using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Access;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Linking;

/// <summary>Linking with a token over the API: what is answered, and what only an operator can say.</summary>
public sealed class TokenLinkApiTests
{
    private const string OtherCode1 = "00000000000000000000000000000000";

    [Fact]
    public async Task Token_links_from_nothing_and_no_answer_repeats_it()
    {
        await using var world = await World.CreateAsync();
        var host = await world.AddHostAsync();
        await host.CreateAsync("demo");
        Assert.Null((await host.TenantAsync())["api"]);

        var test = await host.TestAsync(Token());
        var saved = await host.SaveAsync(Token());
        var again = await host.TestAsync();

        Assert.Equal((200, "first"), (test.Status, test.Json["administration"]!.GetValue<string>()));
        LinkApi.AssertStatus(200, saved);
        Assert.Equal(("linked", "rest"), (saved.Json["tenant"]!["state"]!.GetValue<string>(), saved.Json["tenant"]!["api"]!.GetValue<string>()));
        Assert.Equal((true, "same"), (again.Json["works"]!.GetValue<bool>(), again.Json["administration"]!.GetValue<string>()));
        Assert.Equal("working", LinkApi.ConnectionOf(await host.TenantAsync()));
        Assert.All(new[] { test, saved, again }, reply => Assert.DoesNotContain(SandboxDemo.ApiToken, reply.Body, StringComparison.Ordinal));

        var codes = await host.SaveAsync(LinkApi.Credentials());
        LinkApi.AssertStatus(200, codes);
        Assert.Equal(("soap", "same"), (codes.Json["tenant"]!["api"]!.GetValue<string>(), codes.Json["test"]!["administration"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Token_beside_codes_and_a_refused_token_are_told_and_not_saved()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var before = StoreDump.Of(world);
        var both = LinkApi.Credentials();
        both["token"] = SandboxDemo.ApiToken;

        var chosen = await host.SaveAsync(both);
        var wrong = await host.SaveAsync(new JsonObject { ["token"] = "geheim-geheim" });
        var tested = await host.TestAsync(new JsonObject { ["token"] = SandboxDemo.SecurityCode2 });

        Assert.Equal((422, 422, 200), (chosen.Status, wrong.Status, tested.Status));
        Assert.Equal(["/token"], chosen.Pointers);
        Assert.False(tested.Json["works"]!.GetValue<bool>());
        Assert.Contains(tested.Json["hints"]!.AsArray(), hint => hint!["nl"]!.GetValue<string>().Contains("Beveiligingscode 2", StringComparison.Ordinal));
        Assert.Equal(before, StoreDump.Of(world));
        Assert.All(new[] { chosen, wrong, tested }, reply => Assert.DoesNotContain("geheim", reply.Body, StringComparison.Ordinal));
    }

    /// <summary>The codes were replaced before anybody read the ledger accounts with them.</summary>
    [Fact]
    public async Task Nothing_that_tells_the_administration_is_for_an_operator_to_say()
    {
        await using var access = await AccessWorld.StartAsync();
        var (world, host) = (access.World, access.Host);
        await world.PlantTenantAsync(
            "planted", credentials: DemoTenant.Credentials with { SecurityCode2 = SandboxDemo.SecondSecurityCode2 }, api: BookkeepingApi.Soap);
        LinkApi.AssertStatus(200, await host.ApiAsync(HttpMethod.Put, $"/api/tenants/planted/people/{AccessWorld.Anna}", new JsonObject { ["role"] = "bookkeeper" }));
        world.Sandbox.Books.ChangeSecurityCode1(SandboxDemo.UserName, OtherCode1);
        world.Sandbox.Books.EndSessions();
        var before = await AdministrationAsync(host);

        var asked = await host.SaveAsync(Token(SandboxDemo.SecondApiToken), "planted");
        Assert.Equal((409, "administration-unknown"), (asked.Status, asked.ReasonCode));
        var test = await host.TestAsync(Token(SandboxDemo.SecondApiToken), "planted");
        Assert.Equal("unknown", test.Json["administration"]!.GetValue<string>());

        var byAnna = await access.CallAsync(
            AccessWorld.Anna, HttpMethod.Put, "/api/tenants/planted/credentials", Token(SandboxDemo.SecondApiToken, "planted"), ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(422, byAnna.Status);
        Assert.Contains("/administrationOf", byAnna.Body, StringComparison.Ordinal);
        foreach (var wrong in new[] { "demo", "nobody", "geen naam" })
        {
            var refused = await host.SaveAsync(Token(SandboxDemo.SecondApiToken, wrong), "planted");
            Assert.Equal((422, "/administrationOf"), (refused.Status, refused.Pointers.Single()));
        }

        LinkApi.AssertStatus(200, await host.SaveAsync(Token(SandboxDemo.SecondApiToken, "planted"), "planted"));

        Assert.Equal(before, await AdministrationAsync(host));
        Assert.Equal("working", LinkApi.ConnectionOf(await host.TenantAsync("planted")));
        Assert.Equal(422, (await host.SaveAsync(Token(SandboxDemo.ApiToken, "new"), "other")).Status);
    }

    private static async Task<AdministrationKey?> AdministrationAsync(Host host) =>
        (await host.Services.GetRequiredService<TenantStore>().FindAsync(TenantId.Parse("planted"), default))!.Administration;

    private static JsonObject Token(string token = SandboxDemo.ApiToken, string? administrationOf = null)
    {
        var sent = new JsonObject { ["token"] = token };
        if (administrationOf is not null)
        {
            sent["administrationOf"] = administrationOf;
        }

        return sent;
    }
}
