using Microsoft.Extensions.Logging.Abstractions;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;
using PerfectviewFunctions.Web.Endpoints.Health;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Health;

public sealed class ReadinessTests
{
    private readonly MemorySecrets secrets = [];
    private readonly ManualTimeProvider clock = new();

    [Fact]
    public async Task Store_that_never_answers_is_down_after_the_limit_and_holds_up_nobody()
    {
        var readiness = Of(new SilentStore());

        var asked = readiness.AskAsync(default);
        Assert.False(asked.IsCompleted);
        clock.Advance(Readiness.Limit);

        Assert.Equal(new Reach(Store: false, Secrets: true), await asked);
    }

    /// <summary>A driver may block instead of waiting; whoever asks meanwhile is not to queue up behind it.</summary>
    [Fact]
    public async Task Store_that_blocks_its_caller_is_down_after_the_limit_and_holds_up_nobody()
    {
        var release = new TaskCompletionSource();
        var readiness = Of(new BlockingStore(release.Task));

        var asked = Task.WhenAll(readiness.AskAsync(default), readiness.AskAsync(default));
        Assert.False(asked.IsCompleted);
        clock.Advance(Readiness.Limit);

        Assert.All(await asked, reach => Assert.False(reach.Store));
        release.SetResult();
    }

    [Fact]
    public async Task Answer_counts_for_a_while_and_is_looked_for_anew_after_it()
    {
        var readiness = Of(new InMemoryRowStore());
        secrets.Fault = new SecretsUnavailableException("Away.");
        Assert.Equal(new Reach(Store: true, Secrets: false), await readiness.AskAsync(default));

        secrets.Fault = null;
        clock.Advance(Readiness.Remembered - TimeSpan.FromTicks(1));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => readiness.AskAsync(default)));
        Assert.Equal(new Reach(Store: true, Secrets: false), await readiness.AskAsync(default));
        Assert.Equal(1, secrets.Reads);

        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(new Reach(Store: true, Secrets: true), await readiness.AskAsync(default));
    }

    [Fact]
    public async Task Whoever_stops_asking_stops_nobody_else()
    {
        var readiness = Of(new SilentStore());
        using var gone = new CancellationTokenSource();
        var first = readiness.AskAsync(gone.Token);
        var second = readiness.AskAsync(default);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        clock.Advance(Readiness.Limit);
        Assert.False((await second).Store);
    }

    private Readiness Of(IRowStore store) => new(store, secrets, clock, NullLogger<Readiness>.Instance);

    /// <summary>A store that neither answers nor stops when it is told to.</summary>
    private sealed class SilentStore : IRowStore
    {
        public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellationToken) => new TaskCompletionSource<Row?>().Task;

        public IAsyncEnumerable<Row> QueryAsync(string partition, string from, string to, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<WriteResult> WriteAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    /// <summary>A store that holds its caller's thread until it is released; where nobody could do so, for a while only.</summary>
    private sealed class BlockingStore(Task release) : IRowStore
    {
        public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellationToken)
        {
            release.Wait(TimeSpan.FromSeconds(10), CancellationToken.None);
            return Task.FromResult<Row?>(null);
        }

        public IAsyncEnumerable<Row> QueryAsync(string partition, string from, string to, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<WriteResult> WriteAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
