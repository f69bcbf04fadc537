using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments;

/// <summary>Reads the payments of a tenant's booked invoices.</summary>
public sealed class PaymentStore(IRowStore store)
{
    /// <summary>The payment of an invoice by the number Perfectview gave it; null when it was not booked.</summary>
    public async Task<InvoicePayment?> FindAsync(TenantId tenant, string number, CancellationToken cancellationToken)
    {
        var (partition, key) = (Partition.Of(tenant), StorageKey.Encode(number));
        // Opened again between the first two readings, it is in the first place after all.
        var row = await store.GetAsync(partition, PaymentRows.OpenPrefix + key, cancellationToken)
            ?? await store.GetAsync(partition, PaymentRows.SettledPrefix + key, cancellationToken)
            ?? await store.GetAsync(partition, PaymentRows.OpenPrefix + key, cancellationToken);
        return row is null ? null : PaymentRows.Read(row);
    }

    /// <summary>Whether any invoice was ever booked: each has a payment from then on.</summary>
    public async Task<bool> HasAnyAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        foreach (var prefix in (string[])[PaymentRows.SettledPrefix, PaymentRows.OpenPrefix])
        {
            await foreach (var _ in store.QueryPrefixAsync(Partition.Of(tenant), prefix, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The payments that are not settled, by invoice number.</summary>
    public async IAsyncEnumerable<InvoicePayment> ListOpenAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.QueryPrefixAsync(Partition.Of(tenant), PaymentRows.OpenPrefix, cancellationToken))
        {
            yield return PaymentRows.Read(row);
        }
    }
}
