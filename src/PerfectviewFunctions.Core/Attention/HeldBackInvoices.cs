using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>The invoices that wait for a person.</summary>
public sealed class HeldBackInvoices(IRowStore store, InvoiceStore invoices)
{
    private const int MostCounted = 1000;

    /// <summary>By number.</summary>
    /// <param name="after">The place after which to go on: <see cref="PlaceOf"/> the last one of the page before; null for the start.</param>
    public async IAsyncEnumerable<Invoice> ListAsync(
        TenantId tenant, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var held in IndexAsync(tenant, after, cancellationToken))
        {
            // The index is read before the invoice: what was settled in between is no longer held back.
            if (await invoices.FindAsync(tenant, held.Number, cancellationToken) is { State: InvoiceState.NeedsAttention } invoice)
            {
                yield return invoice;
            }
        }
    }

    /// <summary>Why they are held back.</summary>
    /// <returns>The causes, and whether there are more invoices than were counted.</returns>
    public async Task<(IReadOnlyList<Cause> Causes, bool More)> CausesAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var counted = new List<HeldBack>();
        await foreach (var held in IndexAsync(tenant, null, cancellationToken))
        {
            if (counted.Count == MostCounted)
            {
                return (Cause.Of(counted), true);
            }

            counted.Add(held);
        }

        return (Cause.Of(counted), false);
    }

    /// <summary>The numbers of those that wait until it is certain which debtor a relation is, by its id; first those that do so the longest.</summary>
    public async Task<ILookup<string, string>> WaitingForRelationsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var waiting = new List<(string Relation, HeldBack Held)>();
        await foreach (var one in IndexAsync(tenant, null, cancellationToken))
        {
            if (one.Reason.Code is ReasonCode.DebtorAmbiguous or ReasonCode.DebtorCodeTaken && one.Reason.Values.GetValueOrDefault("relation") is { } id)
            {
                waiting.Add((id, one));
            }
        }

        return waiting.OrderBy(one => one.Held.Since).ToLookup(one => one.Relation, one => one.Held.Number, StringComparer.Ordinal);
    }

    /// <summary>The place of an invoice in the list, as opaque text for a next page.</summary>
    public static string PlaceOf(Invoice invoice) => StorageKey.Encode(invoice.Number);

    internal async IAsyncEnumerable<HeldBack> IndexAsync(
        TenantId tenant, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.QueryPageAsync(Partition.Of(tenant), HeldRows.Prefix, after, cancellationToken))
        {
            yield return HeldRows.Read(row);
        }
    }
}
