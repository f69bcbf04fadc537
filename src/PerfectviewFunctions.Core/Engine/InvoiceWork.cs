using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Telemetry;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>Works on one invoice under the lease until nothing more can be done for it now. Reads like the life of an invoice.</summary>
internal sealed partial class InvoiceWork(
    CaseStore cases,
    IEventReader reader,
    Debtors debtors,
    Sending sending,
    Recovery recovery,
    LookFirst lookFirst,
    TimeProvider time,
    ILogger<InvoiceWork> logger)
{
    private static readonly TimeSpan OthersWait = TimeSpan.FromHours(1);

    public async Task<WorkEnd> RunAsync(TenantPass pass, string number, CancellationToken cancellationToken)
    {
        WorkEnd end;
        do
        {
            end = await cases.LoadAsync(pass.Tenant.Id, number, cancellationToken) is { } work
                ? await StepAsync(pass, work, cancellationToken)
                : new WorkEnd.Rest();
        }
        while (end is WorkEnd.GoOn);

        return end;
    }

    private async Task<WorkEnd> StepAsync(TenantPass pass, InvoiceCase work, CancellationToken cancellationToken)
    {
        var about = (work.Current ?? work.Open[^1]).EventKey;
        Spans.Here?.SetTag(Dimension.Event, about);
        using var scope = LogScope.BeginEvent(logger, about);
        return work.Invoice switch
        {
            { State: InvoiceState.Booked } => await CompareLaterAsync(pass, work, cancellationToken),
            { State: InvoiceState.Ignored, Intent: not null } => await EndAllAsync(pass, work),
            { Intent: not null } => await FollowIntentAsync(pass, work, work.Invoice.Intent),
            _ => await TakeLatestAsync(pass, work, cancellationToken),
        };
    }

    /// <summary>No intent exists: the event that happened last is the invoice, whatever came in last.</summary>
    private async Task<WorkEnd> TakeLatestAsync(TenantPass pass, InvoiceCase work, CancellationToken cancellationToken)
    {
        var latest = work.Open[^1];
        if (work.Current is null && !IsLater(latest, work.Invoice))
        {
            await ReplaceAllAsync(pass, work, work.Open, work.Invoice.EventKey);
            return new WorkEnd.Rest();
        }

        await ReplaceAllAsync(pass, work, [.. work.Open.Where(entry => entry != latest)], latest.EventKey);
        if (latest.EventKey != work.Invoice.EventKey && work.Invoice.State is InvoiceState.NeedsAttention or InvoiceState.Ignored)
        {
            await ReplaceAsync(pass, work, work.Invoice.EventKey, latest.EventKey);
        }

        // Only an attempt of its own can make it rest: what it waited for as another version is over, now that no intent is left.
        var rests = latest.EventKey == work.Invoice.EventKey && latest.DueAt > time.GetUtcNow();
        return rests ? new WorkEnd.Rest() : await BookAsync(pass, work, latest, cancellationToken);
    }

    private async Task<WorkEnd> BookAsync(TenantPass pass, InvoiceCase work, OpenEvent latest, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(pass, latest.EventKey, cancellationToken);
        var document = read.Invoice;
        var invoice = Invoices.Invoice.From(document, latest.EventKey, read.OccurredAt, work.Invoice.FirstSeenAt) with
        {
            HeardAt = work.Invoice.HeardAt,
            ProvenAbsent = work.Invoice.ProvenAbsent,
            IsDebtorDoubted = work.Invoice.IsDebtorDoubted && latest.EventKey == work.Invoice.EventKey,
        };
        switch (BookingPlan.Make(document, pass.Tenant))
        {
            case BookingPlan.Ignored ignored:
                return await EndAsync(pass, work, invoice with { State = InvoiceState.Ignored, Reason = ignored.Reason }, EventState.Ignored);
            case BookingPlan.HeldBack held:
                return await HoldBackAsync(pass, work, invoice, held.Reason);
            case BookingPlan.Ready ready:
                var looksFirst = await lookFirst.IsNeededAsync(invoice, pass.Administration, ready.WithDebtor("").InvoiceNumber, cancellationToken);
                var debtor = looksFirst
                    ? await debtors.LookForAsync(pass, document.Debtor, cancellationToken)
                    : await debtors.OfInvoiceAsync(pass, document.Debtor, cancellationToken);
                return debtor switch
                {
                    DebtorResult.Known known when looksFirst => await sending.LookFirstAsync(pass, work, invoice, ForLookUp(pass, ready, known.Code)),
                    DebtorResult.NotMade none => await sending.LookFirstAsync(pass, work, invoice, ForLookUp(pass, ready, none.Code)),
                    DebtorResult.Known known => await sending.SendAsync(
                        pass, work, invoice, new Intent(pass.Administration, ready.WithDebtor(known.Code), ready.Facts) { UncutDescription = ready.UncutDescription }),
                    DebtorResult.HeldBack held => await HoldBackAsync(pass, work, invoice, held.Reason),
                    DebtorResult.Wait wait => await RetryAsync(pass, work, invoice, wait.Reason, wait.At, null),
                    DebtorResult.Failed { Reason.Code: var code } when Refusal.ClassOf(code) == ErrorClass.Connection =>
                        new WorkEnd.ConnectionRefused(code),
                    DebtorResult.Failed failed => await RetryAsync(pass, work, invoice, failed.Reason, null, failed.RetryAfter),
                    DebtorResult.LeaseLost => new WorkEnd.LeaseLost(),
                    _ => throw new InvalidOperationException("A debtor result of an unknown kind."),
                };
            default:
                throw new InvalidOperationException("A booking plan of an unknown kind.");
        }
    }

    /// <summary>The invoice stands in the books: a later event repeats it, or says something else that only a person can book.</summary>
    private async Task<WorkEnd> CompareLaterAsync(TenantPass pass, InvoiceCase work, CancellationToken cancellationToken)
    {
        var (booked, mutation) = (work.Invoice.Intent!.Facts, work.Invoice.MutationNumber!.Value);
        var named = ("mutation", mutation.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var entry in work.Open)
        {
            var document = (await ReadAsync(pass, entry.EventKey, cancellationToken)).Invoice;
            var differences = booked.DifferencesTo(LaterVersions.FactsOf(booked, document));
            if (differences.Count == 0)
            {
                await cases.EndOtherAsync(
                    pass.Tenant.Id, work, entry.EventKey, EventState.Done, Reason.Of(ReasonCode.AlreadyBooked, named), mutation);
            }
            else
            {
                await cases.EndOtherAsync(
                    pass.Tenant.Id,
                    work,
                    entry.EventKey,
                    EventState.NeedsAttention,
                    Reason.Of(ReasonCode.ChangedAfterBooking, named, ("differences", string.Join("; ", differences))),
                    mutation);
                Log.ChangedAfterBooking(logger, pass.Tenant.Id.Value, work.Invoice.Number, mutation);
            }
        }

        return new WorkEnd.Rest();
    }

    /// <summary>A person set the invoice aside although it may stand in the books: until he has it looked up again, no event of it books anything.</summary>
    private async Task<WorkEnd> EndAllAsync(TenantPass pass, InvoiceCase work)
    {
        foreach (var entry in work.Open)
        {
            await cases.EndOtherAsync(
                pass.Tenant.Id, work, entry.EventKey, EventState.NeedsAttention, Reason.Of(ReasonCode.SetAsideByPerson));
        }

        return new WorkEnd.Rest();
    }

    /// <summary>An intent exists: nothing but its outcome counts, and later events of the invoice wait for it.</summary>
    private async Task<WorkEnd> FollowIntentAsync(TenantPass pass, InvoiceCase work, Intent intent)
    {
        var now = time.GetUtcNow();
        foreach (var entry in work.Others.Where(entry => entry.DueAt <= now).ToList())
        {
            await cases.PostponeAsync(pass.Tenant.Id, entry, work.Invoice.Reason ?? Reason.Of(ReasonCode.OutcomeUncertain), now + OthersWait);
        }

        // Held back with an intent: only a person can settle what became of the booking that was sent.
        if (work.Current is not { } current || current.DueAt > now)
        {
            return new WorkEnd.Rest();
        }

        if (intent.Administration != pass.Administration)
        {
            return await RetryAsync(
                pass, work, work.Invoice, Reason.Of(ReasonCode.AdministrationChanged), now + OthersWait, null);
        }

        if (intent.SentAt is not null)
        {
            return await recovery.ResolveAsync(pass, work, intent);
        }

        return await lookFirst.IsNeededAsync(work.Invoice, pass.Administration, intent.Booking.InvoiceNumber, CancellationToken.None)
            ? await sending.LookFirstAsync(pass, work, work.Invoice, intent with { WasUnclear = true })
            : await sending.SendAsync(pass, work, work.Invoice, intent);
    }

    private static Intent ForLookUp(TenantPass pass, BookingPlan.Ready ready, string code) =>
        new(pass.Administration, ready.WithDebtor(code), ready.Facts) { IsForLookUp = true };

    private async Task ReplaceAllAsync(TenantPass pass, InvoiceCase work, IReadOnlyList<OpenEvent> replaced, string by)
    {
        foreach (var entry in replaced)
        {
            await ReplaceAsync(pass, work, entry.EventKey, by);
        }
    }

    private async Task ReplaceAsync(TenantPass pass, InvoiceCase work, string replaced, string by)
    {
        var reason = Reason.Of(ReasonCode.ReplacedByNewer, ("event", await cases.IdOfAsync(pass.Tenant.Id, by)));
        await cases.EndOtherAsync(pass.Tenant.Id, work, replaced, EventState.Ignored, reason);
    }

    private async Task<PerfectviewEvent.InvoiceSent> ReadAsync(TenantPass pass, string eventKey, CancellationToken cancellationToken) =>
        reader.ReadStored(await cases.ReadBodyAsync(pass.Tenant.Id, eventKey, cancellationToken)) as PerfectviewEvent.InvoiceSent
            ?? throw new InvalidDataException($"The event '{eventKey}' is not about an invoice.");

    private async Task<WorkEnd> HoldBackAsync(TenantPass pass, InvoiceCase work, Invoice invoice, Reason reason)
    {
        Log.HeldBack(logger, pass.Tenant.Id.Value, invoice.Number, reason.Code);
        return await EndAsync(pass, work, invoice with { State = InvoiceState.NeedsAttention, Reason = reason }, EventState.NeedsAttention);
    }

    private async Task<WorkEnd> EndAsync(TenantPass pass, InvoiceCase work, Invoice invoice, EventState state)
    {
        await cases.EndAsync(pass.Tenant.Id, work, invoice, state);
        return new WorkEnd.Rest();
    }

    private async Task<WorkEnd> RetryAsync(
        TenantPass pass, InvoiceCase work, Invoice invoice, Reason reason, DateTimeOffset? at, TimeSpan? retryAfter)
    {
        await cases.RetryAsync(pass.Tenant.Id, work, invoice, reason, at, retryAfter);
        return new WorkEnd.Rest();
    }

    private static bool IsLater(OpenEvent entry, Invoice invoice) =>
        string.CompareOrdinal(
            entry.Row.Key, EventRows.OpenKeyOf(new Subject.Invoice(invoice.Number), invoice.OccurredAt, invoice.EventKey)) > 0;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Invoice {Number} of {Tenant} is held back: {Code}")]
        public static partial void HeldBack(ILogger logger, string tenant, string number, string code);

        [LoggerMessage(2, LogLevel.Warning, "A later event says otherwise about invoice {Number} of {Tenant}, booked as mutation {Mutation}")]
        public static partial void ChangedAfterBooking(ILogger logger, string tenant, string number, long mutation);
    }
}
