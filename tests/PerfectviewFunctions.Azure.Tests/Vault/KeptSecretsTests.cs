using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Azure.Vault;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Vault;

public sealed class KeptSecretsTests
{
    private static readonly SecretName Name = SecretName.ForDeployment("admin-key");

    private readonly PlainSecrets below = new();
    private readonly ManualTimeProvider clock = new();
    private readonly KeptSecrets kept;

    public KeptSecretsTests() => kept = new KeptSecrets(below, clock, new Logger<KeptSecrets>(new LoggerFactory()));

    [Fact]
    public async Task Get_younger_than_allowed_asks_nothing_and_older_asks_again()
    {
        below[Name] = "one";
        await ReadAsync(SecretAge.Usual);
        below[Name] = "two";

        clock.Advance(SecretAge.Usual - TimeSpan.FromTicks(1));
        Assert.Equal("one", await ReadAsync(SecretAge.Usual));
        Assert.Equal(1, below.Reads);

        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("two", await ReadAsync(SecretAge.Usual));
        Assert.Equal(2, below.Reads);
    }

    [Fact]
    public async Task Get_now_always_asks()
    {
        await ReadAsync(SecretAge.Now);
        await ReadAsync(SecretAge.Now);

        Assert.Equal(2, below.Reads);
    }

    /// <summary>What was asked for in the future is not new for ever, nor is it what stands now.</summary>
    [Fact]
    public async Task Get_after_the_clock_was_set_back_asks_again()
    {
        below[Name] = "one";
        await ReadAsync(SecretAge.Usual);
        below[Name] = "two";
        clock.Advance(TimeSpan.FromHours(-1));

        Assert.Equal("two", await ReadAsync(SecretAge.Now));
        below[Name] = "three";
        Assert.Equal("two", await ReadAsync(SecretAge.Usual));
        clock.Advance(SecretAge.Usual);
        Assert.Equal("three", await ReadAsync(SecretAge.Usual));
    }

    [Fact]
    public async Task Get_keeps_that_there_is_none()
    {
        await ReadAsync(SecretAge.Usual);
        below[Name] = "new";

        Assert.Null(await ReadAsync(SecretAge.Usual));
        clock.Advance(SecretAge.AfterRefusal);
        Assert.Equal("new", await ReadAsync(SecretAge.AfterRefusal));
    }

    [Fact]
    public async Task Get_by_many_at_once_asks_once()
    {
        below[Name] = "one";
        var go = HoldReadings();
        var readings = Enumerable.Range(0, 50).Select(_ => ReadAsync(SecretAge.Usual)).ToList();
        go.SetResult();

        Assert.All(await Task.WhenAll(readings), value => Assert.Equal("one", value));
        Assert.Equal(1, below.Reads);
    }

    [Fact]
    public async Task Get_given_up_by_the_first_reader_still_answers_the_second()
    {
        below[Name] = "one";
        var go = HoldReadings();
        using var given = new CancellationTokenSource();
        var first = kept.GetAsync(Name, SecretAge.Usual, given.Token);
        var second = ReadAsync(SecretAge.Usual);

        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        go.SetResult();

        Assert.Equal("one", await second);
        Assert.Equal(1, below.Reads);
    }

    /// <summary>Whoever changes a secret by what it was can't be answered by what somebody asked before.</summary>
    [Fact]
    public async Task Get_now_does_not_join_a_reading_that_began_earlier()
    {
        below[Name] = "one";
        var go = HoldReadings();
        var earlier = ReadAsync(SecretAge.Usual);
        await UntilReadsAsync(1);
        below.AfterGet = null;
        below[Name] = "two";

        Assert.Equal("two", await ReadAsync(SecretAge.Now));

        go.SetResult();
        await earlier;
    }

    [Fact]
    public async Task Failure_is_not_kept()
    {
        below[Name] = "one";
        below.Fault = new SecretsUnavailableException("down");
        await Assert.ThrowsAsync<SecretsUnavailableException>(() => ReadAsync(SecretAge.Usual));
        below.Fault = null;

        Assert.Equal("one", await ReadAsync(SecretAge.Usual));
    }

