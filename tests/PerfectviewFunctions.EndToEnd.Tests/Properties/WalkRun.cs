using PerfectviewFunctions.Testing;
using Xunit.Sdk;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties;

/// <summary>Takes random walks, two at a time, each by a seed of its own; a failure prints the seed and the steps.</summary>
internal static class WalkRun
{
    /// <param name="walks">How many, unless <c>PVF_WALKS</c> says otherwise.</param>
    /// <param name="end">Brings a walk to its end and judges it.</param>
    public static Task TakeAsync<T>(
        int walks, int steps, Func<int, Task<T>> start, Func<T, Task> step, Func<T, Task> end, Func<T, string> journal)
        where T : IAsyncDisposable => Parallel.ForEachAsync(
            Enumerable.Range(Seeds.Or(1), Seeds.WalksOr(walks)),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (seed, _) =>
            {
                await using var walk = await start(seed);
                try
                {
                    for (var taken = 0; taken < steps; taken++)
                    {
                        await step(walk);
                    }

                    await end(walk);
                }
                catch (Exception exception)
                {
                    throw new XunitException($"PVF_SEED={seed} PVF_WALKS=1: {exception.Message}{Environment.NewLine}{journal(walk)}", exception);
                }
            });
}
