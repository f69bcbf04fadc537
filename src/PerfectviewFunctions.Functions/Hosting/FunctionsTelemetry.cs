using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Azure.Monitor;
using PerfectviewFunctions.Web.Telemetry;

namespace PerfectviewFunctions.Functions.Hosting;

/// <summary>Where the app in Azure sends its telemetry: to Application Insights, by OTLP, both or nowhere, as the variables say.</summary>
internal static class FunctionsTelemetry
{
    /// <param name="read">The value of a variable; null when it is not there.</param>
    public static void AddFunctionsTelemetry(this IServiceCollection services, FunctionsSettings settings, Func<string, string?> read)
    {
        if (!OtlpSettings.IsOn(read) && !MonitorSettings.IsOn(read))
        {
            return;
        }

        // Puts our spans under those of the host, and keeps the host from sending our log lines a second time.
        var telemetry = services.AddTelemetry().UseFunctionsWorkerDefaults();
        services.AddOtlp(read);
        if (MonitorSettings.IsOn(read))
        {
            telemetry.AddApplicationInsights(settings.Azure, read);
        }
    }
}
