using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Xunit;
using Host = PerfectviewFunctions.EndToEnd.Tests.Support.Host;

namespace PerfectviewFunctions.Pages.Tests.Serving;

/// <summary>Somebody whom the front end signed in, with a browser of his own; with number 0 nobody at all.</summary>
internal sealed class Person(Host host, int number) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Http.BaseAddress };

    private string Id => $"6b1f0a5e-0d5c-4d8f-9a52-{number:D12}";

    public async Task<Person> AsAsync(string role, string tenant)
    {
        var answer = await host.ApiAsync(HttpMethod.Put, $"/api/tenants/{tenant}/people/{Id}", new JsonObject { ["role"] = role });
        Assert.Equal(200, answer.Status);
        return this;
    }

    /// <summary>What his forms carry, taken from a page that he may see.</summary>
    public async Task<string> TokenAsync(string address)
    {
        var page = new HtmlParser().ParseDocument((await AskAsync(HttpMethod.Get, address)).Body);
        return page.QuerySelector("input[name=formulier]")?.GetAttribute("value") ?? "none";
    }

    public async Task<Seen> AskAsync(HttpMethod method, string address, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (number > 0)
        {
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Principal);
        }

        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        using var answer = await http.SendAsync(request);
        return new Seen(
            (int)answer.StatusCode,
            answer.Headers.Location?.ToString() ?? "",
            answer.Headers.CacheControl?.NoStore == true,
            await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();

    private string Principal => Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonObject
    {
        ["auth_typ"] = "aad",
        ["claims"] = new JsonArray(new JsonObject { ["typ"] = "http://schemas.microsoft.com/identity/claims/objectidentifier", ["val"] = Id }),
    }.ToJsonString()));
}

internal sealed record Seen(int Status, string Location, bool IsKeptNowhere, string Body);
