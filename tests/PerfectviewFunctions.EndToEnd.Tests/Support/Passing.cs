namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>Lets time pass as a running host would see it: the clock moves and the minute timer runs.</summary>
internal static class Passing
{
    public static async Task PassAsync(this World world, Host host, TimeSpan total, TimeSpan? step = null)
    {
        var each = step ?? TimeSpan.FromMinutes(1);
        for (var passed = TimeSpan.Zero; passed < total; passed += each)
        {
            world.Clock.Advance(each);
            await host.SweepAsync();
        }
    }

    public static Task PassMinutesAsync(this World world, Host host, int minutes) =>
        world.PassAsync(host, TimeSpan.FromMinutes(minutes));

    /// <summary>Waits, briefly and for real, for what another thread is about to do.</summary>
    public static async Task UntilAsync(Func<bool> reached)
    {
        for (var waited = 0; !reached(); waited++)
        {
            if (waited == 5000)
            {
                throw new TimeoutException("What the test waits for did not happen.");
            }

            await Task.Delay(2);
        }
    }
}
