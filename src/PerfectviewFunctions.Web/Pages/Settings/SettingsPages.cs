using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Pages.Serving;
using PerfectviewFunctions.Web.Pages.Settings.Acts;

namespace PerfectviewFunctions.Web.Pages.Settings;

internal static class SettingsPages
{
    public static IServiceCollection AddSettingsPages(this IServiceCollection services)
    {
        services.AddSingleton<SettingsScreen>();
        services.AddSingleton<BookingsReadiness>();
        services.AddSingleton<IPage, SettingsPage>();
        services.AddSingleton<IPage, ChangeSettingsAct>();
        services.AddSingleton<IPage, TestConnectionAct>();
        services.AddSingleton<IPage, SaveCredentialsAct>();
        services.AddSingleton<IPage, UnlinkAct>();
        services.AddSingleton<IPage, MakeWebhookSecretAct>();
        services.AddSingleton<IPage, MakeReadKeyAct>();
        services.AddSingleton<IPage, EndReadKeyAct>();
        services.AddSingleton<IPage, RetireAct>();
        return services;
    }
}
