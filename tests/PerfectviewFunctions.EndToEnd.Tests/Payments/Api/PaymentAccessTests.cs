using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Access;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Api;

/// <summary>Who reads payments: whoever may look at the tenant, and a program with its read key.</summary>
public sealed class PaymentAccessTests
{
    private static readonly (string Method, string Path, int Status)[] Calls =
        [("GET", "open-balances", 200), ("GET", "open-balances?format=csv", 200), ("GET", "invoices/F-1/payment", 200), ("POST", "payments/sync", 409)];

    [Fact]
    public async Task Read_key_opens_the_payments_of_its_tenant_and_nothing_else()
    {
        await using var scene = await StartAsync();
        var key = (string)(await scene.Host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/read-key", new JsonObject())).Json["key"]!;

        foreach (var (method, path, status) in Calls)
        {
            Assert.Equal((path, status), (path, (await CallAsync(method, $"demo/{path}", key)).Status));
            Assert.Equal((path, 401), (path, (await CallAsync(method, $"demo/{path}", key + "x")).Status));
            Assert.Equal((path, 401), (path, (await CallAsync(method, $"other/{path}", key)).Status));
            Assert.Equal((path, 401), (path, (await CallAsync(method, $"never/{path}", key)).Status));
        }

        foreach (var path in new[] { "invoices", "invoices/F-1", "settings", "held-back", "relations" })
        {
            Assert.Equal((path, 401), (path, (await CallAsync("GET", $"demo/{path}", key)).Status));
        }

        Assert.Equal(204, (await scene.Host.ApiAsync(HttpMethod.Delete, "/api/tenants/demo/read-key")).Status);
        Assert.Equal(401, (await CallAsync("GET", "demo/open-balances", key)).Status);

        Task<Seen> CallAsync(string method, string path, string offered) =>
            scene.CallAsync(null, new HttpMethod(method), $"/api/tenants/{path}", null, ("X-Read-Key", offered));
    }

    [Fact]
    public async Task People_read_the_payments_of_the_tenants_they_may_look_at()
    {
        await using var scene = await StartAsync();

        foreach (var (method, path, status) in Calls)
        {
            foreach (var person in new[] { AccessWorld.Anna, AccessWorld.Bram, AccessWorld.Chris })
            {
                Assert.Equal((path, status), (path, (await scene.CallAsync(person, new HttpMethod(method), $"/api/tenants/demo/{path}")).Status));
            }
        }

        var elsewhere = await scene.CallAsync(AccessWorld.Bram, HttpMethod.Post, "/api/tenants/demo/payments/sync", null, ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(403, elsewhere.Status);
    }

    [Fact]
    public async Task Payments_of_others_of_retired_tenants_and_of_none_are_one_and_the_same()
    {
        await using var scene = await StartAsync();
        var dump = StoreDump.Of(scene.World);

        foreach (var (method, path, _) in Calls)
        {
            var seen = new HashSet<Seen>();
            foreach (var tenant in new[] { "other", "gone", "never", "No-Name", "due" })
            {
                foreach (var person in new[] { AccessWorld.Anna, AccessWorld.Bram })
                {
                    seen.Add(await scene.CallAsync(person, new HttpMethod(method), $"/api/tenants/{tenant}/{path}"));
                }
            }

            seen.Add(await scene.CallAsync(AccessWorld.Stranger, new HttpMethod(method), $"/api/tenants/demo/{path}"));
            seen.Add(await scene.CallAsync(AccessWorld.Chris, new HttpMethod(method), $"/api/tenants/gone/{path}"));
            Assert.Equal(404, Assert.Single(seen).Status);
        }

        Assert.Equal(dump, StoreDump.Of(scene.World));
    }

    [Fact]
    public async Task Invoice_that_only_another_tenant_has_is_none()
    {
        await using var scene = await StartAsync();

        var seen = await scene.CallAsync(AccessWorld.Chris, HttpMethod.Get, "/api/tenants/other/invoices/F-1/payment");

        Assert.Equal(404, seen.Status);
        Assert.Contains("no such invoice", (string)seen.Json["detail"]!, StringComparison.Ordinal);
        Assert.Empty((await scene.CallAsync(AccessWorld.Chris, HttpMethod.Get, "/api/tenants/other/open-balances")).Json["invoices"]!.AsArray());
    }

    /// <summary>Demo has an invoice in the books that it shares with other; payments are switched off.</summary>
    private static async Task<AccessWorld> StartAsync()
    {
        var scene = await AccessWorld.StartAsync();
        Assert.Equal("booked", (await scene.Host.SendAsync(Events.Invoice("F-1"))).Outcome);
        return scene;
    }
}
