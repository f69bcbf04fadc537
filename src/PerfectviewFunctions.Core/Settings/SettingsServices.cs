using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PerfectviewFunctions.Core.Settings;

internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.TryAddSingleton(new SettingsOptions());
        services.AddSingleton<PrefixGuard>();
        services.AddSingleton<LiveAccounts>();
        services.AddSingleton<SettingsDesk>();
        services.AddSingleton<MappingDesk>();
        services.AddSingleton<BookingPreview>();
        return services;
    }
}
