using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Web.Telemetry;

/// <summary>
/// Gathers what the product measures, traces and logs, and sends it by OTLP. Everything is sent from the background, and dropped where nobody takes
/// it: no call waits for it.
/// </summary>
public static class TelemetryServices
{
    /// <summary>Logs of others whose lines below a warning name addresses, with what a caller wrote in them.</summary>
    private static readonly string[] Others = ["Microsoft", "System", "Azure"];

    /// <summary>Sends by OTLP, if the variables ask for it; otherwise nothing is added.</summary>
    /// <param name="read">The value of a variable; null when it is not there.</param>
    /// <exception cref="ArgumentException">The variables are faulty; the message says what to change.</exception>
    public static IServiceCollection AddOtlp(this IServiceCollection services, Func<string, string?> read)
    {
        if (string.Join(' ', OtlpSettings.Faults(read)) is { Length: > 0 } faults)
        {
            throw new ArgumentException(faults, nameof(read));
        }

        return OtlpSettings.IsOn(read) ? services.AddExporters(read) : services;
    }

    /// <summary>Apart, so that a host that sends nothing does not load what would send it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IServiceCollection AddExporters(this IServiceCollection services, Func<string, string?> read)
    {
        var isTemporalitySet = !string.IsNullOrWhiteSpace(read(OtlpSettings.Temporality));
        services.AddTelemetry()
            .WithTracing(tracing => tracing.AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddOtlpExporter((_, reader) => Prefer(reader, isTemporalitySet)))
            .WithLogging(logging => logging.AddOtlpExporter());
        return services;
    }

    /// <summary>Gathers, for a host that sends it on. May be called more than once.</summary>
    public static OpenTelemetryBuilder AddTelemetry(this IServiceCollection services)
    {
        services.AddLogging(logging =>
        {
            foreach (var category in Others)
            {
                logging.AddFilter<OpenTelemetryLoggerProvider>(category, LogLevel.Warning);
            }
        });
        services.Configure<OpenTelemetryLoggerOptions>(options => (options.IncludeScopes, options.IncludeFormattedMessage) = (true, true));
        return services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService(Instruments.Source, serviceVersion: ProductVersion.Text)
                .AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing.AddSource(Instruments.Source))
            .WithMetrics(metrics => metrics.AddMeter(Instruments.Source))
            .WithLogging();
    }

    /// <summary>What happened since the last time, unless the operator wants sums: so a host that is gone leaves nothing behind.</summary>
    private static void Prefer(MetricReaderOptions reader, bool isSet)
    {
        if (!isSet)
        {
            reader.TemporalityPreference = MetricReaderTemporalityPreference.Delta;
        }
    }
}
