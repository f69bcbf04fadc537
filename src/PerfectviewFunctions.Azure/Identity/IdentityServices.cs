using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PerfectviewFunctions.Azure.Identity;

/// <summary>As whom storage and vault are reached.</summary>
public static class IdentityServices
{
    /// <summary>
    /// Registers the one <see cref="TokenCredential"/> of the host, unless there is one: the managed identity that the settings name, else whoever is
    /// signed in on this machine. It is made when something first asks for it.
    /// </summary>
    public static IServiceCollection AddAzureIdentity(this IServiceCollection services, AzureSettings settings)
    {
        services.TryAddSingleton(_ => CreateCredential(settings.Identity));
        return services;
    }

    private static TokenCredential CreateCredential(IdentitySettings identity) => string.IsNullOrWhiteSpace(identity.ClientId)
        ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(identity.ClientId));
}
