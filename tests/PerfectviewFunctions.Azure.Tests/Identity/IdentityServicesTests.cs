using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Azure.Identity;
using PerfectviewFunctions.Testing.Vaults;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Identity;

public sealed class IdentityServicesTests
{
    [Fact]
    public void Client_id_names_the_managed_identity() =>
        Assert.IsType<ManagedIdentityCredential>(Credential(new IdentitySettings { ClientId = "0f8fad5b-d9cb-469f-a165-70867728950e" }));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_it_whoever_is_signed_in_is_taken(string? clientId) =>
        Assert.IsType<DefaultAzureCredential>(Credential(new IdentitySettings { ClientId = clientId }));

    [Fact]
    public void Storage_and_vault_share_one_credential()
    {
        using var host = new ServiceCollection().AddAzureIdentity(new AzureSettings()).AddAzureIdentity(new AzureSettings()).BuildServiceProvider();

        Assert.Same(host.GetRequiredService<TokenCredential>(), Assert.Single(host.GetServices<TokenCredential>()));
    }

    [Fact]
    public void Credential_that_is_there_already_stays()
    {
        var mine = new FakeCredential();
        using var host = new ServiceCollection().AddSingleton<TokenCredential>(mine).AddAzureIdentity(new AzureSettings()).BuildServiceProvider();

        Assert.Same(mine, host.GetRequiredService<TokenCredential>());
    }

    private static TokenCredential Credential(IdentitySettings identity)
    {
        using var host = new ServiceCollection().AddAzureIdentity(new AzureSettings { Identity = identity }).BuildServiceProvider();
        return host.GetRequiredService<TokenCredential>();
    }
}
