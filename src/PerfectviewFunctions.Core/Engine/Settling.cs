using System.Globalization;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Telemetry;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>Stores that a booking stands in the books: first the claim on its mutation number, then Booked.</summary>
internal sealed partial class Settling(
    CaseStore cases, Claims claims, TimeProvider time, IWorkWitness witness, Measures measures, ILogger<Settling> logger)
{
    public async Task<WorkEnd> BookedAsync(TenantPass pass, InvoiceCase work, long mutation, BookedHow how)
    {
        var (tenant, invoice) = (pass.Tenant.Id, work.Invoice);
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
        await cases.EndAsync(tenant, work, booked, EventState.Done);
        witness.Reached(WorkStep.ResultStored);
        measures.Booked(how);
        Log.Booked(logger, tenant.Value, invoice.Number, mutation);
        return work.Open.Count > 0 ? new WorkEnd.GoOn() : new WorkEnd.Rest();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Invoice {Number} of {Tenant} is booked as mutation {Mutation}")]
        public static partial void Booked(ILogger logger, string tenant, string number, long mutation);
    }
}
