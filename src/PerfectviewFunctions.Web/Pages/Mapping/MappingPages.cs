using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Web.Pages.Mapping;

internal static class MappingPages
{
    public static IServiceCollection AddMappingPages(this IServiceCollection services) => services;
}
