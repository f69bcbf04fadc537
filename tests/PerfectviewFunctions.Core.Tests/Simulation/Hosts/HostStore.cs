using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Tests.Simulation.Hosts;

/// <summary>
/// The shared store as one host reaches it: each call waits for its turn, may fail before or after it was done, and a query comes in pages between
/// which others go on. A conflict is reported only for what was not written, as the port promises.
/// </summary>
internal sealed class HostStore(World world, string host) : IRowStore
{
    public async Task<Row?> GetAsync(string partition, string key, CancellationToken cancellationToken)
    {
        await StopAsync("get", partition, key);
        FailNow();
        return await world.Store.GetAsync(partition, key, cancellationToken);
    }

    public async IAsyncEnumerable<Row> QueryAsync(
        string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = from;
        while (next is not null)
        {
            await StopAsync("query", partition, next);
            FailNow();
            var (page, left) = (new List<Row>(), world.Chance(30) ? 1 + world.Random.Next(3) : int.MaxValue);
            await foreach (var row in world.Store.QueryAsync(partition, next, to, cancellationToken))
            {
                page.Add(row);
                if (--left == 0)
                {
                    break;
                }
            }

            next = left == 0 ? page[^1].Key + '\0' : null;
            foreach (var row in page)
            {
                yield return row;
            }
        }
    }

    public async Task<WriteResult> WriteAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken)
    {
        await StopAsync(batch[0].GetType().Name, partition, batch[0].Key, () => Leave(partition, batch));
        FailNow();
        var result = await world.Store.WriteAsync(partition, batch, cancellationToken);
        if (result is WriteResult.Conflict conflict)
        {
            world.Trace.Add(host, $"conflict {partition} {batch[conflict.Index].Key}");
        }

        if (world.Chance(1))
        {
            world.Trace.Add(host, "the store's answer is lost");
            world.Trace.Count("store: done, answer lost");
            throw new StoreUnavailableException("The store's answer is lost.");
        }

        if (world.Chance(20))
        {
            await StopAsync("after", partition, batch[0].Key);
        }

        return result;
    }

    private Task StopAsync(string what, string partition, string key, Action? onKilled = null)
    {
        var step = $"{what} {partition} {key}";
        world.Trace.Add(world.Running?.Name ?? host, step);
        return world.Strands.StopAsync(step, world.Seconds(world.Chance(5) ? 15 : 2), onKilled);
    }

    private void FailNow()
    {
        if (world.Chance(1))
        {
            world.Trace.Add(host, "the store is away");
            world.Trace.Count("store: not done");
            throw new StoreUnavailableException("The store is away.");
        }
    }

    /// <summary>The write of a process that dies may have been on its way.</summary>
    private void Leave(string partition, IReadOnlyList<RowWrite> batch)
    {
        if (world.Random.Next(2) == 0)
        {
            world.Trace.Count("store: done for a dead process");
            world.Store.WriteAsync(partition, batch, CancellationToken.None).GetAwaiter().GetResult();
        }
    }
}
