using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Restoring;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>Lays a complete list beside the invoices of an administration's tenants and stores what changed, but for those that vanished.</summary>
internal sealed partial class Comparison(
    IRowStore store, PaymentWriting writing, RestoreMarks restores, PaymentOptions options, ILogger<Comparison> logger)
{
    /// <exception cref="StaleWorkException">The lease is lost: a newer list may have been read.</exception>
    public async Task<Compared> RunAsync(
        AdministrationKey administration, IReadOnlyList<Tenant> tenants, OpenList list, WorkLease lease, CancellationToken cancellationToken)
    {
        var (compared, legible) = (new Compared([], 0, 0, IsWhole: true), new List<Tenant>());
        foreach (var tenant in tenants)
        {
            if (await ApartAsync(tenant, () => OpenAsync(administration, tenant, list, lease, cancellationToken), cancellationToken) is not { } open)
            {
                compared = compared with { IsWhole = false };
                continue;
            }

            legible.Add(tenant);
            await writing.SaveAsync(tenant, open.Changes, lease);
            compared.Vanished.AddRange(open.Vanished);
            compared = compared with { Before = compared.Before + open.Before, Changed = compared.Changed + open.Changes.Count };
        }

        foreach (var tenant in legible.Where(_ => list.HasRowsLeft))
        {
            var changes = await ApartAsync(tenant, () => OpenAgainAsync(administration, tenant, list, lease, cancellationToken), cancellationToken);
            await writing.SaveAsync(tenant, changes ?? [], lease);
            compared = compared with { Changed = compared.Changed + (changes?.Count ?? 0), IsWhole = compared.IsWhole && changes is not null };
        }

        return compared;
    }

    /// <summary>One tenant's trouble, such as a damaged row, is not that of those who share the administration; nothing of such a tenant is stored.</summary>
    private async Task<T?> ApartAsync<T>(Tenant tenant, Func<Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception exception) when (exception is not StaleWorkException && !cancellationToken.IsCancellationRequested)
        {
            Log.TenantFailed(logger, exception, tenant.Id.Value);
            return null;
        }
    }

    private async Task<OpenOfOne> OpenAsync(
        AdministrationKey administration, Tenant tenant, OpenList list, WorkLease lease, CancellationToken cancellationToken)
    {
        var (changes, vanished, before) = (new List<PaymentChange>(), new List<VanishedInvoice>(), 0);
        var mark = await restores.FindAsync(cancellationToken);
        await foreach (var (row, payment) in KnownAsync(administration, tenant, PaymentRows.OpenPrefix, list, lease, cancellationToken))
        {
            before += Verdict.WasListed(payment) ? 1 : 0;
            switch (Verdict.Of(payment, list.Find(payment), list.RequestedAt))
            {
                case Verdict.Changed next:
                    changes.Add(new PaymentChange(row, payment, next.Next));
                    break;
                case Verdict.Unchanged when payment.Revision < mark?.LowestRevision && list.Find(payment) is ListMatch.Row:
                    // Perfectview may have heard otherwise meanwhile, from the store that is lost.
                    changes.Add(new PaymentChange(row, payment, payment with { Revision = mark.LowestRevision }));
                    break;
                case Verdict.Vanished:
                    vanished.Add(new VanishedInvoice(tenant, row, payment));
                    break;
            }
        }

        return new OpenOfOne(changes, vanished, before);
    }

    /// <summary>
    /// Those that are settled and stand in the list again. As with open ones a row of the same number and amount is enough: rather is a stranger's row
    /// taken for it than is it called paid while it is open under another debtor code.
    /// </summary>
    private async Task<List<PaymentChange>> OpenAgainAsync(
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

        return changes;
    }

    /// <summary>
    /// The tenant's invoices of which the list can say something: booked there, before it was asked for, and of which no later list has spoken.
    /// </summary>
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
            if (payment.Administration == administration
                && payment.BookedAt <= list.RequestedAt - options.BookedBefore
                && payment.Status.At <= list.RequestedAt)
            {
                yield return (row, payment);
            }
        }
    }

    private sealed record OpenOfOne(List<PaymentChange> Changes, List<VanishedInvoice> Vanished, int Before);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The payments of {Tenant} can't be compared with the books; they stay as they are")]
        public static partial void TenantFailed(ILogger logger, Exception exception, string tenant);
    }
}

/// <summary>What came of laying a list beside what is stored.</summary>
/// <param name="Before">How many invoices the list before this one had.</param>
/// <param name="IsWhole">False when a tenant's payments could not be read.</param>
internal sealed record Compared(List<VanishedInvoice> Vanished, int Before, int Changed, bool IsWhole);

/// <summary>An invoice that is not in a complete list although it was not known to be settled.</summary>
internal sealed record VanishedInvoice(Tenant Tenant, Row Row, InvoicePayment Payment);
