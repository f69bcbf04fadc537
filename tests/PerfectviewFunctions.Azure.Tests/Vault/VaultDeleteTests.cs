using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Testing.Vaults;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Vault;

public sealed class VaultDeleteTests : VaultWorld
{
    [Fact]
    public async Task Delete_takes_all_versions_away_and_may_be_repeated()
    {
        await Store.SetAsync(Name, "one", default);
        await Store.SetAsync(Name, "two", default);

        await Store.DeleteAsync(Name, default);
        await Store.DeleteAsync(Name, default);

        Assert.Null(await ReadAsync());
        Assert.True(Vault.State.IsDeleted(Name.Value));
    }

    [Fact]
    public async Task Delete_of_what_was_never_there_is_nothing()
    {
        await Store.DeleteAsync(Name, default);

        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task Delete_does_not_wait_until_it_is_over()
    {
        await Store.SetAsync(Name, "one", default);
        Vault.State.DeletionTakes = 1000;
        Vault.State.ForgetCalls();

        await Store.DeleteAsync(Name, default);
        await Store.DeleteAsync(Name, default);

        Assert.Equal(2, Vault.State.Calls.Count);
        Assert.Null(await ReadAsync());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(0, 4)]
    [InlineData(5, 6)]
    public async Task Set_after_delete_recovers_the_name_and_only_the_new_version_is_enabled(int deletionTakes, int recoveryTakes)
    {
        (Vault.State.DeletionTakes, Vault.State.RecoveryTakes) = (deletionTakes, recoveryTakes);
        await Store.SetAsync(Name, "one", default);
        await Store.SetAsync(Name, "two", default);
        await Store.DeleteAsync(Name, default);

        await Store.SetAsync(Name, "three", default);

        Assert.Equal("three", await ReadAsync());
        Assert.Equal("three", await NewHost().GetAsync(Name, SecretAge.Now, default));
        Assert.Equal(["three"], Enabled());
        Assert.Equal(1, CallsOf("POST", "/recover"));
    }

    /// <summary>Nothing of a deleted secret can be looked at while its newest version is disabled.</summary>
    [Fact]
    public async Task Set_after_delete_works_for_a_disabled_secret_too()
    {
        (Vault.State.DeletionTakes, Vault.State.RecoveryTakes) = (2, 2);
        await Store.SetAsync(Name, "one", default);
        Vault.State.VersionsOf(Name.Value)[0].Enabled = false;
        await Store.DeleteAsync(Name, default);

        await Store.SetAsync(Name, "two", default);

        Assert.Equal("two", await ReadAsync());
    }

    [Fact]
    public async Task Set_after_delete_goes_on_when_somebody_else_recovers_the_name_meanwhile()
    {
        Vault.State.RecoveryTakes = 3;
        await Store.SetAsync(Name, "one", default);
        await Store.DeleteAsync(Name, default);
        Vault.State.Before = async call =>
        {
            if (call.Method == "POST")
            {
                Vault.State.Before = null;
                await Vault.NewClient().StartRecoverDeletedSecretAsync(Name.Value);
            }
        };

        await Store.SetAsync(Name, "two", default);

        Assert.Equal("two", await ReadAsync());
        Assert.Equal(["two"], Enabled());
    }

    [Fact]
    public async Task Set_after_delete_by_two_hosts_at_once_ends_with_a_readable_value()
    {
        (Vault.State.DeletionTakes, Vault.State.RecoveryTakes) = (3, 3);
        await Store.SetAsync(Name, "one", default);
        await Store.DeleteAsync(Name, default);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => NewHost().SetAsync(Name, $"value {i}", default)));

        Assert.Equal(Vault.State.VersionsOf(Name.Value)[^1].Value, await ReadAsync());
    }

    [Fact]
    public async Task Set_after_a_delete_that_never_ends_gives_up_after_a_minute_and_says_so()
    {
        await Store.SetAsync(Name, "value-one", default);
        Vault.State.DeletionTakes = int.MaxValue;
        await Store.DeleteAsync(Name, default);
        var before = Time.GetUtcNow();

        var fault = await Assert.ThrowsAsync<SecretsUnavailableException>(() => Store.SetAsync(Name, "value-two", default));

        Assert.Equal(TimeSpan.FromMinutes(1), Time.GetUtcNow() - before);
        Assert.Contains("ObjectIsBeingDeleted", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("value-", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_of_a_name_that_is_being_recovered_waits_for_it()
    {
        await Store.SetAsync(Name, "one", default);
        await Store.DeleteAsync(Name, default);
        Vault.State.RecoveryTakes = 3;
        await Vault.NewClient().StartRecoverDeletedSecretAsync(Name.Value);

        await Store.DeleteAsync(Name, default);

        Assert.True(Vault.State.IsDeleted(Name.Value));
        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task Set_without_the_right_to_recover_says_which_role_is_missing()
    {
        await Store.SetAsync(Name, "one", default);
        await Store.DeleteAsync(Name, default);
        Vault.State.Break(VaultFault.NoRole with { Where = call => call.Method == "POST" });

        var fault = await Assert.ThrowsAsync<SecretsUnavailableException>(() => Store.SetAsync(Name, "two", default));

        Assert.Contains("Key Vault Secrets Officer", fault.Message, StringComparison.Ordinal);
    }
}
