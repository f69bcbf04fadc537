using PerfectviewFunctions.Web.Pages.Balances;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Balances;

public sealed class AgeingBarsTests
{
    [Fact]
    public void Largest_amount_fills_the_drawing_and_none_that_is_there_is_invisible()
    {
        var bars = AgeingBars.Of([new("not-due", 1, 1000m), new("1-30", 1, 500m), new("31-60", 1, -0.01m), new("over-90", 0, 0m)]);

        Assert.Equal([600, 300, 2, 0], bars.Select(bar => bar.Length));
        Assert.Equal([36, 100, 164, 228], bars.Select(bar => bar.Top));
        Assert.Equal([false, false, true, false], bars.Select(bar => bar.IsCredit));
    }

    [Fact]
    public void Nothing_open_draws_nothing() => Assert.All(AgeingBars.Of([new("not-due", 0, 0m)]), bar => Assert.Equal(0, bar.Length));
}
