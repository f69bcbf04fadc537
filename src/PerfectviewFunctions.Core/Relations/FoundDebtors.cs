using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Relations.Sync;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>Links a debtor by a booking that was found in the books: it says which one it is, where a store that was put back does not know.</summary>
internal sealed class FoundDebtors(RelationCases relations, DebtorIndexes indexes, TimeProvider time)
{
    /// <summary>A link that is there already stays as it is.</summary>
    /// <param name="name">For a relation that is not known yet.</param>
    public async Task LinkAsync(TenantPass pass, string debtorId, string name, string code)
    {
        var debtor = new DebtorDetails(debtorId, IsPerson: false) { Name = name };
        var work = await relations.OfInvoiceAsync(pass.Tenant.Id, debtor, CancellationToken.None);
        if (work.Relation.LinkIn(pass.Administration) is DebtorLink.Linked
            || await indexes.GetAsync(pass.Administration, pass.Credentials, DebtorLook.ByCode(code), CancellationToken.None) is not Answer<DebtorIndex>.Success { Value: var index }
            || index.ByCode(code) is not { } booked)
        {
            return;
        }

        var waits = work.Relation is { IsSetAside: false, State: RelationState.NeedsAttention or RelationState.Ignored };
        var linked = new DebtorLink.Linked(booked.Id, booked.Code.Trim(), time.GetUtcNow());
        work.Relation = work.Relation.WithLink(pass.Administration, linked) with { ChangedAt = time.GetUtcNow() };
        await (waits ? relations.ReleaseAsync(work) : relations.StoreAsync(work));
    }
}
