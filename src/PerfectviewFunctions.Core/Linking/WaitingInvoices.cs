using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>The invoices of a tenant that have work left.</summary>
internal sealed class WaitingInvoices(OpenWork openWork, InvoiceStore invoices)
{
    public async Task<int> CountAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await NumbersAsync(tenant, cancellationToken)).Count;

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
            numbers.Add(entry.InvoiceNumber);
        }

        return numbers;
    }
}
