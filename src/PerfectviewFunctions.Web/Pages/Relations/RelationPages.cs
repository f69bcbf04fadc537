using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Web.Pages.Relations;

internal static class RelationPages
{
    public static IServiceCollection AddRelationPages(this IServiceCollection services) => services;
}
