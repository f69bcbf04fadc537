using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Vault;

public sealed class VaultTimeOutTests : VaultWorld
{
    private readonly ManualTimeProvider clock = new();

    private protected override TimeProvider Time => clock;

    [Fact]
    public async Task Get_from_a_vault_that_does_not_answer_ends_after_ten_seconds()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Vault.State.Before = _ =>
        {
            arrived.TrySetResult();
            return Task.CompletedTask;
        };
        Vault.State.Hangs = _ => true;
        var store = NewHost(configure: options => options.Retry.NetworkTimeout = Timeout.InfiniteTimeSpan);
        var reading = store.GetAsync(Name, SecretAge.Now, default);
        await arrived.Task;

        clock.Advance(TimeSpan.FromSeconds(10));

        var fault = await Assert.ThrowsAsync<SecretsUnavailableException>(() => reading);
        Assert.Contains("10 seconds", fault.Message, StringComparison.Ordinal);
        Assert.True(fault.IsPassing);
    }
}
