using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Settings;

public sealed class ViewerTests
{
    private const string Bram = "6b1f0a5e-0d5c-4d8f-9a52-000000000002";

    [Fact]
    public async Task Who_may_only_look_sees_what_is_set_in_words_and_no_form_or_button()
    {
        await using var world = await World.CreateAsync();
        var host = await world.AddHostAsync(builder => builder.Services.AddSingleton(new GateOptions { TrustPrincipalHeader = true }));
        await world.AddTenantAsync("demo", World.Settings with { Name = "<script>alert(1)</script>", NumberPrefix = "PV-" });
        Assert.Equal(200, (await host.ApiAsync(HttpMethod.Put, $"/api/tenants/demo/people/{Bram}", new JsonObject { ["role"] = "viewer" })).Status);

        var page = await GetAsync(host);
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];

        Assert.Contains("PV-", main, StringComparison.Ordinal);
        Assert.Contains("Eén regel per btw-code", System.Net.WebUtility.HtmlDecode(main), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", main, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", main, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"submit\"", main, StringComparison.Ordinal);
    }

    private static async Task<string> GetAsync(EndToEnd.Tests.Support.Host host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(SettingsVisit.Address, UriKind.Relative));
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonObject
        {
            ["auth_typ"] = "aad",
            ["claims"] = new JsonArray(new JsonObject { ["typ"] = "http://schemas.microsoft.com/identity/claims/objectidentifier", ["val"] = Bram }),
        }.ToJsonString())));
        using var answer = await host.Http.SendAsync(request);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
