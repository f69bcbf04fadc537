using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Diagnosis.Comparing;

/// <summary>
/// Reads all mutations of a range of days. An answer that may be cut is asked for again in two halves. Every call is counted before it is made, in a
/// share of the month's look-ups that is kept small, since what is uncertain needs them more.
/// </summary>
internal sealed class BooksReading(IBookkeeping books, LookupQuota quota)
{
    /// <summary>Calls of one reading: enough for some ten thousand mutations.</summary>
    private const int MostCalls = 60;

    public async Task<BooksRead> ReadAsync(
        AdministrationKey administration, BookkeepingCredentials credentials, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var (rows, calls, left) = (new List<BookedMutation>(), 0, new Stack<(DateOnly From, DateOnly Until)>([(from, until)]));
        var cut = new List<(DateOnly From, DateOnly Until)>();
        while (left.TryPop(out var range))
        {
            if (calls == MostCalls)
            {
                cut.Add(range);
                continue;
            }

            if (!await quota.TryTakeForComparisonAsync(administration))
            {
                return new BooksRead.NoneLeft();
            }

            calls++;
            switch (await books.ReadMutationsAsync(credentials, range.From, range.Until, cancellationToken))
            {
                case Answer<FoundBookings>.Success { Value: { Complete: false } } when range.From < range.Until:
                    var middle = range.From.AddDays((range.Until.DayNumber - range.From.DayNumber) / 2);
                    left.Push((middle.AddDays(1), range.Until));
                    left.Push((range.From, middle));
                    break;
                case Answer<FoundBookings>.Success { Value: var found }:
                    rows.AddRange(found.Mutations);
                    if (!found.Complete)
                    {
                        cut.Add(range);
                    }

                    break;
                case Answer<FoundBookings>.Refused refused:
                    return new BooksRead.Failed(refused.Code);
                case Answer<FoundBookings>.NotDone failed:
                    return new BooksRead.Failed(failed.Code);
                case Answer<FoundBookings>.Unclear failed:
                    return new BooksRead.Failed(failed.Code);
            }
        }

        return new BooksRead.Done(rows, calls, cut.Count == 0 ? null : (cut.Min(range => range.From), cut.Max(range => range.Until)));
    }
}

/// <summary>What came of reading a range of days.</summary>
internal abstract record BooksRead
{
    private BooksRead()
    {
    }

    /// <param name="Cut">Days of which there is more than could be read; null when all was.</param>
    public sealed record Done(IReadOnlyList<BookedMutation> Rows, int Calls, (DateOnly From, DateOnly Until)? Cut) : BooksRead;

    /// <summary>The look-ups that are kept for this are used.</summary>
    public sealed record NoneLeft : BooksRead;

    public sealed record Failed(string Code) : BooksRead;
}
