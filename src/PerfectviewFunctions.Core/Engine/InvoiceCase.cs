using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>One invoice on the worker's table: as last read or written, with its open events in the order in which they happened.</summary>
internal sealed class InvoiceCase(Invoice invoice, string etag, IReadOnlyList<OpenEvent> open)
{
    public Invoice Invoice { get; private set; } = invoice;

    public string ETag { get; private set; } = etag;

    public IReadOnlyList<OpenEvent> Open { get; private set; } = open;

    /// <summary>The invoice's own event in the open list, if it is still there.</summary>
    public OpenEvent? Current => Find(Invoice.EventKey);

    /// <summary>The events that came for the same invoice and are not it.</summary>
    public IEnumerable<OpenEvent> Others => Open.Where(entry => entry.EventKey != Invoice.EventKey);

    public OpenEvent? Find(string eventKey) => Open.FirstOrDefault(entry => entry.EventKey == eventKey);

    public void Written(Invoice invoice, string etag) => (Invoice, ETag) = (invoice, etag);

    public void Closed(string eventKey) => Open = [.. Open.Where(entry => entry.EventKey != eventKey)];
}
