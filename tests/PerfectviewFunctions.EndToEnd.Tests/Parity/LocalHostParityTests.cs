using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.Parity;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Web.Hosting;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Parity;

/// <summary>The local host, by what it maps and schedules when it runs.</summary>
public sealed partial class LocalHostParityTests : HostParityContract, IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private WebApplication? app;

    public async Task InitializeAsync() => app = await LocalHostApp.StartAsync(new LocalHostSettings
    {
        Data = folder.Path, Url = "http://127.0.0.1:0", Product = new ProductSettings { Books = new Uri("http://127.0.0.1:9/") },
    });

    public async Task DisposeAsync() => await app!.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_answer_comes_through_the_gate()
    {
        using var http = new HttpClient { BaseAddress = new Uri(app!.Urls.First()) };
        foreach (var endpoint in ProductExposure.Read().Endpoints)
        {
            var method = new HttpMethod(endpoint.Methods.Count == 0 ? "OPTIONS" : endpoint.Methods[0]);
            using var request = new HttpRequestMessage(method, new Uri("/" + Parameter().Replace(endpoint.Route, "none"), UriKind.Relative));
            using var answer = await http.SendAsync(request);

            Assert.True(answer.Headers.Contains("X-Content-Type-Options"), $"{endpoint.Name}: {(int)answer.StatusCode} without the gate's headers.");
        }
    }

    protected override Exposure ReadHost() => new(
        [.. app!.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).Cast<RouteEndpoint>().Select(Of)],
        [.. app.Services.GetServices<IHostedService>().OfType<LocalTimer>().Select(timer => new ExposedTimer(timer.Name, timer.Schedule))],
        []);

    private static ExposedEndpoint Of(RouteEndpoint endpoint) => new(
        endpoint.DisplayName!,
        [.. endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []],
        endpoint.RoutePattern.RawText!,
        endpoint.Metadata.GetMetadata<IAuthorizeData>() is null ? ExposedEndpoint.Anonymous : "Authorize");

    [GeneratedRegex(@"\{\*?\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
