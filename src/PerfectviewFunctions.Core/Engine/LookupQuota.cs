using System.Globalization;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>Counts the look-ups by number, which the service rations per administration and calendar month, before they are made.</summary>
internal sealed class LookupQuota(IRowStore store, TimeProvider time, EngineOptions options)
{
    /// <summary>Counts one look-up.</summary>
    /// <returns>False when the month's look-ups are used up.</returns>
    public async Task<bool> TryTakeAsync(AdministrationKey administration)
    {
        var partition = Partition.Of(administration);
        var key = "quota:lookup:" + DutchTime.At(time.GetUtcNow()).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        while (true)
        {
            var row = await store.GetAsync(partition, key, CancellationToken.None);
            var used = row?.Values.Number("used") ?? 0;
            if (used >= options.LookupsPerMonth)
            {
                return false;
            }

            var values = new RowValues { { "used", used + 1 } };
            var counted = row is null
                ? await store.TryInsertAsync(partition, key, values, CancellationToken.None)
                : await store.TryReplaceAsync(row, values, CancellationToken.None) is not null;
            if (counted)
            {
                return true;
            }
        }
    }
}
