using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Settings;

internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.TryAddSingleton(new SettingsOptions());
        services.AddSingleton<PrefixGuard>();
        services.AddSingleton(provider => new LiveAccounts(
            provider.GetRequiredService<TenantSecrets>(),
            provider.GetRequiredService<AdministrationKeys>(),
            provider.GetRequiredService<KnownAdministrations>(),
            provider.GetRequiredService<IBookkeeping>()));
        services.AddSingleton<SettingsDesk>();
        services.AddSingleton<MappingDesk>();
        services.AddSingleton<BookingPreview>();
        return services;
    }
}
