using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using OpenTelemetry.Trace;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.Web.Hosting;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Telemetry;

/// <summary>What a collector gets of a host, and what a host cares about a collector.</summary>
public sealed class OtlpTests
{
    [Fact]
    public async Task Collector_gets_traces_metrics_and_logs_of_a_booking()
    {
        var (world, host, receiver) = await OtlpReceiver.StartWorldAsync();
        await using var _ = world;
        await using var collector = receiver;
        var mutation = (await host.SendAsync(Events.Invoice("OTLP-1"))).MutationNumber;

        await world.RemoveHostAsync(host);

        var (traces, metrics, logs) = (receiver.Text("traces"), receiver.Text("metrics"), receiver.Text("logs"));
        foreach (var name in new[] { "endpoint Webhook", "intake", "work on invoice", ApiChoice.Said("books AddMutatie", "books POST mutation"), "OTLP-1", "evt-OTLP-1", "booked" })
        {
            Assert.Contains(name, traces, StringComparison.Ordinal);
        }

        foreach (var instrument in new[] { Instruments.Requests, Instruments.Events, Instruments.Bookings, Instruments.BooksCalls })
        {
            Assert.Contains(instrument.Name, metrics, StringComparison.Ordinal);
        }

        Assert.Contains($"Invoice OTLP-1 of demo is booked as mutation {mutation}", logs, StringComparison.Ordinal);
        Assert.All([LogScope("Tenant", "demo"), LogScope("Invoice", "OTLP-1"), LogScope("Event", "evt-OTLP-1")], pair => Assert.Contains(pair, logs, StringComparison.Ordinal));
        Assert.All([traces, metrics, logs], sent =>
        {
            Assert.Contains(Instruments.Source, sent, StringComparison.Ordinal);
            Assert.Contains(ProductVersion.Text, sent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Collector_that_is_away_neither_slows_a_call_nor_fills_the_log()
    {
        var (world, host) = await World.StartAsync(configure: builder =>
        {
            builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{FreePort()}";
            builder.Configuration["OTEL_METRIC_EXPORT_INTERVAL"] = "50";
            builder.Configuration["OTEL_BSP_SCHEDULE_DELAY"] = "50";
        });
        await using var _ = world;
        var watch = Stopwatch.StartNew();

        for (var number = 1; number <= 5; number++)
        {
            Assert.Equal("booked", (await host.SendAsync(Events.Invoice($"A{number}"))).Outcome);
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(host.Logs.Lines, line => line.Contains("OpenTelemetry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_added()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        Assert.Null(host.Services.GetService<TracerProvider>());
    }

    [Fact]
    public async Task Trace_that_a_stranger_names_is_not_taken_over()
    {
        const string Stranger = "0af7651916cd43dd8448eb211c80319c";
        var (world, host, receiver) = await OtlpReceiver.StartWorldAsync();
        await using var _ = world;
        await using var collector = receiver;
        using var request = host.Signed("[]"u8.ToArray());
        request.Headers.Add("traceparent", $"00-{Stranger}-b7ad6b7169203331-00");

        using var answer = await host.Http.SendAsync(request);
        await world.RemoveHostAsync(host);

        Assert.Contains("endpoint Webhook", receiver.Text("traces"), StringComparison.Ordinal);
        Assert.DoesNotContain(receiver.All, sent => sent.AsSpan().IndexOf(Convert.FromHexString(Stranger)) >= 0);
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "not an address")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://who:Geheim7@127.0.0.1:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "Geheim7")]
    public void Variable_that_can_not_be_right_ends_the_start_with_a_sentence(string name, string value)
    {
        var variables = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:4317", [name] = value };

        var (settings, faults) = LocalHostSettings.Read(new Dictionary<string, string?>(), variables);

        Assert.Null(settings);
        Assert.StartsWith(name + " is n", Assert.Single(faults), StringComparison.Ordinal);
        Assert.DoesNotContain(value, faults[0], StringComparison.Ordinal);
    }

    /// <summary>A pair of texts as OTLP has it: key and value as fields 1 and 2, the value itself as field 1 of its own.</summary>
    private static string LogScope(string key, string value) =>
        $"\n{(char)key.Length}{key}\u0012{(char)(value.Length + 2)}\n{(char)value.Length}{value}";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
