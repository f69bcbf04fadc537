using Azure.Core;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Azure.Vault;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Testing.Vaults;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Vault;

/// <summary>A vault and a host that uses it, put together as the product does it; only the waits between tries are left out.</summary>
public abstract class VaultWorld : IAsyncLifetime
{
    internal static readonly SecretName Name = SecretName.ForTenant(TenantId.Parse("acme"), "webhook");

    private readonly List<ServiceProvider> hosts = [];

    internal FakeVault Vault { get; private set; } = null!;

    internal ISecretStore Store { get; private set; } = null!;

    internal LogLines Logs { get; } = new();

    private protected virtual TimeProvider Time { get; } = new SkippingTime();

    public async Task InitializeAsync()
    {
        Vault = await FakeVault.StartAsync();
        Store = NewHost();
    }

    public async Task DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        await Vault.DisposeAsync();
    }

    /// <param name="address">Another address than the vault's.</param>
    internal ISecretStore NewHost(Uri? address = null, Action<SecretClientOptions>? configure = null)
    {
        var settings = new AzureSettings { Secrets = new SecretsSettings { Vault = address ?? Vault.Address } };
        var host = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Logs))
            .AddSingleton(Time)
            .AddSingleton<TokenCredential>(Vault.Credential)
            .AddKeyVault(settings, options =>
            {
                Vault.Configure(options);
                options.RetryPolicy = new ShortRetry(DelayStrategy.CreateFixedDelayStrategy(TimeSpan.Zero));
                configure?.Invoke(options);
            })
            .BuildServiceProvider();
        hosts.Add(host);
        return host.GetRequiredService<ISecretStore>();
    }

    internal Task<string?> ReadAsync() => Store.GetAsync(Name, SecretAge.Now, default);

    internal Task<SecretsUnavailableException> RefusedAsync() => Assert.ThrowsAsync<SecretsUnavailableException>(ReadAsync);

    /// <summary>The values of the versions that can be read.</summary>
    internal string[] Enabled() => [.. Vault.State.VersionsOf(Name.Value).Where(version => version.Enabled).Select(version => version.Value)];

    internal int CallsOf(string method, string path = "") =>
        Vault.State.Calls.Count(call => call.Method == method && call.Path.Contains(path, StringComparison.Ordinal));
}
