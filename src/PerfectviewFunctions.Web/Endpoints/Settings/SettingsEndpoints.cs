using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

internal static class SettingsEndpoints
{
    public static IServiceCollection AddSettingsEndpoints(this IServiceCollection services)
    {
        services.AddSingleton<IEndpoint, SettingsEndpoint>();
        services.AddSingleton<IEndpoint, ChangeSettingsEndpoint>();
        services.AddSingleton<IEndpoint, HistoryEndpoint>();
        services.AddSingleton<IEndpoint, VatMappingsEndpoint>();
        services.AddSingleton<IEndpoint, ChangeVatMappingsEndpoint>();
        services.AddSingleton<IEndpoint, ChoicesEndpoint>();
        services.AddSingleton<IEndpoint, PreviewEndpoint>();
        return services;
    }
}
