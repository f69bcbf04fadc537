using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Attention;

internal static class AttentionEndpoints
{
    public static IServiceCollection AddAttentionEndpoints(this IServiceCollection services)
    {
        services.AddSingleton<IEndpoint, AttentionEndpoint>();
        services.AddSingleton<IEndpoint, HeldBackEndpoint>();
        services.AddSingleton<IEndpoint, RetryEndpoint>();
        services.AddSingleton<IEndpoint, IgnoreEndpoint>();
        return services;
    }
}
