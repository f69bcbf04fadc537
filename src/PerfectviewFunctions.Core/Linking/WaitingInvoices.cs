using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>The invoices of a tenant that wait.</summary>
internal sealed class WaitingInvoices(OpenWork openWork, HeldBackInvoices heldBack, InvoiceStore invoices)
{
    /// <summary>How many have work left that the link does by itself.</summary>
    public async Task<int> CountAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await NumbersAsync(tenant, cancellationToken)).Count;

    /// <summary>How many nobody has booked or ignored yet: those with work left, and those that are held back for a person.</summary>
    public async Task<int> CountUndecidedAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        // In this order: what a person has tried again in between is found in the second list at the latest.
        var undecided = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var held in heldBack.IndexAsync(tenant, null, cancellationToken))
        {
            undecided.Add(held.Number);
        }

        undecided.UnionWith(await NumbersAsync(tenant, cancellationToken));
        return undecided.Count;
    }

    /// <summary>
    /// How many may stand in an administration without anybody knowing. Each has an open event. One held back with its intent is left out: it
    /// waits for a person, and would for ever; so is one that was sent somewhere else, which this administration has no part in.
    /// </summary>
    public async Task<int> CountUnsettledAsync(TenantId tenant, AdministrationKey administration, CancellationToken cancellationToken)
    {
        var unsettled = 0;
        foreach (var number in await NumbersAsync(tenant, cancellationToken))
        {
            var invoice = await invoices.FindAsync(tenant, number, cancellationToken);
            if (invoice is { State: InvoiceState.Booking or InvoiceState.Uncertain } && invoice.Intent?.Administration == administration)
            {
                unsettled++;
            }
        }

        return unsettled;
    }

    private async Task<HashSet<string>> NumbersAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in openWork.ListAsync(tenant, cancellationToken))
        {
            if (entry.Subject is Subject.Invoice invoice)
            {
                numbers.Add(invoice.Number);
            }
        }

        return numbers;
    }
}
