using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Pages;

/// <summary>A host that has just started and can't reach the vault: what a browser brings from before can't be read, and is not to blame.</summary>
public sealed class OutageTests : IAsyncDisposable
{
    private const string SignIn = "/koppeling/_/aanmelden";

    private readonly ServiceProvider before = RegisteredEndpoints.AsOnFunctions();
    private readonly Dictionary<string, string> cookies = [];

    private MemorySecrets Secrets => (MemorySecrets)before.GetRequiredService<ISecretStore>();

    public ValueTask DisposeAsync() => before.DisposeAsync();

    [Fact]
    public async Task Who_is_signed_in_is_told_of_the_outage_and_not_sent_to_sign_in()
    {
        await SignInAsync();
        Assert.Equal(200, (await AskAsync(before, "GET", "/koppeling")).Status);
        await using var host = RegisteredEndpoints.AsOnFunctions(before);
        Secrets.Fault = new SecretsUnavailableException("down");

        Assert.Equal(503, (await AskAsync(host, "GET", "/koppeling")).Status);

        Secrets.Fault = null;
        Assert.Equal(200, (await AskAsync(host, "GET", "/koppeling")).Status);
    }

    [Fact]
    public async Task Form_of_before_is_not_called_old()
    {
        var form = (await AskAsync(before, "GET", SignIn)).Body;
        await using var host = RegisteredEndpoints.AsOnFunctions(before);
        Secrets.Fault = new SecretsUnavailableException("down");

        Assert.Equal(503, (await AskAsync(host, "POST", SignIn, ("formulier", TokenIn(form)), ("adminKey", "wrong"))).Status);

        Secrets.Fault = null;
        Assert.Equal(422, (await AskAsync(host, "POST", SignIn, ("formulier", TokenIn(form)), ("adminKey", "wrong"))).Status);
    }

    private async Task SignInAsync()
    {
        Secrets["deployment--admin-key"] = Scene.RightKey;
        var form = (await AskAsync(before, "GET", SignIn)).Body;
        Assert.Equal(303, (await AskAsync(before, "POST", SignIn, ("formulier", TokenIn(form)), ("adminKey", Scene.RightKey))).Status);
    }

    private async Task<Called> AskAsync(IServiceProvider services, string method, string path, params (string Name, string Value)[] fields)
    {
        var body = Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => $"{field.Name}={WebUtility.UrlEncode(field.Value)}")));
        var context = new DefaultHttpContext
        {
            RequestServices = services,
            Request = { Method = method, Path = path, Body = new MemoryStream(body), ContentLength = body.Length },
        };
        context.Request.ContentType = method == "POST" ? "application/x-www-form-urlencoded" : null;
        context.Request.Headers.Cookie = string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        var endpoint = services.GetServices<IEndpoint>().Single(endpoint => endpoint.Definition.Route == Routes.Pages);
        var result = await services.GetRequiredService<EndpointGate>().RunAsync(endpoint, context.Request, CancellationToken.None);
        await result.ExecuteAsync(context);
        foreach (var set in context.Response.Headers.SetCookie)
        {
            var pair = set!.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }

        return new Called(context.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()));
    }

    private static string TokenIn(string html)
    {
        const string Before = "name=\"formulier\" value=\"";
        var start = html.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return html[start..html.IndexOf('"', start)];
    }
}
