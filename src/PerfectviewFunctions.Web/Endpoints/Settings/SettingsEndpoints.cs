using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

internal static class SettingsEndpoints
{
    public static IServiceCollection AddSettingsEndpoints(this IServiceCollection services)
    {
        return services;
    }
}
