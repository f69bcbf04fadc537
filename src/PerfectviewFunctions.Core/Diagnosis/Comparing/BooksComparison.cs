using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Core.Diagnosis.Comparing;

/// <summary>
/// Finds out where store and books do not agree, of the last days. It takes no lease and changes nothing but the count of look-ups; what changed while
/// it read is left out.
/// </summary>
internal sealed class BooksComparison(
    InvoiceStore invoices, TenantSecrets secrets, BooksReading reading, IBookkeeping books, LookupQuota quota, EngineOptions options, TimeProvider time)
{
    /// <summary>Invoices of the store that are held against the books.</summary>
    private const int MostInvoices = 10_000;

    public async Task<IReadOnlyList<Finding>> RunAsync(Tenant tenant, int days, CancellationToken cancellationToken)
    {
        if (tenant is not { State: TenantState.Linked, Administration: { } administration }
            || await secrets.BookkeepingAsync(tenant.Id, SecretAge.Usual, cancellationToken) is not { } credentials)
        {
            return [Finding.Of(FindingCode.NotComparedAnswer, ("code", Errors.ReasonCode.CredentialsMissing))];
        }

        var today = DutchTime.DateOf(time.GetUtcNow());
        var (from, until) = (today.AddDays(1 - days), today);
        var (known, more) = await KnownAsync(tenant, from, until, cancellationToken);
        switch (await reading.ReadAsync(administration, credentials, from, until, cancellationToken))
        {
            case BooksRead.NoneLeft:
                return [await UsedAsync(administration, cancellationToken)];
            case BooksRead.Failed failed:
                return [Finding.Of(FindingCode.NotComparedAnswer, ("code", failed.Code))];
            case BooksRead.Done done:
                if (await books.ReadOpenItemsAsync(credentials, cancellationToken) is not Answer<OpenItems>.Success open)
                {
                    return [Finding.Of(FindingCode.NotComparedAnswer, ("code", CallFailure.Unreadable))];
                }

                var cut = done.Cut ?? (more ? (from, until) : null);
                var compared = StoreAndBooks.Compare([.. known.Values.Select(one => one.Known)], done.Rows, open.Value.Items, isWhole: done.Cut is null);
                return
                [
                    .. await StillTrueAsync(tenant, compared, known, cancellationToken),
                    .. cut is { } left ? [Finding.Of(FindingCode.ComparedInPart, ("from", Text(left.From)), ("until", Text(left.Until)))] : (Finding[])[],
                    Finding.Of(
                        FindingCode.Compared,
                        ("from", Text(from)),
                        ("until", Text(until)),
                        ("rows", Text(compared.Rows)),
                        ("ours", Text(compared.Ours)),
                        ("others", Text(compared.Others)),
                        ("calls", Text(done.Calls))),
                ];
            default:
                throw new InvalidOperationException("A reading of an unknown kind.");
        }
    }

    private async Task<(Dictionary<string, (KnownInvoice Known, DateTimeOffset ChangedAt)> Known, bool More)> KnownAsync(
        Tenant tenant, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, (KnownInvoice, DateTimeOffset)>(StringComparer.Ordinal);
        var start = DutchTime.StartOf(from);
        await foreach (var invoice in invoices.ListAsync(tenant.Id, null, cancellationToken))
        {
            if (known.Count == MostInvoices)
            {
                return (known, true);
            }

            // Newest first: an invoice comes in within days of its date, mostly on it.
            if (invoice.FirstSeenAt < start.AddDays(-7))
            {
                break;
            }

            if (KnownInvoice.Of(invoice, tenant) is { } one && one.Date >= from && one.Date <= until)
            {
                known[invoice.Number] = (one, invoice.ChangedAt);
            }
        }

        return (known, false);
    }

    /// <summary>The store was read before the books: what was stored of an invoice since then may explain it.</summary>
    private async Task<List<Finding>> StillTrueAsync(
        Tenant tenant,
        StoreAgainstBooks compared,
        Dictionary<string, (KnownInvoice Known, DateTimeOffset ChangedAt)> known,
        CancellationToken cancellationToken)
    {
        var still = new List<Finding>();
        foreach (var disagreement in compared.Disagreements)
        {
            var changed = false;
            foreach (var number in disagreement.Numbers)
            {
                changed |= (await invoices.FindAsync(tenant.Id, number, cancellationToken))?.ChangedAt != known[number].ChangedAt;
            }

            if (!changed)
            {
                still.Add(disagreement.Finding);
            }
        }

        return still;
    }

    private async Task<Finding> UsedAsync(AdministrationKey administration, CancellationToken cancellationToken) => Finding.Of(
        FindingCode.NotComparedQuota,
        ("used", Text(await quota.UsedAsync(administration, cancellationToken))),
        ("limit", Text(options.LookupsPerMonth)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
