using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Gate;

public sealed class DoorTests
{
    /// <summary>At once, and waiting for those: of all, and of one tenant.</summary>
    private const int OfAll = 4 + (4 * Door.QueueForEach);
    private const int OfOne = 2 + (2 * Door.QueueForEach);

    private readonly ManualTimeProvider clock = new();
    private readonly Door door;

    public DoorTests() => door = new Door(new GateOptions { MaxAtOnce = 4, MaxAtOncePerTenant = 2 }, clock);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(4, 5)]
    [InlineData(10_001, 8)]
    public void Options_that_let_nobody_in_or_a_tenant_more_than_all_are_named(int atOnce, int perTenant) => Assert.Contains(
        "MaxAtOnce",
        Assert.Single(new GateOptions { MaxAtOnce = atOnce, MaxAtOncePerTenant = perTenant }.Faults()),
        StringComparison.Ordinal);

    [Fact]
    public async Task Noisy_tenant_fills_its_own_share_and_others_get_in()
    {
        var noisy = Enumerable.Range(0, OfOne).Select(_ => door.EnterAsync("noisy", default)).ToList();

        Assert.Equal(2, noisy.Count(one => one.IsCompleted));
        Assert.Equal((null, Crowd.OfTenant), await door.EnterAsync("noisy", default));
        Assert.Equal(Crowd.None, (await door.EnterAsync("quiet", default)).Crowd);
    }

    [Fact]
    public async Task Whoever_leaves_lets_in_who_waited_longest()
    {
        var (first, _) = await door.EnterAsync("a", default);
        await door.EnterAsync("a", default);
        var (waiting, later) = (door.EnterAsync("a", default), door.EnterAsync("a", default));
        Assert.False(waiting.IsCompleted);

        first!.Dispose();

        Assert.Equal(Crowd.None, (await waiting).Crowd);
        Assert.False(later.IsCompleted);
    }

    [Fact]
    public async Task Flood_under_made_up_names_ends_at_the_whole_and_leaves_no_name_behind()
    {
        var flood = Enumerable.Range(0, 100).Select(number => door.EnterAsync($"name-{number}", default)).ToList();

        var refused = flood.Where(one => one.IsCompleted && one.Result.Crowd == Crowd.OfAll).ToList();
        Assert.Equal(100 - OfAll, refused.Count);
        Assert.Equal(OfAll, door.Remembered);

        // Each that leaves lets another in, until nobody is left.
        for (var done = 0; done < OfAll; done++)
        {
            var next = flood.First(one => one is { IsCompleted: true, Result.Pass: not null });
            flood.Remove(next);
            (await next).Pass!.Dispose();
            await Task.WhenAll(flood.Where(one => !refused.Contains(one)).Take(Math.Min(4, OfAll - 1 - done)));
        }

        Assert.Equal(0, door.Remembered);
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_to_come_again_and_forgotten()
    {
        var inside = new List<IDisposable?> { (await door.EnterAsync("a", default)).Pass, (await door.EnterAsync("a", default)).Pass };
        var waiting = door.EnterAsync("a", default);

        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal((null, Crowd.OfTenant), await waiting);
        inside.ForEach(pass => pass!.Dispose());
        Assert.Equal(0, door.Remembered);
    }

    [Fact]
    public async Task Who_hangs_up_while_waiting_leaves_his_place()
    {
        await door.EnterAsync("a", default);
        var (second, _) = await door.EnterAsync("a", default);
        using var gone = new CancellationTokenSource();
        var waiting = door.EnterAsync("a", gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        second!.Dispose();
        Assert.True(door.EnterAsync("a", default).IsCompleted);
    }

    [Fact]
    public async Task Pass_given_back_twice_lets_in_one()
    {
        var (pass, _) = await door.EnterAsync("a", default);
        await door.EnterAsync("a", default);

        pass!.Dispose();
        pass.Dispose();

        Assert.True(door.EnterAsync("a", default).IsCompleted);
        Assert.False(door.EnterAsync("a", default).IsCompleted);
    }
}
