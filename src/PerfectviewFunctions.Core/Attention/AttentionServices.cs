using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Core.Attention;

internal static class AttentionServices
{
    public static IServiceCollection AddAttention(this IServiceCollection services)
    {
        return services;
    }
}
