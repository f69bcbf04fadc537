using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Invoices;

/// <summary>Reads the invoices of a tenant.</summary>
public sealed class InvoiceStore(IRowStore store)
{
    public async Task<Invoice?> FindAsync(TenantId tenant, string number, CancellationToken cancellationToken) =>
        await store.GetAsync(Partition.Of(tenant), InvoiceRows.KeyOf(number), cancellationToken) is { } row ? InvoiceRows.Read(row) : null;

    /// <summary>The invoices by when they first came in, newest first.</summary>
    /// <param name="after">The place after which to go on: <see cref="PlaceOf"/> the last one of the page before; null for the start.</param>
    public async IAsyncEnumerable<Invoice> ListAsync(
        TenantId tenant, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var place in store.QueryPageAsync(Partition.Of(tenant), InvoiceRows.RecentPrefix, after, cancellationToken))
        {
            if (await FindAsync(tenant, place.Values.Text("invoice"), cancellationToken) is { } invoice)
            {
                yield return invoice;
            }
        }
    }

    /// <summary>The place of an invoice in the list, as opaque text for a next page.</summary>
    public static string PlaceOf(Invoice invoice) =>
        InvoiceRows.RecentKeyOf(invoice.FirstSeenAt, invoice.Number)[InvoiceRows.RecentPrefix.Length..];
}
