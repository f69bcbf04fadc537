using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>Lays a complete list beside the invoices of an administration's tenants and stores what changed, but for those that vanished.</summary>
internal sealed class Comparison(IRowStore store, PaymentWriting writing, PaymentOptions options)
{
    /// <returns>What vanished, and how many invoices the list before this one had.</returns>
    public async Task<(List<VanishedInvoice> Vanished, int Before, int Changed)> RunAsync(
        AdministrationKey administration,
        IReadOnlyList<Tenant> tenants,
        OpenList list,
        WorkLease lease,
        CancellationToken cancellationToken)
    {
        var (vanished, before, changed) = (new List<VanishedInvoice>(), 0, 0);
        foreach (var tenant in tenants)
        {
            var changes = new List<PaymentChange>();
            await foreach (var (row, payment) in KnownAsync(administration, tenant, PaymentRows.OpenPrefix, list, cancellationToken))
            {
                before += Verdict.WasListed(payment) ? 1 : 0;
                switch (Verdict.Of(payment, list.Find(payment), list.RequestedAt))
                {
                    case Verdict.Changed next:
                        changes.Add(new PaymentChange(row, payment, next.Next));
                        break;
                    case Verdict.Vanished:
                        vanished.Add(new VanishedInvoice(tenant, row, payment));
                        break;
                }
            }

            await writing.SaveAsync(tenant, changes, lease);
            changed += changes.Count;
        }

        foreach (var tenant in tenants)
        {
            changed += list.HasRowsLeft ? await OpenAgainAsync(administration, tenant, list, lease, cancellationToken) : 0;
        }

        return (vanished, before, changed);
    }

    /// <summary>
    /// Those that are settled and stand in the list again. A row of the same number and amount is not enough here: it may well be a stranger's.
    /// </summary>
    private async Task<int> OpenAgainAsync(
        AdministrationKey administration, Tenant tenant, OpenList list, WorkLease lease, CancellationToken cancellationToken)
    {
        var changes = new List<PaymentChange>();
        await foreach (var (row, payment) in KnownAsync(administration, tenant, PaymentRows.SettledPrefix, list, cancellationToken))
        {
            if (list.HasExactly(payment) && Verdict.Of(payment, list.Find(payment), list.RequestedAt) is Verdict.Changed next)
            {
                changes.Add(new PaymentChange(row, payment, next.Next));
            }
        }

        await writing.SaveAsync(tenant, changes, lease);
        return changes.Count;
    }

    /// <summary>
    /// The tenant's invoices of which the list can say something: booked there, before it was asked for, and of which no later list has spoken.
    /// </summary>
    private async IAsyncEnumerable<(Row Row, InvoicePayment Payment)> KnownAsync(
        AdministrationKey administration,
        Tenant tenant,
        string prefix,
        OpenList list,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.QueryPrefixAsync(Partition.Of(tenant.Id), prefix, cancellationToken))
        {
            var payment = PaymentRows.Read(row);
            if (payment.Administration == administration
                && payment.BookedAt <= list.RequestedAt - options.BookedBefore
                && payment.Status.At <= list.RequestedAt)
            {
                yield return (row, payment);
            }
        }
    }
}

/// <summary>An invoice that is not in a complete list although it was not known to be settled.</summary>
internal sealed record VanishedInvoice(Tenant Tenant, Row Row, InvoicePayment Payment);
