using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>Lays a complete list beside the invoices of an administration's tenants and stores what changed, but for those that vanished.</summary>
internal sealed class Comparison(IRowStore store, PaymentWriting writing, PaymentOptions options)
{
    /// <exception cref="StaleWorkException">The lease is lost: a newer list may have been read.</exception>
    /// <returns>What vanished, and how many invoices the list before this one had.</returns>
    public async Task<(List<VanishedInvoice> Vanished, int Before, int Changed)> RunAsync(
        AdministrationKey administration, IReadOnlyList<Tenant> tenants, OpenList list, WorkLease lease, CancellationToken cancellationToken)
    {
        var (vanished, before, changed) = (new List<VanishedInvoice>(), 0, 0);
        foreach (var tenant in tenants)
        {
            var changes = new List<PaymentChange>();
            await foreach (var (row, payment) in KnownAsync(administration, tenant, PaymentRows.OpenPrefix, list, lease, cancellationToken))
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

    /// <summary>Those that are settled and stand in the list again. Only numbers that nobody else's are lead to them.</summary>
    private async Task<int> OpenAgainAsync(
        AdministrationKey administration, Tenant tenant, OpenList list, WorkLease lease, CancellationToken cancellationToken)
    {
        var changes = new List<PaymentChange>();
        await foreach (var (row, payment) in KnownAsync(administration, tenant, PaymentRows.SettledPrefix, list, lease, cancellationToken))
        {
            if (list.MayHave(payment) && Verdict.Of(payment, list.Find(payment), list.RequestedAt) is Verdict.Changed next)
            {
                changes.Add(new PaymentChange(row, payment, next.Next));
            }
        }

        await writing.SaveAsync(tenant, changes, lease);
        return changes.Count;
    }

    /// <summary>The tenant's invoices of which the list can say something: booked there, and before it was asked for.</summary>
    private async IAsyncEnumerable<(Row Row, InvoicePayment Payment)> KnownAsync(
        AdministrationKey administration,
        Tenant tenant,
        string prefix,
        OpenList list,
        WorkLease lease,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.QueryPrefixAsync(Partition.Of(tenant.Id), prefix, cancellationToken))
        {
            // Thousands of rows take longer than a lease lasts.
            await lease.KeepAsync();
            var payment = PaymentRows.Read(row);
            if (payment.Administration == administration && payment.BookedAt <= list.RequestedAt - options.BookedBefore)
            {
                yield return (row, payment);
            }
        }
    }
}

/// <summary>An invoice that is not in a complete list although it was not known to be settled.</summary>
internal sealed record VanishedInvoice(Tenant Tenant, Row Row, InvoicePayment Payment);
