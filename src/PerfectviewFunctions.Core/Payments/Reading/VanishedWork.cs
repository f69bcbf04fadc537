using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;

namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>Finds out what became of invoices that vanished from the list, one by one, each stored before the next is looked up.</summary>
internal sealed class VanishedWork(LookUps lookUps, PaymentWriting writing, TimeProvider time, IWorkWitness witness)
{
    /// <summary>After so many failures in a row the books themselves are taken to be in trouble, not some of the invoices.</summary>
    private const int MostFailures = 3;

    /// <param name="before">How many invoices the list before had.</param>
    /// <param name="end">After this nothing further is looked up.</param>
    /// <exception cref="StaleWorkException">The lease is lost: somebody else reads by now.</exception>
    public async Task<VanishedEnd> RunAsync(
        IReadOnlyList<VanishedInvoice> vanished,
        int before,
        OpenList list,
        BookkeepingCredentials credentials,
        WorkLease lease,
        DateTimeOffset end,
        CancellationToken cancellationToken)
    {
        var left = MassVanishing.Is(vanished.Count(one => Verdict.WasListed(one.Payment)), before)
            ? await MarkAsync(vanished, lease)
            : vanished;
        LookUp? noneLeft = null;
        var (failures, trouble) = (0, (LookUp.Failed?)null);

        // Those that were seen open come first: when the look-ups run out, it is with invoices of which nothing was ever known.
        foreach (var (tenant, row, payment) in left.OrderByDescending(one => one.Payment.WasSeen))
        {
            if (time.GetUtcNow() >= end || cancellationToken.IsCancellationRequested)
            {
                return new VanishedEnd.MoreToDo();
            }

            // An invoice needs two calls at most, each no longer than what a lease is renewed for.
            if (noneLeft is null)
            {
                await lease.KeepAsync();
            }

            var lookUp = noneLeft ?? await lookUps.OfAsync(tenant.Id, credentials, payment, list);
            witness.Reached(WorkStep.PaymentLookedUp);
            if (lookUp is LookUp.Failed failed)
            {
                // An invoice of which the books always give an unreadable answer is no reason to find out nothing of those behind it.
                trouble = failed;
                if (++failures == MostFailures)
                {
                    break;
                }

                continue;
            }

            failures = 0;
            noneLeft ??= lookUp as LookUp.NoneLeft;
            var next = Vanished.After(payment, lookUp, list);
            if (next != payment)
            {
                await writing.SaveAsync(tenant, [new PaymentChange(row, payment, next)], lease);
            }
        }

        return trouble is null ? new VanishedEnd.Done() : new VanishedEnd.Failed(trouble.Code);
    }

    /// <summary>
    /// Stores that they left together before the first is looked up: those that are left when a run ends early would be few in the next.
    /// </summary>
    private async Task<IReadOnlyList<VanishedInvoice>> MarkAsync(IReadOnlyList<VanishedInvoice> vanished, WorkLease lease)
    {
        var marked = new List<VanishedInvoice>();
        foreach (var ofOne in vanished.GroupBy(one => one.Tenant))
        {
            var changes = ofOne
                .Where(one => Verdict.WasListed(one.Payment) && !one.Payment.LeftWithMany)
                .Select(one => new PaymentChange(one.Row, one.Payment, one.Payment with { LeftWithMany = true }))
                .ToList();
            var etags = await writing.SaveAsync(ofOne.Key, changes, lease);
            marked.AddRange(ofOne.Except(ofOne.Where(one => etags.ContainsKey(one.Row.Key))));
            marked.AddRange(changes.Select(change => new VanishedInvoice(ofOne.Key, change.Row with { ETag = etags[change.Row.Key] }, change.Next)));
        }

        witness.Reached(WorkStep.VanishingStored);
        return marked;
    }
}

/// <summary>How the work on vanished invoices ended.</summary>
internal abstract record VanishedEnd
{
    private VanishedEnd()
    {
    }

    public sealed record Done : VanishedEnd;

    /// <summary>Time is up; the rest vanishes again in the next run.</summary>
    public sealed record MoreToDo : VanishedEnd;

    /// <summary>The books gave no answer for some, or for all that were left; they stay as they are.</summary>
    public sealed record Failed(string Code) : VanishedEnd;
}
