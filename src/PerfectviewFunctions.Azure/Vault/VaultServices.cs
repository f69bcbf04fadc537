using Azure.Core;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Azure.Identity;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Azure.Vault;

/// <summary>Keeps the secrets in a key vault.</summary>
public static class VaultServices
{
    /// <summary>Registers the vault as the store of secrets. Nothing is asked of it before the first secret is.</summary>
    /// <param name="settings">Without faults, and with a vault in them.</param>
    public static IServiceCollection AddKeyVault(this IServiceCollection services, AzureSettings settings) =>
        services.AddKeyVault(settings, static _ => { });

    /// <param name="configure">What a test changes of how the vault is called, such as which certificate is trusted.</param>
    internal static IServiceCollection AddKeyVault(this IServiceCollection services, AzureSettings settings, Action<SecretClientOptions> configure)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddAzureIdentity(settings).AddSingleton<ISecretStore>(provider =>
        {
            var options = CreateOptions();
            configure(options);
            var client = new SecretClient(settings.Secrets.Vault!, provider.GetRequiredService<TokenCredential>(), options);
            var time = provider.GetRequiredService<TimeProvider>();
            var logs = provider.GetRequiredService<ILoggerFactory>();
            return new KeptSecrets(
                new VaultSecretStore(client, time, logs.CreateLogger<VaultSecretStore>()), time, logs.CreateLogger<KeptSecrets>());
        });
    }

    private static SecretClientOptions CreateOptions() => new()
    {
        RetryPolicy = new ShortRetry(),

        // For one try; three of them with their waits end before the limit of a call.
        Retry = { NetworkTimeout = TimeSpan.FromSeconds(3) },
    };
}
