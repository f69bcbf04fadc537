using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// Lets an invoice wait that could not be worked on, for a fault of ours or a damaged row, and says so on it. Any of its rows may be the damaged
/// one: it stays as it is, and what can be read is set aside all the same.
/// </summary>
internal sealed class SettingAside(IRowStore store, CaseStore cases, TimeProvider time)
{
    public async Task SetAsideAsync(TenantId tenant, string number)
    {
        var (partition, reason) = (Partition.Of(tenant), Reason.Of(ReasonCode.Unexpected));
        await foreach (var row in store.QueryPrefixAsync(partition, EventRows.OpenPrefixOf(number), CancellationToken.None))
        {
            try
            {
                await cases.PostponeAsync(tenant, EventRows.ReadOpen(row), reason, null);
            }
            catch (StaleWorkException)
            {
                // Another worker went on with the invoice: it is his now.
                return;
            }
            catch (Exception exception) when (exception is not StoreUnavailableException)
            {
                await PostponeAloneAsync(row, number);
            }
        }

        await TellAsync(partition, number, reason);
    }

    /// <summary>The event itself can't be read: only its place in the open list is moved, so that it is neither dropped nor tried every minute.</summary>
    private Task<string?> PostponeAloneAsync(Row row, string number)
    {
        var now = time.GetUtcNow();
        var unread = new StoredEvent(row.Values.Text("event"), "", EventState.Retry, now)
        {
            InvoiceNumber = number, NextAt = now + Backoff.Longest,
        };
        return store.TryReplaceAsync(row, EventRows.ToOpenValues(unread), CancellationToken.None);
    }

    /// <summary>An invoice that has its result, or is held back, keeps the reason for that.</summary>
    private async Task TellAsync(string partition, string number, Reason reason)
    {
        if (await store.GetAsync(partition, InvoiceRows.KeyOf(number), CancellationToken.None) is not { } row)
        {
            return;
        }

        Invoice invoice;
        try
        {
            invoice = InvoiceRows.Read(row);
        }
        catch (Exception exception) when (exception is not StoreUnavailableException)
        {
            // This is the damaged row; the log has told so already.
            return;
        }

        if (invoice.State is InvoiceState.Received or InvoiceState.Booking or InvoiceState.Uncertain)
        {
            var told = invoice with { Reason = reason, ChangedAt = time.GetUtcNow() };
            await store.TryReplaceAsync(row, InvoiceRows.ToValues(told), CancellationToken.None);
        }
    }
}
