using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Restoring;
using PerfectviewFunctions.Core.Telemetry;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// Finds out what became of a booking that was sent. The open-items list can prove presence at once but never absence; the look-up by number
/// proves absence, once everything that was under way must have ended. Until then the invoice stays uncertain, however long that is.
/// </summary>
internal sealed partial class Recovery(
    CaseStore cases,
    Settling settling,
    Claims claims,
    LookupQuota quota,
    FoundDebtors debtors,
    RestoreMarks restores,
    IBookkeeping books,
    TimeProvider time,
    EngineOptions options,
    IWorkWitness witness,
    ILogger<Recovery> logger)
{
    public async Task<WorkEnd> ResolveAsync(TenantPass pass, InvoiceCase work, Intent intent)
    {
        if (work.Invoice.State == InvoiceState.Booking)
        {
            // Whoever sent it left no answer behind.
            intent = intent with { WasUnclear = true };
            await cases.StoreAsync(pass.Tenant.Id, work, work.Invoice with
            {
                State = InvoiceState.Uncertain, Reason = Reason.Of(ReasonCode.OutcomeUncertain), Intent = intent,
            });
            witness.Reached(WorkStep.UncertainStored);
        }

        var provesAbsence = await LastSentAsync(intent) + options.ProvesAbsenceAfter;
        var tooEarly = time.GetUtcNow() < provesAbsence;
        if (tooEarly && intent.DuplicateRefusedAt is null)
        {
            switch (await books.FindOpenItemsAsync(pass.Credentials, intent.Booking.InvoiceNumber, CancellationToken.None))
            {
                case Answer<IReadOnlyList<OpenItem>>.Success open when open.Value.Any(item => IsOurs(item, intent.Booking)):
                    break;
                case Answer<IReadOnlyList<OpenItem>>.Success:
                    return await WaitAsync(pass, work, provesAbsence);
                case var failed:
                    return await FailedAsync(pass, work, failed);
            }
        }

        if (!await quota.TryTakeAsync(pass.Administration))
        {
            return await RetryAsync(pass, work, Reason.Of(
                ReasonCode.LookupQuotaUsed, ("used", Text(options.LookupsPerMonth)), ("limit", Text(options.LookupsPerMonth))));
        }

        witness.Reached(WorkStep.LookupCounted);
        var answer = await books.FindBookingsAsync(pass.Credentials, intent.Booking.InvoiceNumber, CancellationToken.None);
        witness.Reached(WorkStep.LookupAnswered);
        return answer is Answer<FoundBookings>.Success found
            ? await JudgeAsync(pass, work, intent, found.Value, tooEarly ? provesAbsence : null)
            : await FailedAsync(pass, work, answer);
    }

    /// <param name="notBefore">When absence counts; null when it does already.</param>
    private async Task<WorkEnd> JudgeAsync(
        TenantPass pass, InvoiceCase work, Intent intent, FoundBookings found, DateTimeOffset? notBefore)
    {
        if (await OurMutationAsync(pass, work, intent.Booking, found) is { } ours)
        {
            Log.Adopted(logger, pass.Tenant.Id.Value, work.Invoice.Number, ours.Number);
            if (intent.IsForLookUp)
            {
                await debtors.LinkAsync(pass, intent.Facts.DebtorId, work.Invoice.DebtorName, intent.Booking.DebtorCode);
            }

            var receipt = new BookingReceipt(ours.Number) { Lines = ours.IsVatByService ? ours.Lines : null };
            return await settling.BookedAsync(pass, work, receipt, BookedHow.Adopted);
        }

        var sameNumber = Adoption.WithNumber(intent.Booking, found);
        var numberWasRefused = intent.DuplicateRefusedAt is not null;
        if (notBefore is { } at && !(numberWasRefused && sameNumber.Count > 0 && !intent.WasUnclear))
        {
            return await WaitAsync(pass, work, at);
        }

        if (!found.Complete)
        {
            return await HoldBackAsync(pass, work, intent, Reason.Of(ReasonCode.LookupIncomplete));
        }

        if (sameNumber.Count > 0 || numberWasRefused)
        {
            // Without an unclear attempt nothing of ours can be in the books: the booking is free to change.
            var described = sameNumber.Count > 0 ? Adoption.Describe(sameNumber) : "-";
            var kept = intent.WasUnclear ? intent : null;
            return await HoldBackAsync(pass, work, kept, Reason.Of(
                ReasonCode.NumberInUse, ("number", intent.Booking.InvoiceNumber), ("found", described)));
        }

        Log.Absent(logger, pass.Tenant.Id.Value, work.Invoice.Number);
        await cases.StoreAsync(pass.Tenant.Id, work, work.Invoice with
        {
            State = intent.IsForLookUp ? InvoiceState.Received : InvoiceState.Booking,
            Reason = null,
            Intent = intent.IsForLookUp ? null : intent with { SentAt = null },
            ProvenAbsent = new AbsenceProof(intent.Administration, intent.Booking.InvoiceNumber, time.GetUtcNow()),
        });
        return new WorkEnd.GoOn();
    }

    /// <summary>The last moment at which it may have been sent. A store that was put back does not know what the one before it sent.</summary>
    private async Task<DateTimeOffset> LastSentAsync(Intent intent)
    {
        var sent = intent.DuplicateRefusedAt ?? intent.SentAt!.Value;
        return await restores.FindAsync(CancellationToken.None) is { RestoredAt: var restored } && restored > sent ? restored : sent;
    }

    /// <summary>The one mutation that is our booking to the last fact and no other invoice's; two of them are for a person to look at.</summary>
    private async Task<BookedMutation?> OurMutationAsync(TenantPass pass, InvoiceCase work, Booking sent, FoundBookings found)
    {
        var free = new List<BookedMutation>();
        foreach (var mutation in Adoption.Matches(sent, found))
        {
            if (await claims.ClaimedByOtherAsync(pass.Administration, mutation.Number, pass.Tenant.Id, work.Invoice.Number) is null)
            {
                free.Add(mutation);
            }
        }

        return free is [var only] ? only : null;
    }

    private async Task<WorkEnd> FailedAsync<T>(TenantPass pass, InvoiceCase work, Answer<T> answer)
    {
        switch (answer)
        {
            case Answer<T>.Refused refused when Refusal.ClassOf(refused.Code) == ErrorClass.Connection:
                return new WorkEnd.ConnectionRefused(refused.Code);
            case Answer<T>.Refused refused:
                // Whatever the books have against a reading, only a reading can settle this: it is tried again.
                return await RetryAsync(pass, work, Refusal.ToReason(refused.Code, refused.Text));
            case Answer<T>.NotDone failed:
                return await RetryAsync(pass, work, Reason.Of(failed.Code), failed.RetryAfter);
            case Answer<T>.Unclear failed:
                return await RetryAsync(pass, work, Reason.Of(failed.Code));
            default:
                throw new InvalidOperationException("A reading of an unknown kind.");
        }
    }

    private async Task<WorkEnd> WaitAsync(TenantPass pass, InvoiceCase work, DateTimeOffset at)
    {
        await cases.RetryAsync(pass.Tenant.Id, work, work.Invoice, Uncertain.Until(at), at);
        return new WorkEnd.Rest();
    }

    private async Task<WorkEnd> RetryAsync(TenantPass pass, InvoiceCase work, Reason reason, TimeSpan? retryAfter = null)
    {
        await cases.RetryAsync(pass.Tenant.Id, work, work.Invoice, reason, null, retryAfter);
        return new WorkEnd.Rest();
    }

    private async Task<WorkEnd> HoldBackAsync(TenantPass pass, InvoiceCase work, Intent? intent, Reason reason)
    {
        await cases.EndAsync(
            pass.Tenant.Id,
            work,
            work.Invoice with { State = InvoiceState.NeedsAttention, Reason = reason, Intent = intent },
            EventState.NeedsAttention);
        return intent is null && work.Open.Count > 0 ? new WorkEnd.GoOn() : new WorkEnd.Rest();
    }

    private static bool IsOurs(OpenItem item, Booking sent) =>
        item.InvoiceNumber.Trim() == sent.InvoiceNumber && item.DebtorCode.Trim() == sent.DebtorCode;

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Invoice {Number} of {Tenant} was booked after all: mutation {Mutation} is adopted")]
        public static partial void Adopted(ILogger logger, string tenant, string number, long mutation);

        [LoggerMessage(2, LogLevel.Warning, "Invoice {Number} of {Tenant} is proven absent from the books and is sent again")]
        public static partial void Absent(ILogger logger, string tenant, string number);
    }
}
