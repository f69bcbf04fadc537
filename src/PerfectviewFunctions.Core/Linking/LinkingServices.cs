using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Core.Linking;

internal static class LinkingServices
{
    public static IServiceCollection AddLinking(this IServiceCollection services)
    {
        return services;
    }
}
