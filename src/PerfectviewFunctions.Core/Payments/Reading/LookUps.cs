using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>
/// Looks up what became of an invoice that is not in the list of open ones: by its number, which shows its payments too, and only if it is not
/// there by its mutation number. Each look-up is counted before it is made. Where the list was read in pieces, the open items with its number come first.
/// </summary>
internal sealed class LookUps(IBookkeeping books, Claims claims, LookupQuota quota, PaymentOptions options)
{
    /// <param name="list">The one that it is missing in.</param>
    public async Task<LookUp> OfAsync(TenantId tenant, BookkeepingCredentials credentials, InvoicePayment payment, OpenList list)
    {
        if (!list.IsSnapshot)
        {
            switch (await books.FindOpenItemsAsync(credentials, payment.NumberInBooks, CancellationToken.None))
            {
                case Answer<IReadOnlyList<OpenItem>>.Success { Value: var rows }
                    when new OpenList(rows, list.RequestedAt).Find(payment) is ListMatch.Row row:
                    return new LookUp.StillOpen(row.Item);
                case Answer<IReadOnlyList<OpenItem>>.Success:
                    break;
                case var failed:
                    return Failed(failed);
            }
        }

        if (!await CountedAsync(payment))
        {
            return new LookUp.NoneLeft();
        }

        var byNumber = await books.FindBookingsAsync(credentials, payment.NumberInBooks, CancellationToken.None);
        if (byNumber is not Answer<FoundBookings>.Success { Value: var found })
        {
            return Failed(byNumber);
        }

        if (found.Mutations.FirstOrDefault(mutation => mutation.Number == payment.Mutation) is { } present)
        {
            return new LookUp.There(present, found);
        }

        if (!await CountedAsync(payment))
        {
            return new LookUp.NoneLeft();
        }

        var byMutation = await books.FindMutationAsync(credentials, payment.Mutation, CancellationToken.None);
        return byMutation switch
        {
            // Its payments stand under the number that it has now. With none, or the same, nothing more can be found out of them.
            Answer<BookedMutation?>.Success { Value: { } there } => new LookUp.There(there, IsRenumbered(payment, there) ? null : found),
            Answer<BookedMutation?>.Success => await EnteredAgainAsync(tenant, payment, found) is { } again
                ? new LookUp.There(again, found)
                : new LookUp.Gone(),
            _ => Failed(byMutation),
        };
    }

    private static bool IsRenumbered(InvoicePayment payment, BookedMutation mutation) =>
        mutation.InvoiceNumber.Trim() is { Length: > 0 } number && number != payment.NumberInBooks.Trim();

    /// <summary>The one invoice that somebody entered in its place, which is no other invoice of ours.</summary>
    private async Task<BookedMutation?> EnteredAgainAsync(TenantId tenant, InvoicePayment payment, FoundBookings found)
    {
        var same = found.Mutations.Where(mutation => mutation.IsInvoiceSent
            && mutation.InvoiceNumber.Trim() == payment.NumberInBooks.Trim()
            && mutation.DebtorCode.Trim().Equals(payment.DebtorCode.Trim(), StringComparison.OrdinalIgnoreCase)
            && mutation.Total == payment.Amount).ToList();
        return same is [var only] && await claims.ClaimAsync(payment.Administration, only.Number, tenant, payment.Number) is null ? only : null;
    }

    /// <summary>Of the month's look-ups half are kept for invoices that were seen open: one who starts with years of paid invoices needs them too.</summary>
    private Task<bool> CountedAsync(InvoicePayment payment) => quota.TryTakeForPaymentsAsync(
        payment.Administration, payment.WasSeen ? options.LookupsPerMonth : (options.LookupsPerMonth + 1) / 2);

    private static LookUp Failed<T>(Answer<T> answer) => answer switch
    {
        Answer<T>.Refused { Code: ServiceCodes.LookUpsUsed } => new LookUp.NoneLeft(),
        Answer<T>.Refused refused => new LookUp.Failed(refused.Code),
        Answer<T>.NotDone failed => new LookUp.Failed(failed.Code),
        Answer<T>.Unclear failed => new LookUp.Failed(failed.Code),
        _ => throw new InvalidOperationException("An answer of an unknown kind."),
    };
}

/// <summary>What a look-up of a vanished invoice gave.</summary>
internal abstract record LookUp
{
    private LookUp()
    {
    }

    /// <summary>It stands in the books.</summary>
    /// <param name="Found">Everything under its number; null when it has another number now, so that nothing is known of its payments.</param>
    public sealed record There(BookedMutation Mutation, FoundBookings? Found) : LookUp;

    /// <summary>It did not vanish: this is its row.</summary>
    public sealed record StillOpen(OpenItem Item) : LookUp;

    /// <summary>It is in the books no more.</summary>
    public sealed record Gone : LookUp;

    /// <summary>The month's look-ups are used up.</summary>
    public sealed record NoneLeft : LookUp;

    /// <summary>Nothing is known; another run tries again.</summary>
    public sealed record Failed(string Code) : LookUp;
}
