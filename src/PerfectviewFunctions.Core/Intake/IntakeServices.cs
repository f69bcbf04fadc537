using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Intake;

internal static class IntakeServices
{
    public static IServiceCollection AddIntake(this IServiceCollection services, IntakeOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<EventDesk>();
        services.AddSingleton<RequestDesk>();
        services.AddSingleton<EventsForAttention>();
        services.AddSingleton<LaterVersions>();
        services.AddSingleton<Backlogs>();
        services.AddSingleton(provider => new EventIntake(
            provider.GetRequiredService<IRowStore>(),
            provider.GetRequiredService<TenantStore>(),
            provider.GetRequiredService<EventDesk>(),
            provider.GetRequiredService<RequestDesk>(),
            provider.GetRequiredService<DueRows>(),
            provider.GetRequiredService<PromptWork>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IWorkWitness>(),
            provider.GetRequiredService<Measures>(),
            provider.GetRequiredService<ILogger<EventIntake>>()));
        return services;
    }
}
