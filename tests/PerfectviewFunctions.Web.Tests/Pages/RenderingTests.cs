using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Pages;

public sealed class RenderingTests
{
    [Fact]
    public async Task Page_is_made_whatever_else_a_host_has_registered()
    {
        await using var services = RegisteredEndpoints.AsOnFunctions();
        var context = new DefaultHttpContext { RequestServices = services, Request = { Method = "GET", Path = "/koppeling/demo/niets" } };
        context.Response.Body = new MemoryStream();
        var endpoint = services.GetServices<IEndpoint>().Single(endpoint => endpoint.Definition.Route == Routes.Pages);

        var answer = await services.GetRequiredService<EndpointGate>().RunAsync(endpoint, context.Request, CancellationToken.None);
        await answer.ExecuteAsync(context);

        Assert.Equal(StatusCodes.Status404NotFound, context.Response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", context.Response.ContentType);
    }
}