    [Fact]
    public async Task Set_and_delete_of_this_host_count_at_once_and_cost_no_reading()
    {
        await ReadAsync(SecretAge.Usual);

        await kept.SetAsync(Name, "mine", default);
        Assert.Equal("mine", await ReadAsync(SecretAge.Usual));
        await kept.DeleteAsync(Name, default);
        Assert.Null(await ReadAsync(SecretAge.Usual));

        Assert.Equal(1, below.Reads);
    }

    [Fact]
    public async Task Reading_that_began_before_a_set_does_not_undo_it()
    {
        below[Name] = "old";
        var go = HoldReadings();
        var reading = ReadAsync(SecretAge.Usual);
        await UntilReadsAsync(1);

        await kept.SetAsync(Name, "new", default);
        go.SetResult();
        await reading;

        Assert.Equal("new", await ReadAsync(SecretAge.Usual));
    }

    [Fact]
    public async Task Reading_that_began_during_a_set_does_not_undo_it()
    {
        below[Name] = "old";
        var go = new TaskCompletionSource();
        Task<string?>? reading = null;
        below.BeforeChange = async () =>
        {
            below.AfterGet = () => go.Task;
            reading = ReadAsync(SecretAge.Usual);
            await UntilReadsAsync(1);
        };

        await kept.SetAsync(Name, "new", default);
        Assert.Equal("new", await ReadAsync(SecretAge.Usual));
        go.SetResult();
        await reading!;

        Assert.Equal("new", await ReadAsync(SecretAge.Usual));
    }

    [Fact]
    public async Task Set_that_failed_leaves_nothing_kept()
    {
        below[Name] = "old";
        await ReadAsync(SecretAge.Usual);
        below.Fault = new SecretsUnavailableException("down");
        await Assert.ThrowsAsync<SecretsUnavailableException>(() => kept.SetAsync(Name, "new", default));
        below.Fault = null;
        below[Name] = "it held after all";

        Assert.Equal("it held after all", await ReadAsync(SecretAge.Usual));
    }

    /// <summary>Which of two holds only the store can tell.</summary>
    [Fact]
    public async Task Two_sets_at_once_leave_it_to_the_store()
    {
        Task? second = null;
        below.BeforeChange = () =>
        {
            below.BeforeChange = null;
            second = kept.SetAsync(Name, "overwritten", default);
            return Task.CompletedTask;
        };

        await kept.SetAsync(Name, "last", default);
        await second!;

        Assert.Equal("last", await ReadAsync(SecretAge.Usual));
        Assert.Equal(1, below.Reads);
    }

    [Fact]
    public async Task Names_that_are_made_up_push_out_no_secret_and_the_memory_stays_bounded()
    {
        below[Name] = "one";
        await ReadAsync(SecretAge.Usual);
        clock.Advance(TimeSpan.FromSeconds(1));

        for (var i = 0; i <= KeptSecrets.Most; i++)
        {
            await kept.GetAsync(SecretName.ForTenant(TenantId.Parse($"made-up-{i}"), "webhook"), SecretAge.Usual, default);
        }

        var reads = below.Reads;
        Assert.Equal("one", await ReadAsync(SecretAge.Usual));
        Assert.Equal(reads, below.Reads);
        await kept.GetAsync(SecretName.ForTenant(TenantId.Parse("made-up-0"), "webhook"), SecretAge.Usual, default);
        Assert.Equal(reads + 1, below.Reads);
    }

    private Task<string?> ReadAsync(TimeSpan maxAge) => kept.GetAsync(Name, maxAge, default);

    private TaskCompletionSource HoldReadings()
    {
        var go = new TaskCompletionSource();
        below.AfterGet = () => go.Task;
        return go;
    }

    private async Task UntilReadsAsync(int count)
    {
        while (below.Reads < count)
        {
            await Task.Yield();
        }
    }
}
