using PerfectviewFunctions.Core.Engine;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

public sealed class BackoffTests
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void After_any_seed_grows_until_it_reaches_an_hour_and_stays_within_its_quarter()
    {
        foreach (var seed in Seeds(200))
        {
            var before = TimeSpan.Zero;
            for (var attempt = 1; attempt <= 60; attempt++)
            {
                var wait = Backoff.After(attempt, First, seed, null);
                var full = attempt <= 6 ? First * Math.Pow(2, attempt - 1) : Hour;
                Assert.InRange(wait, full * 0.75, full);
                Assert.True(attempt > 7 || wait >= before, $"Seed {seed}: attempt {attempt} waits {wait} after {before}.");
                before = wait;
            }
        }
    }

    [Fact]
    public void After_many_that_failed_together_spreads_them_over_the_quarter()
    {
        var tenths = Seeds(500)
            .GroupBy(seed => (int)((1 - (Backoff.After(7, First, seed, null) / Hour)) / 0.025))
            .ToDictionary(tenth => tenth.Key, tenth => tenth.Count());

        Assert.All(Enumerable.Range(0, 10), tenth => Assert.InRange(tenths.GetValueOrDefault(tenth), 20, 100));
    }

    [Fact]
    public void After_same_question_has_the_same_answer() =>
        Assert.Equal(Backoff.After(3, First, "evt-1", null), Backoff.After(3, First, "evt-1", null));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void After_fewer_than_one_attempt_waits_as_after_the_first(int attempts) =>
        Assert.InRange(Backoff.After(attempts, First, "evt-1", null), First * 0.75, First);

    [Fact]
    public void After_longer_wait_asked_for_is_kept() =>
        Assert.Equal(TimeSpan.FromMinutes(20), Backoff.After(1, First, "evt-1", TimeSpan.FromMinutes(20)));

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(-60)]
    public void After_shorter_wait_asked_for_changes_nothing(int seconds) =>
        Assert.Equal(Backoff.After(2, First, "evt-1", null), Backoff.After(2, First, "evt-1", TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(61)]
    [InlineData(60 * 24 * 365)]
    public void After_more_than_an_hour_asked_for_waits_an_hour(int minutes) =>
        Assert.Equal(Hour, Backoff.After(1, First, "evt-1", TimeSpan.FromMinutes(minutes)));

    /// <summary>Ids as a sender numbers them, which differ in little.</summary>
    private static IEnumerable<string> Seeds(int count) => Enumerable.Range(1, count).Select(number => $"evt-2026-{number:D5}");
}
