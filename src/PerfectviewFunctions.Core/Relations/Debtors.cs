using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>
/// Makes sure that an invoice's debtor stands in the books: by a link stored before, by what the books already hold, or by creating it, with
/// an intent of its own since a relation can't be taken back either.
/// </summary>
internal sealed class Debtors(
    DebtorLinkStore links, DebtorIndexes indexes, IBookkeeping books, TimeProvider time, EngineOptions options, IWorkWitness witness)
{
    public async Task<DebtorResult> ResolveAsync(TenantPass pass, DebtorDetails debtor, CancellationToken cancellationToken)
    {
        var row = await links.FindAsync(pass.Tenant.Id, pass.Administration, debtor.Id, cancellationToken);
        return (row is null ? null : DebtorLinkStore.Read(row)) switch
        {
            DebtorLink.Linked linked => new DebtorResult.Known(linked.Code),
            DebtorLink.Creating { SentAt: null } creating => await CreateAsync(pass, debtor, row, creating.Debtor),
            DebtorLink.Creating creating => await RecoverAsync(pass, debtor, row!, creating),
            _ => await MatchOrCreateAsync(
                pass, debtor, await indexes.GetAsync(pass.Administration, pass.Credentials, cancellationToken)),
        };
    }

    private async Task<DebtorResult> MatchOrCreateAsync(TenantPass pass, DebtorDetails debtor, Answer<DebtorIndex> answer)
    {
        if (answer is not Answer<DebtorIndex>.Success { Value: var index })
        {
            return Failed(answer);
        }

        switch (DebtorMatch.Find(debtor, index))
        {
            case DebtorMatch.Found found:
                return await LinkAsync(pass, debtor, null, found.Debtor.Code);
            case DebtorMatch.Doubtful doubtful:
                return new DebtorResult.HeldBack(Reason.Of(
                    ReasonCode.DebtorAmbiguous,
                    ("name", DebtorName.Of(debtor)),
                    ("candidates", string.Join(", ", doubtful.Candidates.Take(10).Select(found => $"{found.Code} {found.Name}")))));
            default:
                if (!await indexes.IsCurrentAsync(pass.Administration, CancellationToken.None))
                {
                    // Another host created debtors since this list was read; this one may be among them.
                    return await MatchOrCreateAsync(
                        pass, debtor, await indexes.ReadAsync(pass.Administration, pass.Credentials, CancellationToken.None));
                }

                var code = DebtorCode.For(pass.Tenant.Id, debtor, taken => index.ByCode(taken) is not null);
                return await CreateAsync(pass, debtor, null, DebtorForm.ToCard(debtor, code, pass.Tenant.Settings.PersonNames).Card);
        }
    }

    /// <param name="wasUnclear">Whether an earlier call may have created it after all, late: then a taken code may be our own.</param>
    private async Task<DebtorResult> CreateAsync(
        TenantPass pass, DebtorDetails debtor, Row? row, DebtorCard wanted, bool wasUnclear = false)
    {
        if (await pass.Lease.ReserveCallAsync() is null)
        {
            return new DebtorResult.LeaseLost();
        }

        var creating = new DebtorLink.Creating(wanted, time.GetUtcNow());
        var stored = await StoreAsync(pass, debtor, row, creating);
        witness.Reached(WorkStep.DebtorIntentStored);
        if (await pass.Lease.ReserveCallAsync() is not { } timeout)
        {
            return new DebtorResult.LeaseLost();
        }

        var answer = await books.AddDebtorAsync(pass.Credentials, wanted, timeout);
        witness.Reached(WorkStep.DebtorAnswered);
        switch (answer)
        {
            case Answer<long>.Success added:
                await indexes.CreatedAsync(pass.Administration, ToBooked(added.Value, wanted));
                return await LinkAsync(pass, debtor, stored, wanted.Code);
            case Answer<long>.Refused refused when Refusal.ClassOf(refused.Code) == ErrorClass.Unclear:
                return await CodeTakenAsync(pass, debtor, stored, wanted, wasUnclear);
            case Answer<long>.Refused refused when Refusal.ClassOf(refused.Code) == ErrorClass.Permanent:
                await links.DeleteAsync(stored, CancellationToken.None);
                return new DebtorResult.HeldBack(Refusal.ToReason(refused.Code, refused.Text));
            case Answer<long>.Unclear:
                return await RecoverAsync(pass, debtor, stored, creating);
            default:
                await StoreAsync(pass, debtor, stored, creating with { SentAt = null });
                return Failed(answer);
        }
    }

    /// <summary>After an unclear outcome: a relation with exactly our code and name is ours; absence counts only after the wait.</summary>
    private async Task<DebtorResult> RecoverAsync(TenantPass pass, DebtorDetails debtor, Row stored, DebtorLink.Creating creating)
    {
        var answer = await indexes.ReadAsync(pass.Administration, pass.Credentials, CancellationToken.None);
        if (answer is not Answer<DebtorIndex>.Success { Value: var index })
        {
            return Failed(answer);
        }

        if (IsOurs(index, creating.Debtor))
        {
            await indexes.CreatedAsync(pass.Administration, null);
            return await LinkAsync(pass, debtor, stored, creating.Debtor.Code);
        }

        var provesAbsence = creating.SentAt!.Value + options.ProvesAbsenceAfter;
        return time.GetUtcNow() < provesAbsence
            ? new DebtorResult.Wait(Uncertain.Until(provesAbsence), provesAbsence)
            : await CreateAsync(pass, debtor, stored, creating.Debtor, wasUnclear: true);
    }

    /// <summary>
    /// The code is taken: by an earlier attempt of ours, if one was unclear; else by somebody else since the list was read, and then name and code
    /// prove nothing (two tenants may share an administration, each with its own "10001 Jansen"): it is matched anew, as any debtor is.
    /// </summary>
    private async Task<DebtorResult> CodeTakenAsync(
        TenantPass pass, DebtorDetails debtor, Row stored, DebtorCard wanted, bool wasUnclear)
    {
        var answer = await indexes.ReadAsync(pass.Administration, pass.Credentials, CancellationToken.None);
        if (answer is not Answer<DebtorIndex>.Success { Value: var index })
        {
            return Failed(answer);
        }

        if (wasUnclear && IsOurs(index, wanted))
        {
            await indexes.CreatedAsync(pass.Administration, null);
            return await LinkAsync(pass, debtor, stored, wanted.Code);
        }

        await links.DeleteAsync(stored, CancellationToken.None);
        return index.ByCode(wanted.Code) is null
            ? new DebtorResult.HeldBack(Reason.Of(ReasonCode.DebtorCodeTaken, ("name", wanted.Name), ("code", wanted.Code)))
            : await MatchOrCreateAsync(pass, debtor, answer);
    }

    private async Task<DebtorResult> LinkAsync(TenantPass pass, DebtorDetails debtor, Row? row, string code)
    {
        await StoreAsync(pass, debtor, row, new DebtorLink.Linked(code));
        witness.Reached(WorkStep.DebtorLinked);
        return new DebtorResult.Known(code);
    }

    private async Task<Row> StoreAsync(TenantPass pass, DebtorDetails debtor, Row? row, DebtorLink link) =>
        await links.WriteAsync(pass.Tenant.Id, pass.Administration, debtor.Id, row, link, CancellationToken.None)
            ?? throw new StaleWorkException();

    private static bool IsOurs(DebtorIndex index, DebtorCard wanted) =>
        index.ByCode(wanted.Code) is { } booked && booked.Code.Trim() == wanted.Code && Words.Join(booked.Name) == Words.Join(wanted.Name);

    private static DebtorResult Failed<T>(Answer<T> answer) => answer switch
    {
        Answer<T>.Refused refused when Refusal.ClassOf(refused.Code) == ErrorClass.Permanent =>
            new DebtorResult.HeldBack(Refusal.ToReason(refused.Code, refused.Text)),
        Answer<T>.Refused refused => new DebtorResult.Failed(Refusal.ToReason(refused.Code, refused.Text), null),
        Answer<T>.NotDone failed => new DebtorResult.Failed(Reason.Of(failed.Code), failed.RetryAfter),
        Answer<T>.Unclear failed => new DebtorResult.Failed(Reason.Of(failed.Code), null),
        _ => throw new InvalidOperationException("An answer of an unknown kind."),
    };

    private static BookedDebtor ToBooked(long id, DebtorCard added) => new(
        id,
        added.Code,
        added.Name,
        added.VisitingAddress.PostalCode,
        added.PostalAddress.PostalCode,
        added.VatNumber,
        added.ChamberOfCommerceNumber);
}
