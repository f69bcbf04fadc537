using System.Collections.Concurrent;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// Goes round over what has work, some at a time and each for a while, until all is done or the run is over. Whoever has much keeps nobody waiting who
/// has little, and what one run did not come to is first in the next.
/// </summary>
internal sealed class Rounds<T>(TimeProvider time)
    where T : notnull
{
    private IReadOnlyList<T> left = [];

    /// <param name="parallelism">How many are worked on at the same time.</param>
    /// <param name="budget">After this nothing further is begun.</param>
    /// <param name="turn">How long one is worked on before the others come.</param>
    /// <param name="work">Works on one until a time; tells whether that is why it ended, so that there may be more to do.</param>
    /// <returns>Whether it came to all of them, and to the end of each.</returns>
    public async Task<bool> RunAsync(
        IReadOnlySet<T> all,
        int parallelism,
        TimeSpan budget,
        TimeSpan turn,
        Func<T, DateTimeOffset, CancellationToken, Task<bool>> work,
        CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + budget;
        var waiting = new ConcurrentQueue<T>([.. left.Where(all.Contains), .. all.Except(left)]);
        try
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, parallelism),
                new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellationToken },
                async (_, cancel) =>
                {
                    while (time.GetUtcNow() is var now && now < end && waiting.TryDequeue(out var next))
                    {
                        if (await work(next, now + turn < end ? now + turn : end, cancel))
                        {
                            waiting.Enqueue(next);
                        }
                    }
                });
        }
        finally
        {
            left = [.. waiting];
        }

        return left.Count == 0;
    }
}
