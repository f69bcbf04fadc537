using PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;
using Xunit;
using Xunit.Sdk;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties;

/// <summary>
/// Random walks of tenants (see <see cref="TenantWalk"/>): whatever people change while invoices come in and the books fail, each invoice
/// stands in the books of one administration once, as it was frozen, or is shown as held back or ignored. <c>PVF_SEED=seed PVF_WALKS=1</c> takes
/// a failed walk again, and <c>PVF_WALKS=300</c> many more than the usual number.
/// </summary>
public sealed class TenantWalkTests
{
    private const int Walks = 8;
    private const int Steps = 60;

    [Fact]
    public async Task Walk_of_people_senders_and_faults_books_every_invoice_once_and_loses_none()
    {
        var first = Seeds.Or(1);
        await Parallel.ForEachAsync(
            Enumerable.Range(first, Seeds.WalksOr(Walks)),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (seed, _) => await WalkAsync(seed));
    }

    private static async Task WalkAsync(int seed)
    {
        await using var walk = await TenantWalk.StartAsync(seed);
        try
        {
            for (var step = 0; step < Steps; step++)
            {
                await walk.StepAsync();
            }

            await walk.HealAsync();
        }
        catch (Exception exception)
        {
            throw new XunitException($"PVF_SEED={seed} PVF_WALKS=1: {exception.Message}{Environment.NewLine}{walk.Journal}", exception);
        }
    }
}
