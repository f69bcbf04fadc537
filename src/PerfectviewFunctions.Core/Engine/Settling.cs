using System.Globalization;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Telemetry;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>Stores that a booking stands in the books: first the claim on its mutation number, then Booked.</summary>
internal sealed partial class Settling(
    CaseStore cases, Claims claims, TimeProvider time, IWorkWitness witness, Measures measures, ILogger<Settling> logger)
{
    public async Task<WorkEnd> BookedAsync(TenantPass pass, InvoiceCase work, BookingReceipt receipt, BookedHow how)
    {
        var (tenant, invoice, mutation) = (pass.Tenant.Id, work.Invoice, receipt.Number);
        if (await claims.ClaimAsync(pass.Administration, mutation, tenant, invoice.Number) is { } other)
        {
            var reason = Reason.Of(
                ReasonCode.MutationClaimed, ("mutation", mutation.ToString(CultureInfo.InvariantCulture)), ("number", other));
            await cases.EndAsync(
                tenant, work, invoice with { State = InvoiceState.NeedsAttention, Reason = reason }, EventState.NeedsAttention);
            return new WorkEnd.Rest();
        }

        witness.Reached(WorkStep.MutationClaimed);
        var booked = invoice with
        {
            State = InvoiceState.Booked, Reason = null, MutationNumber = mutation, BookedAt = time.GetUtcNow(),
        };
        var state = EventState.Done;
        switch (receipt.Lines is { } lines ? BookedAmounts.Of(invoice.Intent!.Booking, lines) : null)
        {
            case BookedAmounts.CentsApart cents:
                booked = booked with { Reason = Reasoned(ReasonCode.BookedCentsApart, receipt, cents.Differences) };
                break;
            case BookedAmounts.Otherwise apart:
                // It stands in the books and is never sent again; what stands there is a person's to mend.
                Log.Otherwise(logger, tenant.Value, invoice.Number, mutation);
                (booked, state) = (booked with { Reason = Reasoned(ReasonCode.BookedOtherwise, receipt, apart.Differences) }, EventState.NeedsAttention);
                break;
        }

        await cases.EndAsync(tenant, work, booked, state);
        witness.Reached(WorkStep.ResultStored);
        measures.Booked(how);
        Log.Booked(logger, tenant.Value, invoice.Number, mutation);
        return work.Open.Count > 0 ? new WorkEnd.GoOn() : new WorkEnd.Rest();
    }

    private static Reason Reasoned(string code, BookingReceipt receipt, string differences) => Reason.Of(
        code, ("mutation", receipt.Number.ToString(CultureInfo.InvariantCulture)), ("differences", differences));

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Warning, "Invoice {Number} of {Tenant} is booked as mutation {Mutation}, with other amounts than were sent")]
        public static partial void Otherwise(ILogger logger, string tenant, string number, long mutation);

        [LoggerMessage(1, LogLevel.Information, "Invoice {Number} of {Tenant} is booked as mutation {Mutation}")]
        public static partial void Booked(ILogger logger, string tenant, string number, long mutation);
    }
}
