using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Pages;

public sealed class RenderingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What a developer's machine finds out: a service per request that is asked for outside of one.</summary>
    [Fact]
    public async Task Page_is_made_whatever_else_a_host_has_registered()
    {
        await using var services = RegisteredEndpoints.AsOnFunctions();

        var response = await GetAsync(services, "/koppeling/demo/niets");

        Assert.Equal(StatusCodes.Status404NotFound, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.ContentType);
    }

    /// <summary>Its form takes a token, whose keys Data Protection waits for while the page is made.</summary>
    [Fact]
    public async Task Page_with_a_form_is_made_when_store_and_vault_answer_later()
    {
        await using var services = RegisteredEndpoints.AsOnFunctions();
        ((MemorySecrets)services.GetRequiredService<ISecretStore>()).IsFarAway = true;

        var response = await Task.Run(() => GetAsync(services, "/koppeling/_/aanmelden")).WaitAsync(Patience);

        Assert.Equal(StatusCodes.Status200OK, response.StatusCode);
    }

    private static async Task<HttpResponse> GetAsync(IServiceProvider services, string path)
    {
        var context = new DefaultHttpContext { RequestServices = services, Request = { Method = "GET", Path = path } };
        context.Response.Body = new MemoryStream();
        var endpoint = services.GetServices<IEndpoint>().Single(endpoint => endpoint.Definition.Route == Routes.Pages);
        var answer = await services.GetRequiredService<EndpointGate>().RunAsync(endpoint, context.Request, CancellationToken.None);
        await answer.ExecuteAsync(context);
        return context.Response;
    }
}
