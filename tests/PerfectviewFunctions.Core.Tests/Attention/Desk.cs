using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Attention;

/// <summary>What a bookkeeper has at hand, over a bench.</summary>
internal sealed class Desk
{
    public static readonly Actor By = new("anna");

    public Desk(Bench bench)
    {
        Bench = bench;
        HeldBack = new HeldBackInvoices(bench.Store, bench.Invoices);
        Actions = new InvoiceActions(
            new Reopening(bench.Store, bench.Due, bench.Clock),
            new Ignoring(bench.Store, bench.Events, bench.Clock),
            HeldBack,
            bench.Invoices,
            new TenantHistory(bench.Store),
            bench.Prompt,
            bench.Clock);
        Relations = new RelationActions(bench.RelationCases, bench.Relations, HeldBack, Actions, bench.Prompt, bench.Clock);
        Events = new EventIgnoring(bench.Store, bench.Clock);
        Unblocking = new Unblocking(bench.Store, bench.Invoices, HeldBack, Actions, bench.Events);
    }

    public Bench Bench { get; }

    public HeldBackInvoices HeldBack { get; }

    public InvoiceActions Actions { get; }

    public RelationActions Relations { get; }

    public EventIgnoring Events { get; }

    public Unblocking Unblocking { get; }

    public static IgnoreReason Why { get; } = IgnoreReason.Of("Staat er al.")!;

    public async Task<ActionResult> RetryAsync(Tenant tenant, string number) =>
        Assert.Single(await Actions.RetryAsync(tenant, [number], By, default)).Became;

    public Task<ActionResult> IgnoreAsync(Tenant tenant, string number) => Actions.IgnoreAsync(tenant, number, Why, By, default);

    /// <summary>Puts an invoice in a state with all its rows, as the engine would have.</summary>
    public async Task BringAsync(Tenant tenant, string number, InvoiceState state, Intent? intent, string reason)
    {
        await Bench.PlaceAsync(tenant, Bench.Events.Valid("e-" + number, number));
        var work = (await Bench.Cases.LoadAsync(tenant.Id, number, default))!;
        var next = work.Invoice with { State = state, Intent = intent, Reason = new(reason) };
        switch (state)
        {
            case InvoiceState.NeedsAttention:
                await Bench.Cases.EndAsync(tenant.Id, work, next, EventState.NeedsAttention);
                break;
            case InvoiceState.Ignored:
                await Bench.Cases.EndAsync(tenant.Id, work, next, EventState.Ignored);
                break;
            case InvoiceState.Booked:
                var booked = next with { Intent = intent ?? IntentOf(tenant, number, null), MutationNumber = 7, BookedAt = Bench.Clock.GetUtcNow() };
                await Bench.Cases.EndAsync(tenant.Id, work, booked, EventState.Done);
                break;
            default:
                await Bench.Cases.RetryAsync(tenant.Id, work, next, next.Reason!, Bench.Clock.GetUtcNow().AddMinutes(30));
                break;
        }
    }

    /// <summary>A frozen booking of the event that <see cref="BringAsync"/> places.</summary>
    /// <param name="sentAt">Null: not under way.</param>
    public Intent IntentOf(Tenant tenant, string number, DateTimeOffset? sentAt, bool wasUnclear = true)
    {
        var sent = (PerfectviewEvent.InvoiceSent)Bench.Events.Valid("e-" + number, number).Event;
        var ready = (BookingPlan.Ready)BookingPlan.Make(sent.Invoice, tenant);
        return new Intent(tenant.Administration!.Value, ready.WithDebtor("10001"), ready.Facts) { SentAt = sentAt, WasUnclear = wasUnclear };
    }

    /// <summary>Whether the index holds exactly the invoices that need attention, with their reasons.</summary>
    public async Task CheckIndexAsync(Tenant tenant)
    {
        var rows = await Bench.RowsAsync(Partition.Of(tenant.Id));
        var expected = rows.Where(row => row.Key.StartsWith("invoice:", StringComparison.Ordinal))
            .Select(InvoiceRows.Read)
            .Where(invoice => invoice.State == InvoiceState.NeedsAttention)
            .Select(invoice => (HeldRows.KeyOf(invoice.Number), invoice.Number, invoice.Reason!.Code));
        var held = rows.Where(row => row.Key.StartsWith(HeldRows.Prefix, StringComparison.Ordinal))
            .Select(row => (row.Key, HeldRows.Read(row).Number, HeldRows.Read(row).Reason.Code));
        Assert.Equal(expected.Order(), held.Order());
    }
}
