using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web.Gate;
using Xunit;
using Host = PerfectviewFunctions.EndToEnd.Tests.Support.Host;

namespace PerfectviewFunctions.Pages.Tests.Relations;

/// <summary>Somebody who may look at a tenant and change nothing.</summary>
public sealed class LookingTests
{
    private const string Viewer = "6b1f0a5e-0d5c-4d8f-9a52-000000000002";

    [Fact]
    public async Task Viewer_sees_what_waits_and_has_no_form_or_button_for_it()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;

        foreach (var path in new[] { "relaties", "relaties/relatie?id=r-1" })
        {
            var (status, page) = await AskAsync(host, HttpMethod.Get, path);

            Assert.Equal(200, status);
            Assert.Contains("Niet zeker is welke relatie", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
            Assert.DoesNotContain("Niet bijwerken", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(200, (await AskAsync(host, HttpMethod.Get, "hulp")).Status);
    }

    [Theory]
    [InlineData("POST", "relaties/kiezen")]
    [InlineData("POST", "relaties/opnieuw")]
    [InlineData("POST", "relaties/opzij")]
    [InlineData("POST", "relaties/nieuw")]
    [InlineData("GET", "relaties/opzij?id=r-1")]
    [InlineData("GET", "relaties/nieuw?id=r-1")]
    public async Task Viewer_who_sends_a_form_all_the_same_is_refused(string method, string path)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;

        var (status, page) = await AskAsync(host, new HttpMethod(method), path);

        Assert.Equal(403, status);
        Assert.Equal("Alleen bekijken", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("needs-attention", (await host.RelationAsync("r-1"))!["state"]!.GetValue<string>());
    }

    private static async Task<(World World, Host Host)> StartAsync()
    {
        var (world, host) = await World.StartAsync(
            settings: RelationEvents.Settings,
            configure: builder => builder.Services.AddSingleton(new GateOptions { TrustPrincipalHeader = true, TrustForwardedFor = true }));
        await host.ApiAsync(HttpMethod.Put, $"/api/tenants/demo/people/{Viewer}", new JsonObject { ["role"] = "viewer" });
        world.Books.AddRelation("10001", "Heel Iemand Anders");
        await host.SendAsync(RelationEvents.Created("r-1", 0, "Bakkerij Jansen", new JsonObject { ["code"] = "10001" }));
        return (world, host);
    }

    private static async Task<(int Status, IDocument Page)> AskAsync(Host host, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri("/koppeling/demo/" + path, UriKind.Relative));
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonObject
        {
            ["auth_typ"] = "aad",
            ["claims"] = new JsonArray(
                new JsonObject { ["typ"] = "http://schemas.microsoft.com/identity/claims/objectidentifier", ["val"] = Viewer },
                new JsonObject { ["typ"] = "name", ["val"] = "Bram" }),
        }.ToJsonString())));
        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent([new("id", "r-1"), new("create", "true"), new("reason", "zomaar")]);
        }

        using var answer = await host.Http.SendAsync(request);
        return ((int)answer.StatusCode, await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync()));
    }
}
