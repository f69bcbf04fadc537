using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Testing.Vaults;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Vault;

public sealed class VaultSetTests : VaultWorld
{
    [Fact]
    public async Task Set_over_a_value_leaves_only_the_new_version_enabled()
    {
        await Store.SetAsync(Name, "one", default);
        await Store.SetAsync(Name, "two", default);
        await Store.SetAsync(Name, "three", default);

        Assert.Equal(["three"], Enabled());
        Assert.Equal("three", await ReadAsync());
        Assert.Equal(3, Vault.State.VersionsOf(Name.Value).Count);
    }

    [Fact]
    public async Task Set_disables_what_stands_on_later_pages_too()
    {
        Vault.State.PageSize = 2;
        var operators = Vault.NewClient();
        for (var i = 0; i < 7; i++)
        {
            await operators.SetSecretAsync(Name.Value, $"by hand {i}");
        }

        await Store.SetAsync(Name, "new", default);

        Assert.Equal(["new"], Enabled());
        Assert.Equal(4, CallsOf("GET", "/versions"));
    }

    [Fact]
    public async Task Set_that_cannot_disable_the_older_version_holds_and_the_next_one_makes_up_for_it()
    {
        await Store.SetAsync(Name, "value-one", default);
        Vault.State.Break(VaultFault.NoRole with { Where = call => call.Method == "PATCH" });

        await Store.SetAsync(Name, "value-two", default);

        Assert.Equal("value-two", await ReadAsync());
        Assert.Equal(["value-one", "value-two"], Enabled());
        Assert.Contains(Name.Value, Assert.Single(Logs.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain("value-", Logs.Everything, StringComparison.Ordinal);

        Vault.State.Mend();
        await Store.SetAsync(Name, "value-three", default);
        Assert.Equal(["value-three"], Enabled());
    }

    /// <summary>Both versions have the same date, and each writer sees the other's in the list.</summary>
    [Fact]
    public async Task Two_writers_at_once_leave_the_newest_readable()
    {
        await Store.SetAsync(Name, "first", default);
        var other = NewHost();
        Vault.State.Before = async call =>
        {
            if (call.Path.EndsWith("/versions", StringComparison.Ordinal))
            {
                Vault.State.Before = null;
                await other.SetAsync(Name, "other", default);
            }
        };

        await Store.SetAsync(Name, "mine", default);

        Assert.Equal(["other"], Enabled());
        Assert.Equal("other", await NewHost().GetAsync(Name, SecretAge.Now, default));
    }

    /// <summary>The other writes after the list was made, so that only asking for the newest version shows it.</summary>
    [Fact]
    public async Task Writer_overtaken_after_it_listed_the_versions_disables_none()
    {
        await Store.SetAsync(Name, "first", default);
        var other = NewHost();
        var listed = false;
        Vault.State.Before = async call =>
        {
            if (listed && call.Method == "GET")
            {
                Vault.State.Before = null;
                await other.SetAsync(Name, "other", default);
            }

            listed |= call.Path.EndsWith("/versions", StringComparison.Ordinal);
        };

        await Store.SetAsync(Name, "mine", default);

        Assert.Equal(["other"], Enabled());
        Assert.Equal(2, CallsOf("PATCH"));
    }

    [Fact]
    public async Task Many_writers_at_once_end_with_a_readable_value()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => NewHost().SetAsync(Name, $"value {i}", default)));

        var newest = Vault.State.VersionsOf(Name.Value)[^1];
        Assert.True(newest.Enabled);
        Assert.Equal(newest.Value, await NewHost().GetAsync(Name, SecretAge.Now, default));
    }

    [Fact]
    public async Task Set_over_a_disabled_secret_works()
    {
        await Store.SetAsync(Name, "old", default);
        Vault.State.VersionsOf(Name.Value)[0].Enabled = false;
        await RefusedAsync();

        await Store.SetAsync(Name, "new", default);

        Assert.Equal("new", await ReadAsync());
    }

    [Fact]
    public async Task Set_that_is_never_answered_says_so_and_what_stands_is_read_anew()
    {
        await Store.SetAsync(Name, "old", default);
        Vault.State.Break(VaultFault.Broken with { Where = call => call.Method == "PUT" });

        await Assert.ThrowsAsync<SecretsUnavailableException>(() => Store.SetAsync(Name, "new", default));

        Vault.State.Mend();
        await Vault.NewClient().SetSecretAsync(Name.Value, "it held after all");
        Assert.Equal("it held after all", await Store.GetAsync(Name, SecretAge.Usual, default));
    }
}
