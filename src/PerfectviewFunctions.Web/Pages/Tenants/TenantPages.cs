using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Tenants;

internal static class TenantPages
{
    public static IServiceCollection AddTenantPages(this IServiceCollection services)
    {
        services.AddSingleton<IPage, TenantsPage>();
        services.AddSingleton<IPage, AddTenantPage>();
        services.AddSingleton<IPage, AddTenantAct>();
        return services;
    }
}
