using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// Which invoice a number in the books was last frozen for: one row per administration and number with prefix, written before the intent. A prefix
/// can go from one tenant to another while a booking with it is uncertain; nothing in the books would then tell the two invoices apart.
/// </summary>
internal sealed class NumberClaims(IRowStore store, InvoiceStore invoices)
{
    /// <summary>Claims a number for an invoice. Who calls holds the lease of the administration, and so does whoever freezes another booking there.</summary>
    /// <param name="inBooks">The number with its prefix.</param>
    /// <returns>False while a booking of another invoice under that number may stand in the books and no mutation is known for it.</returns>
    public async Task<bool> TryClaimAsync(AdministrationKey administration, string inBooks, TenantId tenant, string number)
    {
        var (partition, key) = (Partition.Of(administration), "number:" + StorageKey.Encode(inBooks));
        var values = new RowValues { { "tenant", tenant.Value }, { "number", number } };
        if (await store.GetAsync(partition, key, CancellationToken.None) is not { } row)
        {
            return await store.TryInsertAsync(partition, key, values, CancellationToken.None);
        }

        var (owner, owned) = (TenantId.Parse(row.Values.Text("tenant")), row.Values.Text("number"));
        return (owner == tenant && owned == number)
            || (!await MayStandThereAsync(administration, inBooks, owner, owned)
                && await store.TryReplaceAsync(row, values, CancellationToken.None) is not null);
    }

    /// <summary>A booking that is known by its mutation number is told apart by that.</summary>
    private async Task<bool> MayStandThereAsync(AdministrationKey administration, string inBooks, TenantId owner, string number) =>
        await invoices.FindAsync(owner, number, CancellationToken.None) is { State: not InvoiceState.Booked, Intent: { } intent }
        && intent.Administration == administration
        && intent.Booking.InvoiceNumber == inBooks;
}
