using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.EndToEnd.Tests.Support;

namespace PerfectviewFunctions.EndToEnd.Tests.Telemetry;

/// <summary>A collector that takes OTLP over HTTP and keeps the bytes. Names and values stand in them as UTF-8.</summary>
internal sealed class OtlpReceiver(WebApplication app) : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> received = new();

    public string Address => app.Urls.First();

    public IEnumerable<byte[]> All => received.Select(one => one.Body);

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new OtlpReceiver(app);
        app.MapPost("/v1/{signal}", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>What came of traces, metrics or logs, to look for names in.</summary>
    public string Text(string signal) => string.Concat(received.Where(one => one.Signal == signal).Select(one => Encoding.UTF8.GetString(one.Body)));

    /// <summary>Has a host send here what it measures, traces and logs.</summary>
    public void Take(WebApplicationBuilder builder)
    {
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address;
        builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
    }

    /// <summary>A host that sends here.</summary>
    public static async Task<(World World, Host Host, OtlpReceiver Receiver)> StartWorldAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var receiver = await StartAsync();
        var (world, host) = await World.StartAsync(configure: builder =>
        {
            receiver.Take(builder);
            configure?.Invoke(builder);
        });
        return (world, host, receiver);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        received.Enqueue((signal, body.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }
}
