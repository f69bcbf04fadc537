using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Core.Settings;

internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        return services;
    }
}
