using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Relations;

internal static class RelationEndpoints
{
    public static IServiceCollection AddRelationEndpoints(this IServiceCollection services)
    {
        services.AddSingleton<RelationActed>();
        services.AddSingleton<IEndpoint, RelationsEndpoint>();
        services.AddSingleton<IEndpoint, RelationEndpoint>();
        services.AddSingleton<IEndpoint, RelationLinkEndpoint>();
        services.AddSingleton<IEndpoint, RelationRetryEndpoint>();
        services.AddSingleton<IEndpoint, NamePreviewEndpoint>();
        return services;
    }
}
