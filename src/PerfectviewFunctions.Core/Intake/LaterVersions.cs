using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Intake;

/// <summary>Shows a booked invoice beside an event that says otherwise about it.</summary>
public sealed class LaterVersions(IRowStore store, InvoiceStore invoices, IEventReader reader)
{
    /// <summary>What was booked and what the event says; null when either is not, or no longer, known.</summary>
    public async Task<(InvoiceFacts Booked, InvoiceFacts Later)?> FindAsync(
        TenantId tenant, StoredEvent stored, CancellationToken cancellationToken) =>
        stored is { State: EventState.NeedsAttention, InvoiceNumber: { } number }
        && await invoices.FindAsync(tenant, number, cancellationToken) is { State: InvoiceState.Booked, Intent.Facts: var booked }
        && await store.GetAsync(Partition.Of(tenant), EventRows.BodyKeyOf(stored.Key), cancellationToken) is { } body
        && reader.ReadStored(body.Values.ChunkedOrNull("body")) is PerfectviewEvent.InvoiceSent sent
            ? (booked, FactsOf(booked, sent.Invoice))
            : null;

    /// <summary>
    /// The facts of a document beside those of a booking: with whichever rounding comes nearest, since the tenant may have changed that choice meanwhile.
    /// </summary>
    internal static InvoiceFacts FactsOf(InvoiceFacts booked, InvoiceDocument document) =>
        Enum.GetValues<InclusiveRounding>().Select(rounding => FactsOf(document, rounding)).MinBy(facts => booked.DifferencesTo(facts).Count)!;

    private static InvoiceFacts FactsOf(InvoiceDocument document, InclusiveRounding rounding) => new(
        document.Date,
        document.Currency,
        document.Debtor.Id,
        VatGroups.Of(document, rounding) is VatGroupsResult.Found found ? found.Groups : []);
}
