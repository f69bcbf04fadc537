using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Mapping;

internal static class MappingPages
{
    public static IServiceCollection AddMappingPages(this IServiceCollection services)
    {
        services.AddSingleton<MappingReading>();
        services.AddSingleton<IPage, MappingPage>();
        services.AddSingleton<IPage, SaveMappingAct>();
        services.AddSingleton<IPage, PreviewMappingAct>();
        services.AddSingleton<IPage, RetryUnblockedAct>();
        return services;
    }
}
