using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Web.Pages.Overview;

internal static class OverviewPages
{
    public static IServiceCollection AddOverviewPages(this IServiceCollection services) => services;
}
