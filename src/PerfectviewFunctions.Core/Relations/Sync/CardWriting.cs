using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Relations.Sync;

/// <summary>
/// Lays what Perfectview said over the card in the books: read, lay over, write only when something differs; no call at all when nothing does
/// since we last wrote. What is lost in the books by it is stored before it is sent. A change sent twice changes nothing, but one that is late could
/// undo a newer one: after an unclear outcome nothing is sent before the first can't arrive any more.
/// </summary>
internal sealed class CardWriting(
    RelationCases relations, DebtorIndexes indexes, IBookkeeping books, TimeProvider time, EngineOptions options, IWorkWitness witness)
{
    /// <summary>How many of the things that lost to Perfectview are kept to show.</summary>
    private const int MostOverwritten = 50;

    /// <summary>And how much text of them: long notes could outgrow the relation's row.</summary>
    private const int MostOverwrittenText = 20_000;

    /// <param name="work">Linked in this administration.</param>
    /// <param name="said">What Perfectview said of it.</param>
    public async Task<DebtorResult> WriteAsync(TenantPass pass, RelationCase work, DebtorDetails said, CancellationToken cancellationToken)
    {
        var linked = (DebtorLink.Linked)work.Relation.LinkIn(pass.Administration)!;
        var known = work.Relation.Facts.Known;
        if (linked.SentAt is { } sentAt && time.GetUtcNow() < sentAt + options.ProvesAbsenceAfter)
        {
            return Wait(sentAt);
        }

        var code = CodeFor(linked, pass.Tenant.Id, said);
        var formed = DebtorForm.ToCard(said, code, pass.Tenant.Settings.PersonNames);
        if (known.Count == 0 || IsWritten(linked, formed.Card, known))
        {
            return Keep(pass, work, linked with { Notes = known.Count == 0 ? linked.Notes : formed.Notes });
        }

        switch (await books.ReadDebtorAsync(pass.Credentials, linked.Id, cancellationToken))
        {
            case Answer<BookedCard?>.Success { Value: { } booked }:
                // Another code than ours is somebody's choice: it stays from now on.
                var inBooks = booked.Card.Code.Trim();
                var follows = linked.FollowsCode && (inBooks == linked.Code || inBooks == code || inBooks == linked.Sent?.Code);
                linked = linked with { Code = inBooks, FollowsCode = follows, Notes = formed.Notes, Written = LastLeft(linked, booked.Card) };
                var update = CardUpdate.Of(booked.Card, formed.Card, known, linked.Written, time.GetUtcNow()).WithCode(follows ? code : linked.Code);
                return update.Next == booked.Card
                    ? Keep(pass, work, Written(linked, update, known))
                    : await SendAsync(pass, work, linked, booked, update);
            case Answer<BookedCard?>.Success:
                return new DebtorResult.Gone();
            case var answer:
                return DebtorResult.Of(answer);
        }
    }

    private async Task<DebtorResult> SendAsync(
        TenantPass pass, RelationCase work, DebtorLink.Linked linked, BookedCard booked, CardUpdate update)
    {
        if (await pass.Lease.ReserveCallAsync() is null)
        {
            return new DebtorResult.LeaseLost();
        }

        var sending = linked with
        {
            SentAt = time.GetUtcNow(),
            Sent = update.Ours with { Code = update.Next.Code.Trim() },
            Overwritten = [.. Merged(update.Overwritten, linked)],
        };
        await StoreAsync(pass, work, sending);
        witness.Reached(WorkStep.CardIntentStored);
        if (await pass.Lease.ReserveCallAsync() is not { } deadline)
        {
            return new DebtorResult.LeaseLost();
        }

        var answer = await books.UpdateDebtorAsync(pass.Credentials, booked with { Card = update.Next }, deadline);
        witness.Reached(WorkStep.CardAnswered);
        switch (answer)
        {
            case Answer<bool>.Success:
                await indexes.ChangedAsync(pass.Administration, BookedDebtor.Of(linked.Id, update.Next));
                return Keep(pass, work, Written(sending, update, work.Relation.Facts.Known));
            case Answer<bool>.Unclear:
                return Wait(sending.SentAt!.Value);
            case Answer<bool>.Refused { Code: var refused } when ServiceCodes.IsRelationCodeTaken(refused) && update.Next.Code != linked.Code:
                linked = linked with { RefusedCode = update.Next.Code };
                await StoreAsync(pass, work, linked);
                update = update.WithCode(linked.Code);
                return update.Next == booked.Card
                    ? Keep(pass, work, Written(linked, update, work.Relation.Facts.Known))
                    : await SendAsync(pass, work, linked, booked, update);
            default:
                // It was not done: nothing was overwritten.
                await StoreAsync(pass, work, linked);
                return DebtorResult.Of(answer) is DebtorResult.Failed { Reason: var reason } && Refusal.ClassOf(reason.Code) == ErrorClass.Unclear
                    ? new DebtorResult.HeldBack(reason)
                    : DebtorResult.Of(answer);
        }
    }

    /// <summary>
    /// The code it should have. As long as no booking leans on it, it is what Perfectview says last, so that it makes no difference which event came
    /// first and made it.
    /// </summary>
    private static string CodeFor(DebtorLink.Linked linked, TenantId tenant, DebtorDetails said) =>
        linked.FollowsCode && DebtorCode.Following(tenant, said, linked.Code) is var code && code != linked.RefusedCode ? code : linked.Code;

    /// <summary>Whether laying it over what we last left would change nothing, and nothing of it is said for the first time.</summary>
    private bool IsWritten(DebtorLink.Linked linked, DebtorCard wanted, IReadOnlySet<RelationField> known) =>
        linked is { SentAt: null, Written: { } left }
        && wanted.Code == linked.Code
        && known.IsSubsetOf(linked.Spoken)
        && CardUpdate.Of(left, wanted, known, left, time.GetUtcNow()).Next == left;

    private DebtorLink.Linked Written(DebtorLink.Linked linked, CardUpdate update, IReadOnlySet<RelationField> known) =>
        linked with
        {
            Code = update.Next.Code.Trim(), Written = update.Ours, WrittenAt = time.GetUtcNow(), Spoken = [.. known], SentAt = null, Sent = null,
        };

    /// <summary>A change without a known outcome was made when the books show all of it that was not ours before: then nobody else put it there.</summary>
    private static DebtorCard? LastLeft(DebtorLink.Linked linked, DebtorCard inBooks) =>
        linked.Sent is { } sent
        && (linked.Written ?? new DebtorCard(inBooks.Code, inBooks.IsPerson, "")) is var before
        && CardPart.All.All(part => part.IsSame(sent, before) || part.IsSame(sent, inBooks))
            ? sent
            : linked.Written;

    /// <summary>The link as it stands from now on; it is stored with the end of the events.</summary>
    private static DebtorResult.Known Keep(TenantPass pass, RelationCase work, DebtorLink.Linked linked)
    {
        work.Relation = work.Relation.WithLink(pass.Administration, linked);
        return new DebtorResult.Known(linked.Code);
    }

    private Task StoreAsync(TenantPass pass, RelationCase work, DebtorLink.Linked linked)
    {
        work.Relation = work.Relation.WithLink(pass.Administration, linked);
        return relations.StoreAsync(work);
    }

    private DebtorResult.Wait Wait(DateTimeOffset sentAt) =>
        new(Uncertain.Until(sentAt + options.ProvesAbsenceAfter), sentAt + options.ProvesAbsenceAfter);

    /// <summary>
    /// Newest first. What is sent once more, after an outcome that nobody knows, was told the first time; so was what was cleared and stands there all
    /// the same, as in books that take an empty field for one to leave alone.
    /// </summary>
    private static IEnumerable<Overwritten> Merged(IReadOnlyList<Overwritten> now, DebtorLink.Linked linked)
    {
        var length = 0;
        return now.Where(one => linked.SentAt is null || !linked.Overwritten.Any(told => told with { At = one.At } == one))
            .Where(one => one.New.Length > 0 || linked.Overwritten.FirstOrDefault(told => told.Field == one.Field) is not { } last || last with { At = one.At } != one)
            .Concat(linked.Overwritten)
            .Take(MostOverwritten)
            .TakeWhile(one => (length += one.Old.Length + one.New.Length) <= MostOverwrittenText);
    }
}
