using System.Globalization;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Restoring;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// The one step that can't be repeated. The intent is stored first, with the moment of sending; from there until the answer is stored nothing
/// is cancelled. What the answer leaves open is never sent again from here: that is <see cref="Recovery"/>'s to decide.
/// </summary>
internal sealed partial class Sending(
    CaseStore cases,
    Settling settling,
    NumberClaims numbers,
    Debtors debtors,
    RestoreMarks restores,
    IBookkeeping books,
    TimeProvider time,
    IWorkWitness witness,
    ILogger<Sending> logger)
{
    public async Task<WorkEnd> SendAsync(TenantPass pass, InvoiceCase work, Invoice invoice, Intent intent)
    {
        if (await pass.Lease.ReserveCallAsync() is null)
        {
            return new WorkEnd.LeaseLost();
        }

        if (!await numbers.TryClaimAsync(pass.Administration, intent.Booking.InvoiceNumber, pass.Tenant.Id, invoice.Number))
        {
            return await HoldBackAsync(
                pass, work, invoice, Reason.Of(ReasonCode.NumberUncertainElsewhere, ("number", intent.Booking.InvoiceNumber)));
        }

        intent = intent with { SentAt = time.GetUtcNow() };
        await cases.StoreAsync(
            pass.Tenant.Id, work, invoice with { State = InvoiceState.Booking, Reason = null, Intent = intent }, CutIn(intent));
        witness.Reached(WorkStep.IntentStored);

        // Storing may have taken long: a call must not begin under a lease that may end before it does.
        if (await pass.Lease.ReserveCallAsync() is not { } deadline)
        {
            return new WorkEnd.LeaseLost();
        }

        var answer = await books.BookAsync(pass.Credentials, intent.Booking, deadline);
        witness.Reached(WorkStep.BookingAnswered);
        return await StoreAsync(pass, work, intent, answer);
    }

    /// <summary>
    /// Sends nothing: the store was put back from a backup, and the invoice may have been sent before that. It is looked up as one whose outcome is
    /// unknown since then.
    /// </summary>
    public async Task<WorkEnd> LookFirstAsync(TenantPass pass, InvoiceCase work, Invoice invoice, Intent intent)
    {
        if (!await numbers.TryClaimAsync(pass.Administration, intent.Booking.InvoiceNumber, pass.Tenant.Id, invoice.Number))
        {
            return await HoldBackAsync(
                pass, work, invoice, Reason.Of(ReasonCode.NumberUncertainElsewhere, ("number", intent.Booking.InvoiceNumber)));
        }

        var mark = await restores.FindAsync(CancellationToken.None) ?? throw new InvalidOperationException("The store was never put back.");
        await cases.StoreAsync(pass.Tenant.Id, work, invoice with
        {
            State = InvoiceState.Uncertain,
            Reason = Reason.Of(ReasonCode.LookedUpAfterRestore, ("restored", DutchTime.Text(mark.RestoredAt))),
            Intent = intent with { SentAt = mark.RestoredAt },
        });
        witness.Reached(WorkStep.UncertainStored);
        return new WorkEnd.GoOn();
    }

    private async Task<WorkEnd> StoreAsync(TenantPass pass, InvoiceCase work, Intent intent, Answer<BookingReceipt> answer)
    {
        switch (answer)
        {
            case Answer<BookingReceipt>.Success booked:
                return await settling.BookedAsync(pass, work, booked.Value, BookedHow.Sent);
            case Answer<BookingReceipt>.Refused refused:
                return await RefusedAsync(pass, work, intent, refused);
            case Answer<BookingReceipt>.NotDone failed:
                await cases.RetryAsync(
                    pass.Tenant.Id, work, NotSent(work, intent), Reason.Of(failed.Code), null, failed.RetryAfter);
                return new WorkEnd.Rest();
            case Answer<BookingReceipt>.Unclear unclear:
                Log.Unclear(logger, pass.Tenant.Id.Value, work.Invoice.Number, unclear.Code);
                await cases.StoreAsync(pass.Tenant.Id, work, work.Invoice with
                {
                    State = InvoiceState.Uncertain, Reason = Reason.Of(unclear.Code), Intent = intent with { WasUnclear = true },
                });
                witness.Reached(WorkStep.UncertainStored);
                return new WorkEnd.GoOn();
            default:
                throw new InvalidOperationException("An answer of an unknown kind.");
        }
    }

    private async Task<WorkEnd> RefusedAsync(TenantPass pass, InvoiceCase work, Intent intent, Answer<BookingReceipt>.Refused refused)
    {
        var reason = Refusal.ToReason(refused.Code, refused.Text);
        Log.Refused(logger, pass.Tenant.Id.Value, work.Invoice.Number, refused.Code);
        switch (Refusal.ClassOf(refused.Code))
        {
            case ErrorClass.Connection:
                await cases.StoreAsync(pass.Tenant.Id, work, NotSent(work, intent) with
                {
                    Reason = Reason.Of(ReasonCode.ConnectionPaused, ("code", refused.Code)),
                });
                return new WorkEnd.ConnectionRefused(refused.Code);
            case ErrorClass.Transient or ErrorClass.Session:
                await cases.RetryAsync(pass.Tenant.Id, work, NotSent(work, intent), reason, null);
                return new WorkEnd.Rest();
            case ErrorClass.Unclear:
                // The number is taken, perhaps by an earlier attempt of ours.
                await cases.StoreAsync(pass.Tenant.Id, work, work.Invoice with
                {
                    State = InvoiceState.Uncertain,
                    Reason = reason,
                    Intent = intent with { DuplicateRefusedAt = intent.DuplicateRefusedAt ?? time.GetUtcNow() },
                });
                witness.Reached(WorkStep.UncertainStored);
                return new WorkEnd.GoOn();
            case ErrorClass.Permanent when ServiceCodes.IsRelationUnknown(refused.Code) && !work.Invoice.IsDebtorDoubted:
                // Somebody deleted the relation in the books, or gave it another code: it is found again, or made anew, once.
                await debtors.DoubtAsync(pass, intent.Facts.DebtorId, intent.Booking.DebtorCode);
                await cases.StoreAsync(
                    pass.Tenant.Id,
                    work,
                    work.Invoice with { State = InvoiceState.Received, Reason = null, Intent = null, IsDebtorDoubted = true },
                    answer: reason);
                return new WorkEnd.GoOn();
            default:
                // A definite refusal: this attempt is not in the books, and every earlier one was proven absent before it was made.
                return await HoldBackAsync(pass, work, work.Invoice, reason);
        }
    }

    /// <summary>Nothing of it is in the books: it is free to change.</summary>
    private async Task<WorkEnd> HoldBackAsync(TenantPass pass, InvoiceCase work, Invoice invoice, Reason reason)
    {
        await cases.EndAsync(
            pass.Tenant.Id,
            work,
            invoice with { State = InvoiceState.NeedsAttention, Reason = reason, Intent = null },
            EventState.NeedsAttention);
        return work.Open.Count > 0 ? new WorkEnd.GoOn() : new WorkEnd.Rest();
    }

    private static Reason? CutIn(Intent intent) => intent.UncutDescription is { } whole
        ? Reason.Of(ReasonCode.DescriptionCut, ("text", whole), ("limit", intent.Booking.Description.Length.ToString(CultureInfo.InvariantCulture)))
        : null;

    private static Invoice NotSent(InvoiceCase work, Intent intent) =>
        work.Invoice with { State = InvoiceState.Booking, Intent = intent with { SentAt = null } };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Nobody knows whether invoice {Number} of {Tenant} was booked: {Code}")]
        public static partial void Unclear(ILogger logger, string tenant, string number, string code);

        [LoggerMessage(2, LogLevel.Information, "The books refused invoice {Number} of {Tenant}: {Code}")]
        public static partial void Refused(ILogger logger, string tenant, string number, string code);
    }
}
