using System.Globalization;
using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.CrashHost;

/// <summary>
/// A store in trouble, by a schedule: whether a call is struck, and how, follows from the seed and the call's number. It keeps the port's contract: a
/// conflict it reports is a true one, since somebody rewrote a row a moment before; for all else it says that nobody knows.
/// </summary>
/// <param name="perMille">How many of a thousand calls are struck.</param>
internal sealed class StrikingStore(IRowStore inner, ulong seed, int perMille) : IRowStore
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    private long calls;

    private enum Trouble
    {
        /// <summary>503: nothing was done.</summary>
        Refused,

        /// <summary>A time-out behind the work: a write was done, and its answer lost.</summary>
        AnswerLost,

        /// <summary>412: another wrote the row first.</summary>
        Overtaken,

        /// <summary>Late, but done.</summary>
        Slow,
    }

    /// <summary>Off until the host has started: one that can't start is no test.</summary>
    public bool IsOn { get; set; }

    /// <param name="text">SEED:PERMILLE.</param>
    public static StrikingStore Parse(IRowStore inner, string text)
    {
        var parts = text.Split(':');
        return new StrikingStore(inner, ulong.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public async Task<Row?> GetAsync(string partition, string key, CancellationToken cancellationToken)
    {
        await StrikeReadAsync(cancellationToken);
        return await inner.GetAsync(partition, key, cancellationToken);
    }

    public async IAsyncEnumerable<Row> QueryAsync(
        string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await StrikeReadAsync(cancellationToken);
        await foreach (var row in inner.QueryAsync(partition, from, to, cancellationToken))
        {
            yield return row;
        }
    }

    public async Task<WriteResult> WriteAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken)
    {
        var (trouble, dice) = Next();
        switch (trouble)
        {
            case Trouble.Refused:
                throw Unavailable(trouble.Value);
            case Trouble.Overtaken:
                await OvertakeAsync(partition, batch, cancellationToken);
                break;
            case Trouble.Slow:
                await DelayAsync(dice, cancellationToken);
                break;
        }

        var result = await inner.WriteAsync(partition, batch, cancellationToken);
        return trouble == Trouble.AnswerLost ? throw Unavailable(trouble.Value) : result;
    }

    private async Task StrikeReadAsync(CancellationToken cancellationToken)
    {
        var (trouble, dice) = Next();
        switch (trouble)
        {
            case Trouble.Refused or Trouble.AnswerLost:
                throw Unavailable(trouble.Value);
            case Trouble.Slow:
                await DelayAsync(dice, cancellationToken);
                break;
        }
    }

    /// <summary>Rewrites a row that the batch wants to change, as it is: its ETag then holds no more.</summary>
    private async Task OvertakeAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken)
    {
        var key = batch.Select(write => write switch
        {
            RowWrite.Replace replace => replace.Key,
            RowWrite.Delete delete => delete.Key,
            _ => null,
        }).FirstOrDefault(found => found is not null);
        if (key is not null && await inner.GetAsync(partition, key, cancellationToken) is { } row
            && await inner.TryReplaceAsync(row, row.Values, cancellationToken) is not null)
        {
            Tell(Trouble.Overtaken);
        }
    }

    private static Task DelayAsync(ulong dice, CancellationToken cancellationToken)
    {
        Tell(Trouble.Slow);
        return Task.Delay(Longest * ((dice >> 32) % 100 / 100.0), cancellationToken);
    }

    private (Trouble? Trouble, ulong Dice) Next()
    {
        var dice = Dice.Roll(seed, (ulong)Interlocked.Increment(ref calls));
        return IsOn && (int)(dice % 1000) < perMille ? ((Trouble)((dice >> 16) % 4), dice) : (null, dice);
    }

    private static StoreUnavailableException Unavailable(Trouble trouble)
    {
        Tell(trouble);
        return new StoreUnavailableException($"The store fails on purpose ({trouble}).");
    }

    /// <summary>Whoever started this process counts these lines.</summary>
    private static void Tell(Trouble trouble) => Console.WriteLine($"#store {trouble}");
}
