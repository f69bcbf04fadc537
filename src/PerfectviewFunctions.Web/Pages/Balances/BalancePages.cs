using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Web.Pages.Balances;

internal static class BalancePages
{
    public static IServiceCollection AddBalancePages(this IServiceCollection services) => services;
}
