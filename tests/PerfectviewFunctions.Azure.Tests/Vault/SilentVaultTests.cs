using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Vaults;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Vault;

/// <summary>What is let through, and for how long, while the vault says nothing.</summary>
public sealed class SilentVaultTests : VaultWorld
{
    private readonly ManualTimeProvider clock = new();

    private protected override TimeProvider Time => clock;

    [Theory]
    [InlineData(429, "Throttled")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task Value_that_was_kept_is_used_for_up_to_an_hour_and_logged_once_a_minute(int status, string code)
    {
        await Store.SetAsync(Name, "value-one", default);
        Vault.State.Break(new VaultFault(status, code) { RetryAfter = "60" });

        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("value-one", await UsualAsync());
        Assert.Equal("value-one", await UsualAsync());
        Assert.Single(Logs.Warnings);

        clock.Advance(TimeSpan.FromMinutes(53));
        Assert.Equal("value-one", await UsualAsync());
        Assert.Equal(2, Logs.Warnings.Count());

        clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<SecretsUnavailableException>(UsualAsync);
        Assert.DoesNotContain("value-", Logs.Everything, StringComparison.Ordinal);
    }

    /// <summary>Each call of a silent vault may take ten seconds.</summary>
    [Fact]
    public async Task Vault_is_asked_again_only_after_a_while()
    {
        await KeepOneAsync();
        Vault.State.Break(VaultFault.Broken with { RetryAfter = "60" });
        await UsualAsync();
        Vault.State.ForgetCalls();

        await UsualAsync();
        Assert.Empty(Vault.State.Calls);
        clock.Advance(TimeSpan.FromSeconds(15));
        await UsualAsync();

        Assert.Single(Vault.State.Calls);
    }

    [Fact]
    public async Task Vault_that_answers_again_is_believed_at_once()
    {
        await KeepOneAsync();
        Vault.State.Break(VaultFault.Broken with { RetryAfter = "60" });
        await UsualAsync();
        Vault.State.Mend();
        await Vault.NewClient().SetSecretAsync(Name.Value, "two");

        clock.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal("two", await UsualAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(299)]
    public async Task Reader_who_asks_for_less_than_the_usual_age_gets_no_old_value(int seconds)
    {
        await KeepOneAsync();
        Vault.State.Break(VaultFault.Broken with { RetryAfter = "60" });

        await Assert.ThrowsAsync<SecretsUnavailableException>(() => Store.GetAsync(Name, TimeSpan.FromSeconds(seconds), default));
    }

    [Fact]
    public async Task Secret_that_was_not_there_is_no_answer_while_the_vault_is_silent()
    {
        Assert.Null(await UsualAsync());
        clock.Advance(TimeSpan.FromMinutes(6));
        Vault.State.Break(VaultFault.Broken with { RetryAfter = "60" });

        await Assert.ThrowsAsync<SecretsUnavailableException>(UsualAsync);
    }

    [Fact]
    public async Task Forbidden_secret_is_gone_at_once_also_when_the_vault_falls_silent_after_that()
    {
        await KeepOneAsync();
        Vault.State.Break(VaultFault.Disabled);
        await Assert.ThrowsAsync<SecretsUnavailableException>(UsualAsync);
        Vault.State.Mend();
        Vault.State.Break(VaultFault.Broken with { RetryAfter = "60" });

        await Assert.ThrowsAsync<SecretsUnavailableException>(UsualAsync);
    }

    [Fact]
    public async Task Deleted_secret_is_gone_at_once_also_when_the_vault_falls_silent_after_that()
    {
        await KeepOneAsync();
        await Vault.NewClient().StartDeleteSecretAsync(Name.Value);
        Assert.Null(await UsualAsync());
        clock.Advance(TimeSpan.FromMinutes(6));
        Vault.State.Break(VaultFault.Broken with { RetryAfter = "60" });

        await Assert.ThrowsAsync<SecretsUnavailableException>(UsualAsync);
    }

    private async Task KeepOneAsync()
    {
        await Store.SetAsync(Name, "one", default);
        clock.Advance(TimeSpan.FromMinutes(6));
    }

    private Task<string?> UsualAsync() => Store.GetAsync(Name, SecretAge.Usual, default);
}
