using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Relations;

internal static class RelationPages
{
    public static IServiceCollection AddRelationPages(this IServiceCollection services)
    {
        services.AddSingleton<HeldCards>();
        services.AddSingleton<IPage, RelationsPage>();
        services.AddSingleton<IPage, RelationPage>();
        services.AddSingleton<IPage, ChooseAct>();
        services.AddSingleton<IPage, RetryAct>();
        services.AddSingleton<IPage, SetAsidePage>();
        services.AddSingleton<IPage, SetAsideAct>();
        services.AddSingleton<IPage, CreateAllPage>();
        services.AddSingleton<IPage, CreateAllAct>();
        return services;
    }
}
