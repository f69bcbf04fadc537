namespace PerfectviewFunctions.Benchmarks.Straightforward;

/// <summary>What it does once an hour: asks for each open invoice what was paid of it, in one session per tenant.</summary>
internal sealed class PaymentRun(BooksClient books)
{
    /// <summary>Tenants at the same time: as many administrations as PerfectviewFunctions reads by itself.</summary>
    private const int AtOnce = 8;

    /// <returns>How many invoices another amount was paid of than before.</returns>
    public async Task<int> RunAsync(IReadOnlyCollection<StraightforwardTenant> tenants)
    {
        var changed = 0;
        await Parallel.ForEachAsync(tenants, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (tenant, _) =>
            Interlocked.Add(ref changed, await RunAsync(tenant)));
        return changed;
    }

    private async Task<int> RunAsync(StraightforwardTenant tenant)
    {
        var changed = 0;
        var session = await books.OpenSessionAsync(tenant);
        try
        {
            foreach (var invoice in tenant.Open.Values)
            {
                var paid = await books.PaidOfAsync(session, invoice.Number);
                if (paid != invoice.Paid)
                {
                    changed++;
                    tenant.Open[invoice.Number] = invoice with { Paid = paid };
                }

                if (paid >= invoice.Total)
                {
                    tenant.Open.TryRemove(invoice.Number, out _);
                }
            }
        }
        finally
        {
            await books.CloseSessionAsync(session);
        }

        return changed;
    }
}
