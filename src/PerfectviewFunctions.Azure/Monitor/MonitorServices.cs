using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace PerfectviewFunctions.Azure.Monitor;

/// <summary>Sends telemetry to Application Insights as the managed identity, so that the key in the connection string opens nothing.</summary>
public static class MonitorServices
{
    /// <param name="telemetry">What gathers it.</param>
    /// <param name="settings">Whose identity counts; without one, on a developer's machine, the connection string alone has to do.</param>
    public static IOpenTelemetryBuilder AddApplicationInsights(this IOpenTelemetryBuilder telemetry, AzureSettings settings, string connectionString)
    {
        var options = telemetry.Services.AddOptions<AzureMonitorExporterOptions>().Configure(monitor => Set(monitor, connectionString));
        if (!string.IsNullOrWhiteSpace(settings.Identity.ClientId))
        {
            options.Configure<TokenCredential>((monitor, credential) => monitor.Credential = credential);
        }

        return telemetry
            .WithTracing(tracing => tracing.AddAzureMonitorTraceExporter())
            .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter())
            .WithLogging(logging => logging.AddAzureMonitorLogExporter());
    }

    private static void Set(AzureMonitorExporterOptions monitor, string connectionString)
    {
        monitor.ConnectionString = connectionString;

        // A log line may be the only word of a fault: it goes along whether its trace does or not.
        monitor.EnableTraceBasedLogsSampler = false;

        // What the plan measures anyway, and a line that is open all the time for a page that nobody looks at, are paid for by each customer.
        monitor.EnablePerformanceCounters = false;
        monitor.EnableLiveMetrics = false;
    }
}
