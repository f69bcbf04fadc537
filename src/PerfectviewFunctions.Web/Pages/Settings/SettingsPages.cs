using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Web.Pages.Settings;

internal static class SettingsPages
{
    public static IServiceCollection AddSettingsPages(this IServiceCollection services) => services;
}
