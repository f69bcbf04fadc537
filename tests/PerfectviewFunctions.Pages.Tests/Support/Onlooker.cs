using System.Text;
using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;
using PerfectviewFunctions.Web.Gate;
using Xunit;
using Host = PerfectviewFunctions.EndToEnd.Tests.Support.Host;

namespace PerfectviewFunctions.Pages.Tests.Support;

/// <summary>Somebody whom the front end signed in and who may look at the tenant "demo", but change nothing.</summary>
internal static class Onlooker
{
    private const string Person = "6b1f0a5e-0d5c-4d8f-9a52-000000000002";

    /// <summary>For the world's host: that it takes the front end's word for who asks.</summary>
    public static void Trust(WebApplicationBuilder builder) => builder.Services.AddSingleton(new GateOptions { TrustPrincipalHeader = true });

    public static async Task AdmitAsync(Host host) => Assert.Equal(
        200, (await host.ApiAsync(HttpMethod.Put, $"/api/tenants/demo/people/{Person}", new JsonObject { ["role"] = "viewer" })).Status);

    /// <param name="language">Of the pages.</param>
    public static async Task<string> ReadAsync(Host host, string address, string language = "nl")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Principal);
        request.Headers.Add("Cookie", "koppeling-taal=" + language);
        using var answer = await host.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The main part of a page.</summary>
    public static async Task<IElement> SeeAsync(Host host, string address, string language = "nl")
    {
        var html = await ReadAsync(host, address, language);
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(html));
        return page.QuerySelector("main")!;
    }

    private static string Principal => Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonObject
    {
        ["auth_typ"] = "aad",
        ["claims"] = new JsonArray(
            new JsonObject { ["typ"] = "http://schemas.microsoft.com/identity/claims/objectidentifier", ["val"] = Person },
            new JsonObject { ["typ"] = "name", ["val"] = "Bram" }),
        ["name_typ"] = "name",
        ["role_typ"] = "roles",
    }.ToJsonString()));
}
