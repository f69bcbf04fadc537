using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Benchmarks.Payments;

/// <summary>Puts tenants with booked invoices into a host's store, past its front door: thousands in seconds.</summary>
internal static class PaymentStock
{
    /// <param name="at">When the invoices were booked, as far as the store knows.</param>
    public static async Task AddAsync(
        IServiceProvider services, string name, BookkeepingCredentials.Soap credentials, IReadOnlyList<SandboxMutation> invoices, DateTimeOffset at)
    {
        var administration = (await services.GetRequiredService<AdministrationKeys>().OfAsync(credentials, default))!.Value;
        var tenant = new Tenant(
            TenantId.Parse(name), TenantState.Linked, administration, new TenantSettings { PaymentsOn = true }, VatMapping.Empty);
        await services.GetRequiredService<TenantSecrets>().SetBookkeepingAsync(tenant.Id, credentials, default);
        await services.GetRequiredService<TenantStore>().AddAsync(tenant, new HistoryEntry(at, "benchmark", HistoryKind.TenantCreated, []), default);
        foreach (var batch in invoices.Chunk(RowLimits.BatchRows))
        {
            await services.GetRequiredService<IRowStore>().WriteAsync(
                Partition.Of(tenant.Id), [.. batch.Select(invoice => PaymentRows.ToInsert(BookedAs(invoice, administration, at)))], default);
        }
    }

    private static InvoicePayment BookedAs(SandboxMutation invoice, AdministrationKey administration, DateTimeOffset at) => new(
        invoice.InvoiceNumber,
        administration,
        invoice.Number,
        invoice.InvoiceNumber,
        invoice.RelationCode,
        PaymentBooks.Total,
        at,
        new PaymentStatus(PaymentState.NotRead, at) { Open = PaymentBooks.Total })
    {
        Date = invoice.Date, DueDate = invoice.Date.AddDays(14),
    };
}
