using PerfectviewFunctions.Core.Secrets;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Secrets;

public sealed class SecretAgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(59, 0)]
    [InlineData(60, 0)]
    [InlineData(61, 1)]
    [InlineData(200, 140)]
    [InlineData(360, 300)]
    [InlineData(361, 300)]
    [InlineData(1_000_000, 300)]
    public void Nothing_read_before_a_change_or_within_a_minute_after_it_counts(int secondsSinceChange, int allowed) =>
        Assert.Equal(TimeSpan.FromSeconds(allowed), SecretAge.SinceChange(Now.AddSeconds(-secondsSinceChange), Now));

    [Fact]
    public void Change_by_a_host_whose_clock_is_fast_is_looked_for_now() =>
        Assert.Equal(SecretAge.Now, SecretAge.SinceChange(Now.AddSeconds(30), Now));

    [Fact]
    public void Secret_of_which_no_change_is_known_may_be_as_old_as_usual() => Assert.Equal(SecretAge.Usual, SecretAge.SinceChange(null, Now));
}
