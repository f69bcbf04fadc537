using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Overview;

internal static class OverviewPages
{
    public static IServiceCollection AddOverviewPages(this IServiceCollection services) => services.AddSingleton<IPage, OverviewPage>();
}
