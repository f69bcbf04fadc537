using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace PerfectviewFunctions.Azure.Monitor;

/// <summary>Sends telemetry to Application Insights as the managed identity, so that the key in the connection string opens nothing.</summary>
public static class MonitorServices
{
    private const string Sampler = "OTEL_TRACES_SAMPLER";

    /// <param name="telemetry">What gathers it.</param>
    /// <param name="read">The value of a variable; null when it is not there.</param>
    /// <param name="settings">Whose identity counts; without one, on a developer's machine, the connection string alone has to do.</param>
    public static IOpenTelemetryBuilder AddApplicationInsights(this IOpenTelemetryBuilder telemetry, AzureSettings settings, Func<string, string?> read)
    {
        var options = telemetry.Services.AddOptions<AzureMonitorExporterOptions>().Configure(monitor => Set(monitor, read));
        if (!string.IsNullOrWhiteSpace(settings.Identity.ClientId))
        {
            options.Configure<TokenCredential>((monitor, credential) => monitor.Credential = credential);
        }

        return telemetry
            .WithTracing(tracing => tracing.AddAzureMonitorTraceExporter())
            .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter())
            .WithLogging(logging => logging.AddAzureMonitorLogExporter());
    }

    private static void Set(AzureMonitorExporterOptions monitor, Func<string, string?> read)
    {
        monitor.ConnectionString = read(MonitorSettings.ConnectionString);
        if (string.IsNullOrWhiteSpace(read(Sampler)))
        {
            // By itself the exporter lets a few traces a second pass and drops the others, errors among them.
            (monitor.TracesPerSecond, monitor.SamplingRatio) = (null, 1);
        }

        // A log line may be the only word of a fault: it goes along whether its trace does or not.
        monitor.EnableTraceBasedLogsSampler = false;

        // What the plan measures anyway, and a line that is open all the time for a page that nobody looks at, are paid for by each customer.
        monitor.EnablePerformanceCounters = false;
        monitor.EnableLiveMetrics = false;
    }
}
