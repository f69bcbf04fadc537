using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Restoring;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>Stores payments that changed; a new status together with that Perfectview has to be told.</summary>
internal sealed class PaymentWriting(IRowStore store, CallbackOutbox outbox, RestoreMarks restores, IWorkWitness witness)
{
    /// <summary>Invoices of one batch: each has up to three writes.</summary>
    private const int AtOnce = 30;

    /// <returns>The new versions of the rows, by key.</returns>
    /// <exception cref="StaleWorkException">Somebody else changed one of them since it was read, or may read the books by now.</exception>
    public async Task<IReadOnlyDictionary<string, string>> SaveAsync(Tenant tenant, IReadOnlyList<PaymentChange> changes, WorkLease lease)
    {
        var tells = tenant.Settings.CallbackAddress is not null;
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        var mark = await restores.FindAsync(CancellationToken.None);
        foreach (var batch in changes.Select(change => change.After(mark)).Chunk(AtOnce))
        {
            await lease.KeepAsync();
            if (tells && batch.Any(change => change.IsNews))
            {
                // Every time: what the batches before it left to tell may have been told, and the tenant's row cleared.
                await outbox.AnnounceAsync(tenant.Id);
            }

            await WriteAsync(tenant.Id, batch, tells, versions);
            witness.Reached(WorkStep.PaymentsStored);
        }

        return versions;
    }

    private async Task WriteAsync(TenantId tenant, PaymentChange[] changes, bool tells, Dictionary<string, string> versions)
    {
        while (true)
        {
            var batch = changes.SelectMany(change => change.ToWrites()).ToList();
            var callbacks = batch.Count;
            foreach (var change in changes.Where(change => tells && change.IsNews))
            {
                batch.Add(await outbox.ToWriteAsync(tenant, change.Next.Number));
            }

            switch (await store.WriteAsync(Partition.Of(tenant), batch, CancellationToken.None))
            {
                case WriteResult.Written written:
                    foreach (var (write, version) in batch.Zip(written.ETags).Where(pair => pair.Second is not null))
                    {
                        versions[write.Key] = version!;
                    }

                    return;
                case WriteResult.Conflict conflict when conflict.Index < callbacks:
                    throw new StaleWorkException();
            }

            // A message was sent, or tried, in between: read anew what waits.
        }
    }
}

/// <summary>A payment as it was read, and as it is to be.</summary>
/// <param name="Row">The row it was read from.</param>
internal sealed record PaymentChange(Row Row, InvoicePayment Was, InvoicePayment Next)
{
    /// <summary>Whether its status is another one.</summary>
    public bool IsNews => Was.Revision != Next.Revision;

    /// <summary>Told under a revision that nothing was told under before the store was put back.</summary>
    public PaymentChange After(RestoreMark? mark) => IsNews && Next.Revision < mark?.LowestRevision
        ? this with { Next = Next with { Revision = mark.LowestRevision } }
        : this;

    public IEnumerable<RowWrite> ToWrites() => PaymentRows.KeyOf(Next) == Row.Key
        ? [new RowWrite.Replace(Row.Key, PaymentRows.ToValues(Next), Row.ETag!)]
        : [new RowWrite.Delete(Row.Key, Row.ETag!), PaymentRows.ToInsert(Next)];
}
