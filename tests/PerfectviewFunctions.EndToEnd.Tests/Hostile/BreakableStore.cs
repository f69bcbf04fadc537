using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>A store whose calls a test lets fail, before or after the work is done.</summary>
internal sealed class BreakableStore(IRowStore inner) : IRowStore
{
    private int calls;

    /// <summary>What a call throws; null as long as the store works.</summary>
    public Func<int, Exception?> Before { get; set; } = _ => null;

    /// <summary>What a write throws when it is done.</summary>
    public Func<int, Exception?> After { get; set; } = _ => null;

    /// <summary>Calls since the last reset, the one in hand included.</summary>
    public int Calls => calls;

    public void Reset()
    {
        calls = 0;
        Before = After = _ => null;
    }

    public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellationToken)
    {
        Begin();
        return inner.GetAsync(partition, key, cancellationToken);
    }

    public async IAsyncEnumerable<Row> QueryAsync(
        string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Begin();
        await foreach (var row in inner.QueryAsync(partition, from, to, cancellationToken))
        {
            yield return row;
        }
    }

    public async Task<WriteResult> WriteAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken)
    {
        var number = Begin();
        var result = await inner.WriteAsync(partition, batch, cancellationToken);
        return After(number) is { } exception ? throw exception : result;
    }

    private int Begin()
    {
        var number = Interlocked.Increment(ref calls);
        return Before(number) is { } exception ? throw exception : number;
    }
}
