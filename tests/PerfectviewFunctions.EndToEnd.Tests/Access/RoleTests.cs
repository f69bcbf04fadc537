using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Access;

/// <summary>What people reach who are signed in.</summary>
public sealed class RoleTests
{
    private static readonly JsonObject Viewer = new() { ["role"] = "viewer" };

    [Fact]
    public async Task People_see_the_tenant_they_have_a_role_for()
    {
        await using var scene = await AccessWorld.StartAsync();
        await scene.Host.SendAsync(Events.Invoice("F-1"));

        foreach (var person in new[] { AccessWorld.Anna, AccessWorld.Bram, AccessWorld.Chris })
        {
            var seen = await scene.CallAsync(person, HttpMethod.Get, "/api/tenants/demo/invoices");

            Assert.Equal(200, seen.Status);
            Assert.Equal("F-1", seen.Json["invoices"]![0]!["number"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Whoever_may_look_at_a_tenant_may_have_it_diagnosed_and_compared_without_seeing_who_shares_its_books()
    {
        await using var scene = await AccessWorld.StartAsync();
        var debtor = Events.Debtor("rel-9", "Geheime Klant", "K900");
        await scene.Host.SendAsync(Events.Invoice("F-1").For(debtor), "other");
        await scene.Host.SendAsync(Events.Invoice("F-1"));

        foreach (var person in new[] { AccessWorld.Anna, AccessWorld.Bram, AccessWorld.Chris })
        {
            var seen = await scene.CallAsync(person, HttpMethod.Get, "/api/tenants/demo/diagnosis?compare=true");

            Assert.Equal(200, seen.Status);
            var text = seen.Json.ToJsonString();
            Assert.Contains("2 invoices there, 1 of this link, 1 of others", text, StringComparison.Ordinal);
            Assert.All((string[])["other-", "Geheime", "K900", "rel-9"], other => Assert.DoesNotContain(other, text, StringComparison.Ordinal));
        }

        Assert.Equal(401, (await scene.CallAsync(null, HttpMethod.Get, "/api/tenants/demo/diagnosis")).Status);
    }

    [Theory]
    [InlineData(AccessWorld.Anna, "demo")]
    [InlineData(AccessWorld.Bram, "demo")]
    [InlineData(AccessWorld.Chris, "demo gone other")]
    public async Task List_has_the_tenants_a_person_has_a_role_for_and_for_operators_all(string person, string expected)
    {
        await using var scene = await AccessWorld.StartAsync();

        var seen = await scene.CallAsync(person, HttpMethod.Get, "/api/tenants");

        Assert.Equal(expected, string.Join(' ', seen.Json["tenants"]!.AsArray().Select(tenant => tenant!["id"]!.GetValue<string>())));
    }

    public static TheoryData<string, string> Addresses { get; } = new()
    {
        { "GET", "invoices" }, { "GET", "invoices/F-1" }, { "GET", "attention" }, { "GET", "people" },
        { "GET", "diagnosis" }, { "GET", "diagnosis?compare=true" }, { "GET", "diagnosis?days=none" },
        { "PUT", "people/" + AccessWorld.Stranger }, { "PUT", "people/nobody" }, { "DELETE", "people/" + AccessWorld.Bram },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Others_tenants_retired_ones_and_none_at_all_are_one_and_the_same(string method, string path)
    {
        await using var scene = await AccessWorld.StartAsync();
        await scene.Host.SendAsync(Events.Invoice("F-1"), "other");
        await scene.Host.SendAsync(Events.Invoice("F-1"));
        var dump = StoreDump.Of(scene.World);
        var seen = new HashSet<Seen>();

        foreach (var tenant in new[] { "other", "gone", "never", "No-Name", "due" })
        {
            foreach (var person in new[] { AccessWorld.Anna, AccessWorld.Bram })
            {
                seen.Add(await scene.CallAsync(person, new HttpMethod(method), $"/api/tenants/{tenant}/{path}", method == "PUT" ? Viewer.DeepClone() : null));
            }
        }

        seen.Add(await scene.CallAsync(AccessWorld.Stranger, new HttpMethod(method), $"/api/tenants/demo/{path}"));
        Assert.Equal(404, Assert.Single(seen).Status);
        Assert.Equal(dump, StoreDump.Of(scene.World));
    }

    [Theory]
    [InlineData("GET", "/api/tenants/demo/people")]
    [InlineData("PUT", "/api/tenants/demo/people/" + AccessWorld.Anna)]
    [InlineData("DELETE", "/api/tenants/demo/people/" + AccessWorld.Anna)]
    [InlineData("GET", "/api/operators")]
    [InlineData("PUT", "/api/operators/" + AccessWorld.Anna)]
    [InlineData("DELETE", "/api/operators/" + AccessWorld.Chris)]
    public async Task Only_operators_say_who_may_do_what(string method, string address)
    {
        await using var scene = await AccessWorld.StartAsync();
        var dump = StoreDump.Of(scene.World);
        foreach (var person in new[] { AccessWorld.Anna, AccessWorld.Bram })
        {
            var seen = await scene.CallAsync(person, new HttpMethod(method), address, method == "PUT" ? Viewer.DeepClone() : null);

            Assert.Equal(403, seen.Status);
            Assert.Contains("operators", seen.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        }

        Assert.Equal(dump, StoreDump.Of(scene.World));
    }

    [Fact]
    public async Task Person_without_any_role_is_told_so()
    {
        await using var scene = await AccessWorld.StartAsync();

        Assert.Equal(403, (await scene.CallAsync(AccessWorld.Stranger, HttpMethod.Get, "/api/operators")).Status);
    }

    [Fact]
    public async Task History_tells_who_let_somebody_in()
    {
        await using var scene = await AccessWorld.StartAsync();

        await scene.CallAsync(AccessWorld.Chris, HttpMethod.Put, $"/api/tenants/demo/people/{AccessWorld.Stranger}", Viewer.DeepClone());

        var rows = await scene.Host.RowsAsync(Partition.Of(TenantId.Parse("demo")), "history:");
        Assert.Contains(rows, row => row.Values.Text("by") == $"Person 3 ({AccessWorld.Chris})" && row.Values.Text("kind") == "AccessChanged");
    }

    [Fact]
    public async Task Where_no_front_end_signs_people_in_the_header_opens_nothing()
    {
        await using var scene = await AccessWorld.StartAsync();
        var plain = await scene.World.AddHostAsync();

        foreach (var person in new[] { null, AccessWorld.Anna, AccessWorld.Chris })
        {
            foreach (var address in new[] { "/api/tenants/demo/invoices", "/api/operators" })
            {
                Assert.Equal(401, (await AccessWorld.CallAsync(plain, person, HttpMethod.Get, address)).Status);
            }
        }
    }

    [Fact]
    public async Task Header_opens_no_webhook_and_is_not_needed_for_health()
    {
        await using var scene = await AccessWorld.StartAsync();

        var webhook = await scene.CallAsync(AccessWorld.Chris, HttpMethod.Post, "/api/webhooks/demo", Events.Invoice("F-1"));
        var health = await scene.CallAsync(AccessWorld.Stranger, HttpMethod.Get, "/api/health");
        var healthy = await scene.CallAsync(null, HttpMethod.Get, "/api/health");

        Assert.Equal(401, webhook.Status);
        Assert.Equal(healthy, health);
        Assert.Equal(200, health.Status);
        Assert.Null(await scene.Host.InvoiceAsync("F-1"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 200)]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    public async Task Change_that_another_site_asks_for_is_refused_for_people_only(string header, string value, int status)
    {
        await using var scene = await AccessWorld.StartAsync();
        var address = $"/api/tenants/demo/people/{AccessWorld.Stranger}";

        var person = await scene.CallAsync(AccessWorld.Chris, HttpMethod.Put, address, Viewer.DeepClone(), (header, value));
        var reading = await scene.CallAsync(AccessWorld.Chris, HttpMethod.Get, "/api/tenants/demo/people", null, (header, value));
        var key = await scene.CallAsync(
            null, HttpMethod.Put, address, Viewer.DeepClone(), (header, value), (AdminKey.Header, await scene.AdminKeyAsync()));

        Assert.Equal((status, 200, 200), (person.Status, reading.Status, key.Status));
    }

    [Fact]
    public async Task Change_from_the_hosts_own_origin_is_done()
    {
        await using var scene = await AccessWorld.StartAsync();
        var origin = scene.Host.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

        var seen = await scene.CallAsync(
            AccessWorld.Chris, HttpMethod.Put, $"/api/operators/{AccessWorld.Anna}", new JsonObject(), ("Origin", origin), ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(200, seen.Status);
    }
}
