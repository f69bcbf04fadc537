using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Relations.Sync;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>
/// Makes sure that a debtor stands in the books: by a link stored before, by what the books already hold, or by creating it, with an intent of its
/// own since a relation can't be taken back either.
/// </summary>
internal sealed class Debtors(
    RelationCases relations, DebtorIndexes indexes, IBookkeeping books, TimeProvider time, EngineOptions options, IWorkWitness witness)
{
    /// <summary>As many as a person can choose from: hundreds with one placeholder for a number would outgrow the relation's row.</summary>
    private const int MostCandidates = 100;

    /// <summary>For an invoice, which takes the debtor as it is: what only Perfectview's own events may change is left alone.</summary>
    public Task<DebtorResult> OfInvoiceAsync(TenantPass pass, DebtorDetails debtor, CancellationToken cancellationToken) =>
        OfInvoiceAsync(pass, debtor, mayMake: true, cancellationToken);

    /// <summary>As <see cref="OfInvoiceAsync(TenantPass, DebtorDetails, CancellationToken)"/>, but makes none: then it is <see cref="DebtorResult.NotMade"/>.</summary>
    public Task<DebtorResult> LookForAsync(TenantPass pass, DebtorDetails debtor, CancellationToken cancellationToken) =>
        OfInvoiceAsync(pass, debtor, mayMake: false, cancellationToken);

    /// <summary>For a relation whose events are worked on.</summary>
    public Task<DebtorResult> ResolveAsync(TenantPass pass, RelationCase work, DebtorDetails debtor, CancellationToken cancellationToken) =>
        ResolveAsync(new Search(pass, work, debtor, ForInvoice: false), cancellationToken);

    /// <summary>Looks anew for a debtor that is linked to a relation which the books say they do not hold.</summary>
    public Task<DebtorResult> FindAgainAsync(TenantPass pass, RelationCase work, DebtorDetails debtor) =>
        FindAgainAsync(new Search(pass, work, debtor, ForInvoice: false));

    /// <summary>
    /// The books refused a booking since they know no such relation: from now on a link with that code is not trusted. Another code has come into the
    /// link meanwhile, or a person's choice is open: then nothing is doubted that was not refused.
    /// </summary>
    /// <param name="code">The relation code of that booking.</param>
    public async Task DoubtAsync(TenantPass pass, string debtorId, string code)
    {
        var work = await relations.OfInvoiceAsync(pass.Tenant.Id, new DebtorDetails(debtorId, IsPerson: false), CancellationToken.None);
        if (work.Relation.LinkIn(pass.Administration) is DebtorLink.Linked linked && linked.Code == code)
        {
            work.Relation = work.Relation.WithLink(pass.Administration, linked with { IsDoubted = true });
            await relations.StoreAsync(work);
        }
    }

    private async Task<DebtorResult> OfInvoiceAsync(TenantPass pass, DebtorDetails debtor, bool mayMake, CancellationToken cancellationToken)
    {
        var work = await relations.OfInvoiceAsync(pass.Tenant.Id, debtor, cancellationToken);
        if (work.Relation.LinkIn(pass.Administration) is DebtorLink.Linked { FollowsCode: true } linked)
        {
            // From now on a booking leans on the code.
            work.Relation = work.Relation.WithLink(pass.Administration, linked with { FollowsCode = false });
            await relations.StoreAsync(work);
        }

        return await ResolveAsync(new Search(pass, work, debtor, ForInvoice: true) { MayMake = mayMake }, cancellationToken);
    }

    private async Task<DebtorResult> ResolveAsync(Search search, CancellationToken cancellationToken) => search.Link switch
    {
        DebtorLink.Linked { IsDoubted: false } linked => new DebtorResult.Known(linked.Code),
        DebtorLink.Linked => await FindAgainAsync(search),
        DebtorLink.Creating { SentAt: null } creating => await CreateAsync(search, creating),
        DebtorLink.Creating creating => await RecoverAsync(search, creating),

        // Whoever tries again may have mended it in the books: what was kept before does not know.
        DebtorLink.Doubtful => await MatchOrCreateAsync(search, await ReadAsync(search, search.Look, cancellationToken)),
        _ => await MatchOrCreateAsync(
            search, await indexes.GetAsync(search.Administration, search.Pass.Credentials, search.Look, cancellationToken)),
    };

    /// <summary>Where the doubt was unfounded, nothing but the doubt goes: whoever is refused a second time is held back for that.</summary>
    private async Task<DebtorResult> FindAgainAsync(Search search)
    {
        var linked = (DebtorLink.Linked)search.Link!;
        var answer = await ReadAsync(search, search.Look with { Ids = [linked.Id] });
        if (answer is not Answer<DebtorIndex>.Success { Value: var index })
        {
            return DebtorResult.Of(answer);
        }

        if (index.ById(linked.Id) is { } booked)
        {
            // Somebody gave it another code.
            return await LinkAsync(search, linked with { Code = booked.Code.Trim(), IsDoubted = false, FollowsCode = false });
        }

        search.Link = null;
        return await MatchOrCreateAsync(search, answer);
    }

    private async Task<DebtorResult> MatchOrCreateAsync(Search search, Answer<DebtorIndex> answer)
    {
        if (answer is not Answer<DebtorIndex>.Success { Value: var index })
        {
            return DebtorResult.Of(answer);
        }

        switch (search.Link is DebtorLink.Apart ? new DebtorMatch.None() : DebtorMatch.Find(DebtorCleaning.Clean(search.Debtor).Details, index))
        {
            case DebtorMatch.Found { Debtor: var found }:
                return await LinkAsync(search, new DebtorLink.Linked(found.Id, found.Code.Trim(), time.GetUtcNow()));
            case DebtorMatch.Doubtful or DebtorMatch.None when !search.MayMake && MadeBefore(search, index) is { } made:
                return new DebtorResult.NotMade(made.Code.Trim());
            case DebtorMatch.Doubtful doubtful:
                return await LeaveToAPersonAsync(search, doubtful.Candidates);
            default:
                if (!await indexes.IsCurrentAsync(search.Administration, index, CancellationToken.None))
                {
                    // Another host created debtors since this list was read; this one may be among them.
                    return await MatchOrCreateAsync(search, await ReadAsync(search, search.Look));
                }

                var (tenant, debtor) = (search.Pass.Tenant, search.Debtor);
                var code = DebtorCode.For(tenant.Id, debtor, taken => index.ByCode(taken) is not null);
                var formed = DebtorForm.ToCard(debtor, code, tenant.Settings.PersonNames);
                return await CreateAsync(search, new DebtorLink.Creating(formed.Card, null)
                {
                    Notes = formed.Notes,
                    IsApart = search.Link is DebtorLink.Apart,
                    RefusedCode = DebtorCode.Following(tenant.Id, debtor, code) is var own && own != code ? own : null,
                });
        }
    }

    private async Task<DebtorResult> LeaveToAPersonAsync(Search search, IReadOnlyList<BookedDebtor> candidates)
    {
        var reason = Reason.Of(
            ReasonCode.DebtorAmbiguous,
            ("name", DebtorName.Of(search.Debtor)),
            ("candidates", string.Join(", ", candidates.Take(10).Select(found => $"{found.Code} {found.Name}"))),
            ("relation", search.Debtor.Id));
        search.Work.Relation = search.Work.Relation with { State = RelationState.NeedsAttention, Reason = reason, ChangedAt = time.GetUtcNow() };
        await StoreAsync(search, new DebtorLink.Doubtful([.. candidates.Take(MostCandidates)], time.GetUtcNow()));
        return new DebtorResult.HeldBack(reason);
    }

    /// <param name="wasUnclear">Whether an earlier call may have created it after all, late: then a taken code may be our own.</param>
    private async Task<DebtorResult> CreateAsync(Search search, DebtorLink.Creating creating, bool wasUnclear = false)
    {
        if (!search.MayMake)
        {
            return new DebtorResult.NotMade(creating.Card.Code);
        }

        if (await search.Pass.Lease.ReserveCallAsync() is null)
        {
            return new DebtorResult.LeaseLost();
        }

        creating = creating with { SentAt = time.GetUtcNow() };
        await StoreAsync(search, creating);
        witness.Reached(WorkStep.DebtorIntentStored);
        if (await search.Pass.Lease.ReserveCallAsync() is not { } deadline)
        {
            return new DebtorResult.LeaseLost();
        }

        var answer = await books.AddDebtorAsync(search.Pass.Credentials, creating.Card, deadline);
        witness.Reached(WorkStep.DebtorAnswered);
        switch (answer)
        {
            case Answer<long>.Success added:
                await indexes.ChangedAsync(search.Administration, BookedDebtor.Of(added.Value, creating.Card));
                return await LinkAsync(search, Created(search, added.Value, creating));
            case Answer<long>.Refused refused when Refusal.ClassOf(refused.Code) == ErrorClass.Unclear:
                return await CodeTakenAsync(search, creating, wasUnclear);
            case Answer<long>.Refused refused when Refusal.ClassOf(refused.Code) == ErrorClass.Permanent:
                await StoreAsync(search, Before(creating));
                return DebtorResult.Of(answer);
            case Answer<long>.Unclear:
                return await RecoverAsync(search, creating);
            default:
                await StoreAsync(search, creating with { SentAt = null });
                return DebtorResult.Of(answer);
        }
    }

    /// <summary>After an unclear outcome: a relation with exactly our code and name is ours; absence counts only after the wait.</summary>
    private async Task<DebtorResult> RecoverAsync(Search search, DebtorLink.Creating creating)
    {
        var answer = await ReadAsync(search, search.Look.WithCode(creating.Card.Code));
        if (answer is not Answer<DebtorIndex>.Success { Value: var index })
        {
            return DebtorResult.Of(answer);
        }

        if (OursIn(index, creating.Card) is { } ours)
        {
            await indexes.ChangedAsync(search.Administration, null);
            return await LinkAsync(search, Created(search, ours.Id, creating));
        }

        var provesAbsence = creating.SentAt!.Value + options.ProvesAbsenceAfter;
        return time.GetUtcNow() < provesAbsence
            ? new DebtorResult.Wait(Uncertain.Until(provesAbsence), provesAbsence)
            : await CreateAsync(search, creating, wasUnclear: true);
    }

    /// <summary>
    /// The code is taken: by an earlier attempt of ours, if one was unclear; else by somebody else since the list was read, and then name and code
    /// prove nothing (two tenants may share an administration, each with its own "10001 Jansen"): it is matched anew, as any debtor is.
    /// </summary>
    private async Task<DebtorResult> CodeTakenAsync(Search search, DebtorLink.Creating creating, bool wasUnclear)
    {
        var answer = await ReadAsync(search, search.Look.WithCode(creating.Card.Code));
        if (answer is not Answer<DebtorIndex>.Success { Value: var index })
        {
            return DebtorResult.Of(answer);
        }

        if (wasUnclear && OursIn(index, creating.Card) is { } ours)
        {
            await indexes.ChangedAsync(search.Administration, null);
            return await LinkAsync(search, Created(search, ours.Id, creating));
        }

        await StoreAsync(search, Before(creating));
        return index.ByCode(creating.Card.Code) is null
            ? new DebtorResult.HeldBack(Reason.Of(
                ReasonCode.DebtorCodeTaken,
                ("name", creating.Card.Name),
                ("code", creating.Card.Code),
                ("relation", search.Debtor.Id)))
            : await MatchOrCreateAsync(search, answer);
    }

    /// <summary>Nothing came of it: it is looked for anew, unless a person said that it is none of those found.</summary>
    private static DebtorLink.Apart? Before(DebtorLink.Creating creating) => creating.IsApart ? new DebtorLink.Apart() : null;

    private DebtorLink.Linked Created(Search search, long id, DebtorLink.Creating creating) =>
        new(id, creating.Card.Code, time.GetUtcNow())
        {
            Written = creating.Card,
            WrittenAt = time.GetUtcNow(),
            Spoken = Enum.GetValues<RelationField>(),
            FollowsCode = !search.ForInvoice,
            RefusedCode = creating.RefusedCode,
            Notes = creating.Notes,
        };

    /// <summary>
    /// Stores the link. What its invoice settles sets the relation's own events going that waited for it; not those that a person set aside.
    /// </summary>
    private async Task<DebtorResult> LinkAsync(Search search, DebtorLink.Linked linked)
    {
        var work = search.Work;
        var releases = search.ForInvoice
            && work.Relation is { IsSetAside: false, State: RelationState.NeedsAttention or RelationState.Ignored };
        work.Relation = work.Relation.WithLink(search.Administration, linked) with { ChangedAt = time.GetUtcNow() };
        await (releases ? relations.ReleaseAsync(work) : relations.StoreAsync(work));
        witness.Reached(WorkStep.DebtorLinked);
        return new DebtorResult.Known(linked.Code);
    }

    /// <summary>What stands in the books now.</summary>
    private Task<Answer<DebtorIndex>> ReadAsync(Search search, DebtorLook look, CancellationToken cancellationToken = default) =>
        indexes.ReadAsync(search.Administration, search.Pass.Credentials, look, cancellationToken);

    private Task StoreAsync(Search search, DebtorLink? link)
    {
        search.Link = link;
        return relations.StoreAsync(search.Work);
    }

    private static BookedDebtor? OursIn(DebtorIndex index, DebtorCard wanted) =>
        index.ByCode(wanted.Code) is { } booked && booked.Code.Trim() == wanted.Code && Words.Join(booked.Name) == Words.Join(wanted.Name)
            ? booked
            : null;

    /// <summary>The relation with exactly the code and name that it would get: before this store was put back it may have been made for it.</summary>
    private static BookedDebtor? MadeBefore(Search search, DebtorIndex index)
    {
        var (tenant, debtor) = (search.Pass.Tenant, search.Debtor);
        var card = DebtorForm.ToCard(debtor, DebtorCode.For(tenant.Id, debtor, _ => false), tenant.Settings.PersonNames).Card;
        return OursIn(index, card);
    }

    /// <summary>One debtor that is looked for, and on whose behalf.</summary>
    private sealed record Search(TenantPass Pass, RelationCase Work, DebtorDetails Debtor, bool ForInvoice)
    {
        public bool MayMake { get; init; } = true;

        public AdministrationKey Administration => Pass.Administration;

        public DebtorLook Look => DebtorLooks.For(Pass.Tenant, Debtor);

        public DebtorLink? Link
        {
            get => Work.Relation.LinkIn(Administration);
            set => Work.Relation = Work.Relation.WithLink(Administration, value);
        }
    }
}
