using System.Collections.Concurrent;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>
/// The relations of each administration, read in one call (no filter of the API knows VAT or Chamber-of-Commerce numbers) and kept for some
/// minutes; debtors that we create join what is kept.
/// </summary>
internal sealed class DebtorIndexes(IBookkeeping books, TimeProvider time, EngineOptions options)
{
    private readonly ConcurrentDictionary<AdministrationKey, Kept> kept = new();

    /// <summary>The index as kept, or read anew when it is too old.</summary>
    public async Task<Answer<DebtorIndex>> GetAsync(
        AdministrationKey administration, BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        kept.TryGetValue(administration, out var known) && time.GetUtcNow() - known.ReadAt < options.DebtorIndexAge
            ? new Answer<DebtorIndex>.Success(known.Index)
            : await ReadAsync(administration, credentials, cancellationToken);

    /// <summary>The index as it stands in the books at this moment.</summary>
    public async Task<Answer<DebtorIndex>> ReadAsync(
        AdministrationKey administration, BookkeepingCredentials credentials, CancellationToken cancellationToken)
    {
        var readAt = time.GetUtcNow();
        switch (await books.ReadDebtorsAsync(credentials, cancellationToken))
        {
            case Answer<IReadOnlyList<BookedDebtor>>.Success read:
                var index = new DebtorIndex(read.Value);
                kept[administration] = new Kept(index, readAt);
                return new Answer<DebtorIndex>.Success(index);
            case Answer<IReadOnlyList<BookedDebtor>>.Refused refused:
                return new Answer<DebtorIndex>.Refused(refused.Code, refused.Text);
            case Answer<IReadOnlyList<BookedDebtor>>.NotDone failed:
                return new Answer<DebtorIndex>.NotDone(failed.Code, failed.Detail, failed.RetryAfter);
            case Answer<IReadOnlyList<BookedDebtor>>.Unclear failed:
                return new Answer<DebtorIndex>.NotDone(failed.Code, failed.Detail);
            default:
                throw new InvalidOperationException("An answer of an unknown kind.");
        }
    }

    /// <summary>Adds a debtor that was just created to what is kept.</summary>
    public void Add(AdministrationKey administration, BookedDebtor debtor)
    {
        if (kept.TryGetValue(administration, out var known))
        {
            kept[administration] = known with { Index = known.Index.With(debtor) };
        }
    }

    private sealed record Kept(DebtorIndex Index, DateTimeOffset ReadAt);
}
