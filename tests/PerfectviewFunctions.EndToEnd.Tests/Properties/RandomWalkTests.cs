using PerfectviewFunctions.EndToEnd.Tests.Properties.Walks;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties;

/// <summary>
/// Random walks (see <see cref="Walk"/>) with a judge at their end: every invoice is booked once, held back or ignored as an oracle says, and
/// nothing is left over. A failure prints the seed and the steps; <c>PVF_SEED=seed PVF_WALKS=1</c> takes that walk again, and
/// <c>PVF_WALKS=1000</c> many more than the usual number.
/// </summary>
public sealed class RandomWalkTests
{
    private const int Walks = 24;
    private const int Steps = 40;

    [Fact]
    public Task Walk_of_events_faults_and_time_leaves_every_invoice_where_it_belongs() => WalkRun.TakeAsync(
        Walks, Steps, Walk.StartAsync, walk => walk.StepAsync(), JudgeAsync, walk => walk.Journal);

    private static async Task JudgeAsync(Walk walk)
    {
        await walk.SettleAsync();
        await new WalkJudge(walk.Host.Services, walk.Tenants).CheckAsync();
    }
}
