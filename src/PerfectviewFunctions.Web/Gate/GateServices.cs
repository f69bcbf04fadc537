using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Telemetry;

namespace PerfectviewFunctions.Web.Gate;

internal static class GateServices
{
    public static IServiceCollection AddGate(this IServiceCollection services)
    {
        services.TryAddSingleton(new GateOptions());
        services.AddSingleton<AdminKey>();
        services.AddSingleton<ReadKey>();
        services.AddSingleton<CallerFinder>();
        services.AddSingleton<Admission>();
        services.AddSingleton<FailedAttempts>();
        services.AddSingleton<Doors>();
        services.AddSingleton(provider => new EndpointGate(
            provider.GetRequiredService<CallerFinder>(),
            provider.GetRequiredService<Admission>(),
            provider.GetRequiredService<FailedAttempts>(),
            provider.GetRequiredService<Doors>(),
            provider.GetRequiredService<GateOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Measures>(),
            provider.GetRequiredService<ILogger<EndpointGate>>()));
        return services;
    }
}
