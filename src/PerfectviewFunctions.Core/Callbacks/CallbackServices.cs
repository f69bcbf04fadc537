using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Callbacks;

internal static class CallbackServices
{
    public static IServiceCollection AddCallbacks(this IServiceCollection services, CallbackOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<CallbackDueRows>();
        services.AddSingleton<CallbackDelivery>();
        services.AddSingleton(provider => new CallbackOutbox(
            provider.GetRequiredService<IRowStore>(),
            provider.GetRequiredService<CallbackDueRows>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new CallbackSweep(
            provider.GetRequiredService<CallbackDueRows>(),
            provider.GetRequiredService<CallbackDelivery>(),
            provider.GetRequiredService<TenantStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<CallbackOptions>(),
            provider.GetRequiredService<ILogger<CallbackSweep>>()));
        return services;
    }
}
