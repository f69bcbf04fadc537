using System.Text;
using System.Text.Json;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>
/// Shows what an event would become in the books, by the code that books: with what is saved, or with a mapping and settings that are not saved
/// yet. Stores nothing and asks the books nothing.
/// </summary>
public sealed class BookingPreview(IEventReader reader, SettingsOptions options, TimeProvider time)
{
    /// <param name="sent">One event as a webhook brings it.</param>
    /// <param name="rows">A mapping in place of the saved one; null for that one.</param>
    /// <param name="change">What is to be different from the saved settings; null for nothing.</param>
    public PreviewResult Make(Tenant tenant, JsonElement sent, IReadOnlyList<MappingChoice>? rows, SettingsChange? change)
    {
        var settings = change is null ? tenant.Settings : change.Apply(tenant.Settings);
        List<FieldFault> faults = [.. EventFaults(sent, out var invoice), .. MappingFaults(rows), .. SettingsFaults(tenant, settings, change)];
        if (faults.Count > 0 || invoice is null)
        {
            return new PreviewResult.Faulty(faults);
        }

        return Make(invoice, tenant with { Settings = settings, Mapping = rows is null ? tenant.Mapping : MappingRules.ToMapping(rows) });
    }

    /// <summary>The lines are worked out as if bookings were on for every date: a bookkeeper looks before he switches them on.</summary>
    private static PreviewResult.Shown Make(InvoiceDocument invoice, Tenant tenant)
    {
        var (outcome, reason, _) = Read(BookingPlan.Make(invoice, tenant));
        var on = tenant with { Settings = tenant.Settings with { BookingsOn = true, BookingsFrom = null } };
        var (_, obstacle, booking) = Read(BookingPlan.Make(invoice, on));
        return new PreviewResult.Shown(invoice, outcome, DebtorName.Of(invoice.Debtor, tenant.Settings.PersonNames)) { Reason = reason, Obstacle = obstacle, Booking = booking };
    }

    private static (PreviewOutcome Outcome, Reason? Reason, Booking? Booking) Read(BookingPlan plan) => plan switch
    {
        BookingPlan.Ready ready => (PreviewOutcome.Ready, null, ready.WithDebtor("")),
        BookingPlan.Ignored ignored => (PreviewOutcome.Ignored, ignored.Reason, null),
        BookingPlan.HeldBack held => (PreviewOutcome.HeldBack, held.Reason, null),
        _ => throw new InvalidOperationException("A plan of an unknown kind."),
    };

    private IReadOnlyList<FieldFault> EventFaults(JsonElement sent, out InvoiceDocument? invoice)
    {
        invoice = null;
        switch (sent.ValueKind == JsonValueKind.Object ? reader.Read(Encoding.UTF8.GetBytes(sent.GetRawText())) : null)
        {
            case EventsRead.Events { Items: [EventRead.Valid { Event: PerfectviewEvent.InvoiceSent valid }] }:
                invoice = valid.Invoice;
                return [];
            case EventsRead.Events { Items: [EventRead.Faulty faulty] }:
                return [.. faulty.Faults.Select(fault => Fault(fault.Pointer, fault.Message))];
            case EventsRead.Unreadable unreadable:
                return [Fault("", unreadable.Fault)];
            case EventsRead.TooLarge tooLarge:
                return [Fault("", tooLarge.Fault)];
            default:
                return [new(
                    "/event",
                    "Stuur precies een factuur, zoals de koppeling haar uit Perfectview krijgt.",
                    "Send exactly one invoice, as the link gets it from Perfectview.")];
        }

        // The reader's own words are English: they are for whoever builds the sender.
        static FieldFault Fault(string pointer, string message) => new(
            "/event" + pointer, $"Zo zou de koppeling deze factuur niet aannemen: {message}", $"The link would not take this invoice: {message}");
    }

    private IReadOnlyList<FieldFault> MappingFaults(IReadOnlyList<MappingChoice>? rows) =>
        rows is null ? [] : MappingRules.Check(rows, DutchTime.DateOf(time.GetUtcNow()));

    private IEnumerable<FieldFault> SettingsFaults(Tenant tenant, TenantSettings next, SettingsChange? change)
    {
        if (change is null)
        {
            return [];
        }

        return change.Faults
            .Concat(SettingsRules.CheckChanged(tenant.Settings, next, options))
            .Select(fault => fault with { Pointer = "/settings" + fault.Pointer });
    }
}
