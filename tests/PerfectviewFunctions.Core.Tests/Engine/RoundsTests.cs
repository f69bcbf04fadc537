using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

/// <summary>Turns are taken round by round, and what one run did not come to is first in the next.</summary>
public sealed class RoundsTests
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    private readonly ManualTimeProvider clock = new();
    private readonly List<(string Who, TimeSpan Left)> turns = [];
    private readonly Rounds<string> rounds;

    public RoundsTests() => rounds = new Rounds<string>(clock);

    [Fact]
    public async Task Whoever_has_more_to_do_comes_again_after_the_others()
    {
        Assert.True(await RunAsync(TimeSpan.FromHours(1), times => times < 3, "a", "b"));

        Assert.Equal(["a", "b", "a", "b", "a", "b"], turns.Select(turn => turn.Who));
    }

    [Fact]
    public async Task Last_turn_ends_with_the_run_and_nothing_is_begun_after_it()
    {
        Assert.False(await RunAsync(TimeSpan.FromSeconds(25), _ => true, "a", "b", "c", "d"));

        Assert.Equal([("a", Turn), ("b", Turn), ("c", TimeSpan.FromSeconds(5))], turns);
    }

    [Fact]
    public async Task What_one_run_did_not_come_to_is_first_in_the_next_and_what_has_gone_is_not()
    {
        await RunAsync(Turn * 2, _ => false, "a", "b", "c", "d");
        turns.Clear();

        Assert.True(await RunAsync(TimeSpan.FromHours(1), _ => false, "a", "b", "d"));

        Assert.Equal(["d", "a", "b"], turns.Select(turn => turn.Who));
    }

    [Fact]
    public async Task Run_in_which_one_fails_begins_the_next_with_those_it_left()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(
            TimeSpan.FromHours(1), _ => turns.Count == 2 ? throw new InvalidOperationException("b fails") : false, "a", "b", "c"));
        turns.Clear();

        await RunAsync(TimeSpan.FromHours(1), _ => false, "a", "b", "c");

        Assert.Equal(["c", "a", "b"], turns.Select(turn => turn.Who));
    }

    [Fact]
    public async Task So_many_as_allowed_are_worked_on_at_once()
    {
        var (begun, all) = (0, new TaskCompletionSource());

        var done = rounds.RunAsync(
            new SortedSet<string> { "a", "b", "c" },
            parallelism: 3,
            TimeSpan.FromHours(1),
            Turn,
            async (_, _, _) =>
            {
                if (Interlocked.Increment(ref begun) == 3)
                {
                    all.SetResult();
                }

                await all.Task.WaitAsync(TimeSpan.FromMinutes(1));
                return false;
            },
            default);

        Assert.True(await done);
    }

    /// <param name="hasMore">Whether one that had so many turns has more to do.</param>
    private Task<bool> RunAsync(TimeSpan budget, Func<int, bool> hasMore, params string[] all) => rounds.RunAsync(
        new SortedSet<string>(all, StringComparer.Ordinal),
        parallelism: 1,
        budget,
        Turn,
        (who, until, _) =>
        {
            turns.Add((who, until - clock.GetUtcNow()));
            clock.Advance(until - clock.GetUtcNow());
            return Task.FromResult(hasMore(turns.Count(turn => turn.Who == who)));
        },
        default);
}
