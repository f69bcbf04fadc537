using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests.Rest;

/// <summary>No API token, session token or security code in what is kept for people to read.</summary>
public sealed class RestSecretTests : RestTest
{
    [Fact]
    public async Task Secrets_are_in_no_log_and_on_no_page()
    {
        await Rest.OpenAsync();
        var session = Rest.Token;
        await Rest.GetAsync("administration/linked");
        await Rest.PostAsync("mutation", Invoice());
        await Rest.SendTextAsync(HttpMethod.Post, "session", $$"""{"accessToken":"{{SandboxDemo.ApiToken}}""");
        await Rest.SendTextAsync(HttpMethod.Post, "session", $$"""{"access\u0054oken" : "{{SandboxDemo.ApiToken}}","source":"-"}""");
        await Rest.SendTextAsync(HttpMethod.Post, "session", SandboxDemo.ApiToken, "text/plain");

        var log = string.Concat(Books.Calls.Log.Select(call => call.Request + call.Answer));
        using var http = new HttpClient();
        var shown = log
            + await http.GetStringAsync(Server.PageAddress)
            + await http.GetStringAsync(new Uri(Server.PageAddress, "sandbox/calls"));

        Assert.Contains("F2026-001", log, StringComparison.Ordinal);
        Assert.DoesNotContain(SandboxDemo.SecurityCode2.Trim('{', '}'), log, StringComparison.OrdinalIgnoreCase);
        foreach (var secret in new[] { SandboxDemo.ApiToken, SandboxDemo.SecondApiToken, session })
        {
            Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Log_keeps_what_was_asked_and_answered()
    {
        await Rest.PostAsync("mutation", Invoice());
        await Rest.GetAsync("mutation?invoiceNumber=F2026-001");

        var (booked, found) = (Books.Calls.Log[^2], Books.Calls.Log[^1]);
        Assert.StartsWith("""POST /v1/mutation {"type":"2",""", booked.Request, StringComparison.Ordinal);
        Assert.Equal("""{"id":1}""", booked.Answer);
        Assert.Equal("GET /v1/mutation?invoiceNumber=F2026-001", found.Request);
    }

    [Fact]
    public async Task Page_says_where_the_api_is_and_by_which_a_call_came()
    {
        await Rest.GetAsync("ledger");

        using var http = new HttpClient();
        var page = await http.GetStringAsync(Server.PageAddress);

        Assert.Contains("<code>/v1/</code>", page, StringComparison.Ordinal);
        Assert.Contains("<td>REST</td><td>GetGrootboekrekeningen</td>", page, StringComparison.Ordinal);
    }
}
