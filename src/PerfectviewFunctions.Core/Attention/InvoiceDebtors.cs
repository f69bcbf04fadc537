using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>Reads what an invoice said of its debtor: all that is known of a relation that no event of its own has named yet.</summary>
public sealed class InvoiceDebtors(IRowStore store, InvoiceStore invoices, IEventReader reader)
{
    /// <returns>Null when there is no such invoice, or what was sent is not kept any more.</returns>
    public async Task<DebtorDetails?> FindAsync(TenantId tenant, string number, CancellationToken cancellationToken) =>
        await invoices.FindAsync(tenant, number, cancellationToken) is { } invoice
        && await store.GetAsync(Partition.Of(tenant), EventRows.BodyKeyOf(invoice.EventKey), cancellationToken) is { } body
        && reader.ReadStored(body.Values.ChunkedOrNull("body")) is PerfectviewEvent.InvoiceSent sent
            ? sent.Invoice.Debtor
            : null;
}
