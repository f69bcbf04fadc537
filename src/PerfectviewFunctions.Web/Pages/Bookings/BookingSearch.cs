using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>
/// Finds invoices without counting them: it walks the list from a place on, and stops when a page is full or enough was read. What waits for a
/// person has a list of its own, and a number is looked up.
/// </summary>
internal sealed class BookingSearch(InvoiceStore invoices, HeldBackInvoices heldBack)
{
    public const int PageSize = 50;

    /// <summary>Invoices read for one page.</summary>
    public const int MostRead = 500;

    public async Task<FoundInvoices> PageAsync(Tenant tenant, BookingFilter filter, string? after, CancellationToken cancellationToken)
    {
        var (found, read, last) = (new List<Invoice>(PageSize), 0, (string?)null);
        await foreach (var (invoice, place) in WalkAsync(tenant, filter, after, cancellationToken))
        {
            if (found.Count == PageSize || read == MostRead)
            {
                return new FoundInvoices(found, last, IsCut: found.Count < PageSize);
            }

            (read, last) = (read + 1, place);
            if (filter.Takes(invoice))
            {
                found.Add(invoice);
            }
        }

        return new FoundInvoices(found, null, IsCut: false);
    }

    /// <summary>The invoices among which those asked for are, each with its place; the newest first, those that wait for a person by number.</summary>
    public async IAsyncEnumerable<(Invoice Invoice, string Place)> WalkAsync(
        Tenant tenant, BookingFilter filter, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (filter.Number.Length > 0)
        {
            foreach (var number in NumbersOf(tenant, filter.Number))
            {
                if (await invoices.FindAsync(tenant.Id, number, cancellationToken) is { } invoice)
                {
                    yield return (invoice, InvoiceStore.PlaceOf(invoice));
                }
            }

            yield break;
        }

        var isHeld = filter.Group == BookingGroup.ActionNeeded;
        var list = isHeld ? heldBack.ListAsync(tenant.Id, after, cancellationToken) : invoices.ListAsync(tenant.Id, after, cancellationToken);
        await foreach (var invoice in list)
        {
            yield return (invoice, isHeld ? HeldBackInvoices.PlaceOf(invoice) : InvoiceStore.PlaceOf(invoice));
        }
    }

    /// <summary>Whoever reads a number in the books types it with the prefix.</summary>
    private static IEnumerable<string> NumbersOf(Tenant tenant, string typed)
    {
        yield return typed;
        var prefix = tenant.Settings.NumberPrefix;
        if (prefix.Length > 0 && typed.Length > prefix.Length && typed.StartsWith(prefix, StringComparison.Ordinal))
        {
            yield return typed[prefix.Length..];
        }
    }
}

/// <param name="Next">The place to go on after; null when the end was reached.</param>
/// <param name="IsCut">Whether the search stopped before the page was full, and there is more to search.</param>
internal sealed record FoundInvoices(IReadOnlyList<Invoice> Found, string? Next, bool IsCut);
