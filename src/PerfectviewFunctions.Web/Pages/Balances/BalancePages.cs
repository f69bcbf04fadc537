using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Balances;

internal static class BalancePages
{
    public static IServiceCollection AddBalancePages(this IServiceCollection services)
    {
        services.AddSingleton<IPage, BalancesPage>();
        services.AddSingleton<IPage, BalancesFilePage>();
        services.AddSingleton<IPage, ReadBalancesAct>();
        return services;
    }
}
