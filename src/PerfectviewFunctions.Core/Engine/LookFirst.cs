using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Restoring;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// Whether an invoice is looked up before it is first sent: in a store that was put back from a backup, which knows nothing of what was booked after
/// that. The service's refusal of a second booking is no fence there, since it may have been booked on a debtor that this store does not know.
/// </summary>
internal sealed class LookFirst(RestoreMarks restores)
{
    /// <param name="inBooks">The number under which it would be booked.</param>
    public async Task<bool> IsNeededAsync(Invoice invoice, AdministrationKey administration, string inBooks, CancellationToken cancellationToken) =>
        await restores.FindAsync(cancellationToken) is { } mark
        && mark.MayBeInBooks(invoice.Date, invoice.OccurredAt)
        && !(invoice.ProvenAbsent is { } proof
            && proof.Administration == administration
            && proof.Number == inBooks
            && proof.At >= mark.RestoredAt);
}
