using System.Diagnostics;
using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using PerfectviewFunctions.Azure.Identity;
using PerfectviewFunctions.Azure.Monitor;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Monitor;

/// <summary>As whom telemetry is sent to Application Insights, and what of it.</summary>
public sealed class MonitorServicesTests
{
    private const string Connection = "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=https://127.0.0.1:9/";

    private static AzureSettings AsIdentity { get; } = new() { Identity = new IdentitySettings { ClientId = "0f3bd3f5-5a1e-4a7c-9f62-3a9f0c6d1e20" } };

    [Fact]
    public void It_is_sent_as_the_one_identity_of_the_host()
    {
        using var host = Host(AsIdentity);

        var options = Options(host);

        Assert.Same(host.GetRequiredService<TokenCredential>(), options.Credential);
        Assert.Equal(Connection, options.ConnectionString);
    }

    [Fact]
    public void On_a_machine_without_an_identity_the_connection_string_has_to_do()
    {
        using var host = Host(new AzureSettings());

        Assert.Null(Options(host).Credential);
    }

    [Fact]
    public void Log_lines_go_along_whatever_becomes_of_their_trace()
    {
        using var host = Host(AsIdentity);

        Assert.False(Options(host).EnableTraceBasedLogsSampler);
    }

    [Fact]
    public void Traces_metrics_and_logs_have_somebody_who_sends_them()
    {
        using var source = new ActivitySource("monitor-test");
        using var host = Host(AsIdentity, source.Name);

        Assert.NotNull(host.GetRequiredService<MeterProvider>());
        Assert.Contains(host.GetServices<ILoggerProvider>(), provider => provider is OpenTelemetryLoggerProvider);
        Assert.NotNull(host.GetRequiredService<TracerProvider>());
        using var span = source.StartActivity("x");
        Assert.True(span is { Recorded: true });
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData(Connection, 0)]
    [InlineData("https://geheim.example", 1)]
    public void Connection_string_that_can_not_be_one_is_told_without_its_value(string? value, int faults)
    {
        var told = MonitorSettings.Faults(name => name == "APPLICATIONINSIGHTS_CONNECTION_STRING" ? value : null).ToList();

        Assert.Equal(faults, told.Count);
        Assert.All(told, fault => Assert.DoesNotContain("geheim", fault, StringComparison.Ordinal));
    }

    private static ServiceProvider Host(AzureSettings settings, string source = "monitor-test-none")
    {
        var services = new ServiceCollection().AddLogging().AddAzureIdentity(settings);
        services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource(source)).AddApplicationInsights(
            settings, name => name == MonitorSettings.ConnectionString ? Connection : null);
        return services.BuildServiceProvider();
    }

    private static AzureMonitorExporterOptions Options(IServiceProvider host) =>
        host.GetRequiredService<IOptionsMonitor<AzureMonitorExporterOptions>>().CurrentValue;
}
