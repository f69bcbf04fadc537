using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Gate;

public sealed class FailedAttemptsTests
{
    private static readonly Attempt One = new("192.0.2.1", "api");

    private readonly ManualTimeProvider clock = new();

    [Fact]
    public void Twenty_within_a_minute_are_enough_until_that_minute_is_over()
    {
        var failed = new FailedAttempts(new GateOptions(), clock);
        for (var count = 1; count < 20; count++)
        {
            Assert.False(failed.Count(One));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null(failed.RestOf(One));
        Assert.True(failed.Count(One));
        Assert.Equal(TimeSpan.FromSeconds(41), failed.RestOf(One));

        clock.Advance(TimeSpan.FromSeconds(41) - TimeSpan.FromTicks(1));
        Assert.NotNull(failed.RestOf(One));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(failed.RestOf(One));
        Assert.False(failed.Count(One));
        Assert.Null(failed.RestOf(One));
    }

    [Fact]
    public void Other_addresses_and_other_targets_are_counted_by_themselves()
    {
        var failed = new FailedAttempts(new GateOptions { MaxFailures = 1 }, clock);

        failed.Count(One);

        Assert.NotNull(failed.RestOf(One));
        Assert.Null(failed.RestOf(One with { Address = "192.0.2.2" }));
        Assert.Null(failed.RestOf(One with { Target = "signature:demo" }));
    }

    [Fact]
    public void When_it_is_full_the_oldest_is_forgotten()
    {
        var failed = new FailedAttempts(new GateOptions { MaxFailures = 1, MaxCounted = 3 }, clock);
        var attempts = Enumerable.Range(1, 4).Select(number => new Attempt($"192.0.2.{number}", "api")).ToList();

        foreach (var attempt in attempts)
        {
            failed.Count(attempt);
        }

        Assert.Equal([true, false, false, false], attempts.Select(attempt => failed.RestOf(attempt) is null));
    }

    [Fact]
    public void What_is_over_makes_room_before_what_is_not()
    {
        var failed = new FailedAttempts(new GateOptions { MaxFailures = 2, MaxCounted = 2 }, clock);
        var two = One with { Address = "192.0.2.2" };
        var three = One with { Address = "192.0.2.3" };
        failed.Count(One);
        clock.Advance(TimeSpan.FromSeconds(59));
        failed.Count(two);
        failed.Count(two);
        clock.Advance(TimeSpan.FromSeconds(1));
        failed.Count(One);
        failed.Count(three);

        Assert.Null(failed.RestOf(One));
        Assert.Null(failed.RestOf(two));
        failed.Count(three);
        Assert.NotNull(failed.RestOf(three));
    }

    [Theory]
    [InlineData(0, 60, 10_000, "MaxFailures")]
    [InlineData(20, 0, 10_000, "FailureWindow")]
    [InlineData(20, 3601, 10_000, "FailureWindow")]
    [InlineData(20, 60, 0, "MaxCounted")]
    [InlineData(20, 60, 1_000_001, "MaxCounted")]
    [InlineData(20, 60, 10_000, null)]
    public void Options_that_make_no_sense_are_named(int failures, int seconds, int counted, string? named)
    {
        var faults = new GateOptions { MaxFailures = failures, FailureWindow = TimeSpan.FromSeconds(seconds), MaxCounted = counted }.Faults().ToList();

        Assert.Equal(named is null ? 0 : 1, faults.Count);
        Assert.All(faults, fault => Assert.StartsWith(named!, fault, StringComparison.Ordinal));
    }
}
