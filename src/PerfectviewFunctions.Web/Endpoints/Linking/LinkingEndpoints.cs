using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

internal static class LinkingEndpoints
{
    public static IServiceCollection AddLinkingEndpoints(this IServiceCollection services)
    {
        services.AddSingleton<TenantAnswers>();
        services.AddSingleton<VisibleTenants>();
        services.AddSingleton<IEndpoint, CreateTenantEndpoint>();
        services.AddSingleton<IEndpoint, TenantsEndpoint>();
        services.AddSingleton<IEndpoint, TenantEndpoint>();
        services.AddSingleton<IEndpoint, RetireEndpoint>();
        services.AddSingleton<IEndpoint, CredentialsEndpoint>();
        services.AddSingleton<IEndpoint, ConnectionTestEndpoint>();
        services.AddSingleton<IEndpoint, UnlinkEndpoint>();
        services.AddSingleton<IEndpoint, WebhookSecretEndpoint>();
        services.AddSingleton<IEndpoint, MakeReadKeyEndpoint>();
        services.AddSingleton<IEndpoint, DeleteReadKeyEndpoint>();
        return services;
    }
}
