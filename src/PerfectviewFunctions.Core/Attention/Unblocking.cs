using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>Finds the invoices that a changed VAT mapping sets free, and has them tried again.</summary>
public sealed class Unblocking(
    IRowStore store, InvoiceStore invoices, HeldBackInvoices heldBack, InvoiceActions actions, IEventReader reader)
{
    private const int MostLookedAt = 500;

    /// <summary>What another VAT code or account can mend.</summary>
    private static readonly HashSet<string> OfTheMapping = new(StringComparer.OrdinalIgnoreCase)
    {
        ReasonCode.VatCategoryUnmapped, ReasonCode.VatCodeRateMismatch, ReasonCode.VatCodeNotForSales,
        "CMUT001", "CMUT0011", "CMUT011", "CMUT012", "CMUT016", "CMUT027", "CMUT028", "CMUT033",
        "MUT_007", "MUT_008", "MUT_009", "MUT_011", "MUT_104", "MUT_105", "MUT_106", "MUT_109", "MUT_111", CallFailure.ReverseChargeOff,
    };

    /// <summary>The invoices that are held back for the mapping and could be booked with this one, each with why it is; nothing is changed.</summary>
    public async Task<IReadOnlyList<(string Number, Reason Was)>> FindAsync(Tenant withNewMapping, CancellationToken cancellationToken)
    {
        var (found, lookedAt) = (new List<(string, Reason)>(), 0);
        await foreach (var held in heldBack.IndexAsync(withNewMapping.Id, null, cancellationToken))
        {
            if (!OfTheMapping.Contains(Cause.CodeOf(held.Reason.Code)))
            {
                continue;
            }

            if (++lookedAt > MostLookedAt)
            {
                break;
            }

            if (await CouldBeBookedAsync(withNewMapping, held.Number, cancellationToken))
            {
                found.Add((held.Number, held.Reason));
            }
        }

        return found;
    }

    /// <returns>How many of them are worked on again.</returns>
    public async Task<int> RetryAsync(Tenant tenant, IReadOnlyList<string> numbers, CancellationToken cancellationToken) =>
        (await actions.RetryHeldAsync(tenant, numbers, by: null, cancellationToken)).Count(result => result.Became is ActionResult.Done);

    private async Task<bool> CouldBeBookedAsync(Tenant tenant, string number, CancellationToken cancellationToken) =>
        await invoices.FindAsync(tenant.Id, number, cancellationToken) is { State: InvoiceState.NeedsAttention, Intent: null } invoice
        && await store.GetAsync(Partition.Of(tenant.Id), EventRows.BodyKeyOf(invoice.EventKey), cancellationToken) is { } body
        && reader.ReadStored(body.Values.ChunkedOrNull("body")) is PerfectviewEvent.InvoiceSent sent
        && BookingPlan.Make(sent.Invoice, tenant) is BookingPlan.Ready;
}
