using Azure.Core;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.Azure.Vault;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Testing.Vaults;

namespace PerfectviewFunctions.EndToEnd.Tests.OnAzure;

/// <summary>A world whose hosts keep their rows in Table Storage (Azurite) and their secrets in a key vault, as they do in Azure.</summary>
internal sealed class AzureWorld : IAsyncDisposable
{
    private AzureWorld(World world, FakeVault vault) => (World, Vault) = (world, vault);

    public World World { get; }

    public FakeVault Vault { get; }

    /// <summary>The first host made the tenant "demo" of the sandbox; nothing was called since.</summary>
    public static async Task<(AzureWorld Azure, Host First, Host Second)> StartAsync()
    {
        var azure = new AzureWorld(await World.CreateAsync(rows: await AzuriteTable.CreateAsync()), await FakeVault.StartAsync());
        var first = await azure.AddHostAsync();
        await azure.World.AddTenantAsync("demo");
        var second = await azure.AddHostAsync();
        azure.World.Sandbox.Books.Calls.Clear();
        azure.Vault.State.ForgetCalls();
        return (azure, first, second);
    }

    public Task<Host> AddHostAsync() => World.AddHostAsync(builder => UseVault(builder.Services, Vault));

    public static void UseVault(IServiceCollection services, FakeVault vault)
    {
        services.AddSingleton<TokenCredential>(vault.Credential);
        services.AddKeyVault(new AzureSettings { Secrets = new SecretsSettings { Vault = vault.Address } }, vault.Configure);
    }

    /// <summary>Gives a secret of the demo tenant another value as an operator does in the portal: no host is told.</summary>
    public Task ReplaceInPortalAsync(string kind, string value) => Vault.NewClient().SetSecretAsync($"tenant-demo--{kind}", value);

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await Vault.DisposeAsync();
    }
}
