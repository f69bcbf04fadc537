using PerfectviewFunctions.Core.Secrets;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Vault;

public sealed class VaultReadTests : VaultWorld
{
    [Fact]
    public async Task Get_unknown_name_is_null() => Assert.Null(await ReadAsync());

    [Theory]
    [InlineData("x")]
    [InlineData("whsec_+/=\"\\\r\n€🧾")]
    public async Task Set_value_is_read_back(string value)
    {
        await Store.SetAsync(Name, value, default);

        Assert.Equal(value, await ReadAsync());
        Assert.Equal(value, await NewHost().GetAsync(Name, SecretAge.Now, default));
    }

    [Fact]
    public async Task Set_value_of_the_greatest_length_is_read_back()
    {
        var value = new string('€', SecretLimits.ValueBytes / 3);

        await Store.SetAsync(Name, value, default);

        Assert.Equal(value, await ReadAsync());
    }

    [Fact]
    public async Task Set_value_beyond_the_limits_is_refused_without_a_call()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.SetAsync(Name, new string('s', SecretLimits.ValueBytes + 1), default));

        Assert.Empty(Vault.State.Calls);
    }

    [Fact]
    public async Task Starting_a_host_asks_nothing()
    {
        NewHost();

        Assert.Empty(Vault.Credential.Requests);
        Assert.Empty(Vault.State.Calls);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Token_is_asked_for_the_resource_and_tenant_that_the_vault_names()
    {
        await ReadAsync();

        var asked = Assert.Single(Vault.Credential.Requests);
        Assert.Equal(["https://vault.azure.net/.default"], asked.Scopes);
        Assert.Equal("00000000-0000-0000-0000-000000000001", asked.TenantId);
    }

    /// <summary>To the vault the dates of a secret are remarks.</summary>
    [Fact]
    public async Task Get_expired_secret_is_read_and_its_name_logged()
    {
        await Store.SetAsync(Name, "value-1", default);
        Vault.State.VersionsOf(Name.Value)[0].Expires = Time.GetUtcNow().AddDays(-1);

        Assert.Equal("value-1", await ReadAsync());

        var line = Assert.Single(Logs.Warnings);
        Assert.Contains(Name.Value, line, StringComparison.Ordinal);
        Assert.DoesNotContain("value-1", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_purged_secret_is_null()
    {
        await Store.SetAsync(Name, "value-1", default);
        await Store.DeleteAsync(Name, default);
        await ReadAsync();
        await Vault.NewClient().PurgeDeletedSecretAsync(Name.Value);

        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task Get_given_up_by_its_caller_is_cancelled_and_no_fault_of_the_vault()
    {
        using var given = new CancellationTokenSource();
        Vault.State.Before = _ => given.CancelAsync();
        Vault.State.Hangs = _ => true;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.GetAsync(Name, SecretAge.Now, given.Token));
    }
}
