using PerfectviewFunctions.EndToEnd.Tests.Properties.Walks;
using Xunit;
using Xunit.Sdk;

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
    public async Task Walk_of_events_faults_and_time_leaves_every_invoice_where_it_belongs()
    {
        var first = Seeds.Or(1);
        await Parallel.ForEachAsync(
            Enumerable.Range(first, Seeds.WalksOr(Walks)),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (seed, _) => await WalkAsync(seed));
    }

    private static async Task WalkAsync(int seed)
    {
        await using var walk = await Walk.StartAsync(seed);
        try
        {
            for (var step = 0; step < Steps; step++)
            {
                await walk.StepAsync();
            }

            await walk.SettleAsync();
            await new WalkJudge(walk.Host.Services, walk.Tenants).CheckAsync();
        }
        catch (Exception exception)
        {
            throw new XunitException($"PVF_SEED={seed} PVF_WALKS=1: {exception.Message}{Environment.NewLine}{walk.Journal}", exception);
        }
    }
}
