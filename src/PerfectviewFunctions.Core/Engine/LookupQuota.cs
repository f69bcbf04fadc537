using System.Globalization;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// Counts the look-ups by number, which the service rations per administration and calendar month, before they are made. Payments have a share of
/// their own in them, so that they never use up what an uncertain booking needs.
/// </summary>
internal sealed class LookupQuota(IRowStore store, TimeProvider time, EngineOptions options, Measures measures)
{
    private const string All = "quota:lookup:";
    private const string OfPayments = "quota:payments:";
    private const string OfComparisons = "quota:comparisons:";
    private const string Used = "used";

    /// <summary>Counts one look-up.</summary>
    /// <returns>False when the month's look-ups are used up.</returns>
    public async Task<bool> TryTakeAsync(AdministrationKey administration)
    {
        var isCounted = await TryTakeAsync(administration, All, options.LookupsPerMonth);
        measures.LookedUp(LookupPurpose.Booking, isCounted);
        return isCounted;
    }

    /// <summary>Counts one look-up for payments.</summary>
    /// <param name="share">How many of the month's look-ups are theirs.</param>
    /// <returns>False when that share, or all, is used up.</returns>
    public async Task<bool> TryTakeForPaymentsAsync(AdministrationKey administration, int share)
    {
        var isCounted = await TryTakeAsync(administration, OfPayments, share) && await TryTakeAsync(administration, All, options.LookupsPerMonth);
        measures.LookedUp(LookupPurpose.Payment, isCounted);
        return isCounted;
    }

    /// <summary>Counts one call of a comparison of store and books; a tenth of the month's look-ups is theirs, while a tenth of all is left.</summary>
    /// <returns>False when there is none left for that.</returns>
    public async Task<bool> TryTakeForComparisonAsync(AdministrationKey administration)
    {
        var tenth = (options.LookupsPerMonth + 9) / 10;
        var isCounted = await TryTakeAsync(administration, OfComparisons, tenth) && await TryTakeAsync(administration, All, options.LookupsPerMonth - tenth);
        measures.LookedUp(LookupPurpose.Comparison, isCounted);
        return isCounted;
    }

    /// <summary>How many look-ups were made this month.</summary>
    public async Task<int> UsedAsync(AdministrationKey administration, CancellationToken cancellationToken) =>
        (int)((await store.GetAsync(Partition.Of(administration), All + Month(), cancellationToken))?.Values.Number(Used) ?? 0);

    /// <summary>How many look-ups were made for payments this month.</summary>
    public async Task<int> UsedByPaymentsAsync(AdministrationKey administration, CancellationToken cancellationToken) =>
        (int)((await store.GetAsync(Partition.Of(administration), OfPayments + Month(), cancellationToken))?.Values.Number(Used) ?? 0);

    private async Task<bool> TryTakeAsync(AdministrationKey administration, string prefix, int limit)
    {
        var partition = Partition.Of(administration);
        var key = prefix + Month();
        while (true)
        {
            var row = await store.GetAsync(partition, key, CancellationToken.None);
            var used = row?.Values.Number(Used) ?? 0;
            if (used >= limit)
            {
                return false;
            }

            var values = new RowValues { { Used, used + 1 } };
            var counted = row is null
                ? await store.TryInsertAsync(partition, key, values, CancellationToken.None)
                : await store.TryReplaceAsync(row, values, CancellationToken.None) is not null;
            if (counted)
            {
                if (prefix == All)
                {
                    measures.LookupsUsed(administration, used + 1);
                }

                return true;
            }
        }
    }

    private string Month() => DutchTime.At(time.GetUtcNow()).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
