using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

internal static class LinkingEndpoints
{
    public static IServiceCollection AddLinkingEndpoints(this IServiceCollection services)
    {
        return services;
    }
}
