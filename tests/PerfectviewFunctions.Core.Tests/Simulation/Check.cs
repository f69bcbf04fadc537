using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Simulation.Books;

namespace PerfectviewFunctions.Core.Tests.Simulation;

/// <summary>Lays what was sent, what is stored and what stands in the books beside each other.</summary>
internal sealed class Check(World world, Traffic traffic)
{
    private readonly RelationStore relations = new(world.Store);
    private readonly PaymentStore payments = new(world.Store);

    public void Run()
    {
        foreach (var versions in traffic.Sent.Where(sent => sent.Document is not null).GroupBy(sent => (sent.Tenant, sent.Document!.Number)))
        {
            var tenant = versions.Key.Tenant;
            var invoice = world.Bench.Invoices.FindAsync(tenant.Id, versions.Key.Number, default).GetAwaiter().GetResult();
            if (invoice is null)
            {
                world.Violate($"{tenant.Id.Value} {versions.Key.Number} is lost");
                continue;
            }

            CheckInvoice(tenant, invoice, [.. versions]);
        }

        foreach (var changes in traffic.Sent.Where(sent => sent.Document is null)
            .GroupBy(sent => (sent.Tenant, ((PerfectviewEvent.RelationChanged)sent.Event).Change.Said.Id)))
        {
            CheckRelation(changes.Key.Tenant, changes.Key.Id, [.. changes]);
        }

        foreach (var twice in world.Administrations.Values.SelectMany(books => books.Cards)
            .GroupBy(card => string.Join(' ', card.Booked.Card.Name.Split(' ').Take(3))).Where(group => group.Count() > 1))
        {
            world.Violate($"{twice.Key} was created {twice.Count()} times");
        }
    }

    private void CheckInvoice(Tenant tenant, Invoice invoice, IReadOnlyList<SentEvent> versions)
    {
        var name = $"{tenant.Id.Value} {invoice.Number}";
        var inBooks = In(tenant).Mutations
            .Where(one => one.Booked.IsInvoiceSent && one.Booked.InvoiceNumber == tenant.Settings.NumberPrefix + invoice.Number)
            .ToList();
        var ours = inBooks.Where(one => !one.IsForeign).ToList();
        world.Trace.Count("invoices " + invoice.State);
        if (ours.Count > 1)
        {
            world.Violate($"{name} is booked {ours.Count} times");
        }

        switch (invoice.State)
        {
            case InvoiceState.Booked:
                if (ours is not [var only] || only.Booked.Number != invoice.MutationNumber || only.Amount != invoice.Total)
                {
                    world.Violate($"{name} is said to be booked as {invoice.MutationNumber} of {invoice.Total}, and is not");
                }
                else
                {
                    CheckPayment(tenant, invoice, only);
                }

                break;
            case InvoiceState.NeedsAttention when IsHonest(invoice, versions, inBooks) && ours.Count == 0:
                break;
            default:
                world.Violate($"{name} is {invoice.State} for {invoice.Reason?.Code}, {ours.Count} of ours and {inBooks.Count} in all in the books");
                break;
        }

        foreach (var version in versions)
        {
            CheckEvent(name, invoice, versions, version);
        }
    }

    /// <summary>Held back for what its version says, or since somebody used its number.</summary>
    private static bool IsHonest(Invoice invoice, IReadOnlyList<SentEvent> versions, IReadOnlyList<Mutation> inBooks) =>
        invoice.Reason?.Code == ReasonCode.NumberInUse
            ? inBooks.Any(one => one.IsForeign)
            : !versions.Single(version => version.Event.Id == invoice.EventKey).IsBookable;

    private void CheckEvent(string name, Invoice invoice, IReadOnlyList<SentEvent> versions, SentEvent sent)
    {
        if (world.Bench.EventAsync(sent.Tenant, sent.Event.Id).GetAwaiter().GetResult() is not { } stored)
        {
            world.Violate($"{name}: event {sent.Event.Id} is lost");
            return;
        }

        var own = versions.Single(version => version.Event.Id == invoice.EventKey);
        var isSame = own.Document!.Total == sent.Document!.Total && own.IsBookable == sent.IsBookable;
        var isRight = sent == own
            ? stored.State == (invoice.State == InvoiceState.Booked ? EventState.Done : EventState.NeedsAttention)
            : stored.State switch
            {
                EventState.Retry => invoice is { State: InvoiceState.NeedsAttention, Intent: not null },
                EventState.Ignored => versions.Any(version => version.Event.OccurredAt > sent.Event.OccurredAt),
                EventState.Done => invoice.State == InvoiceState.Booked && isSame,
                EventState.NeedsAttention => invoice.State == InvoiceState.Booked && !isSame && IsListed(sent.Tenant, stored),
                _ => false,
            };
        if (!isRight)
        {
            world.Violate($"{name}: event {sent.Event.Id} is {stored.State} for {stored.Reason?.Code}, the invoice {invoice.State} by {invoice.EventKey}");
        }
    }

    private bool IsListed(Tenant tenant, StoredEvent stored) =>
        world.Store.GetAsync(Partition.Of(tenant.Id), EventRows.AttentionKeyOf(stored), default).GetAwaiter().GetResult() is not null;

    private void CheckPayment(Tenant tenant, Invoice invoice, Mutation booked)
    {
        var paid = In(tenant).PaidOn(booked);
        var expected = booked.Amount < 0 ? PaymentState.CreditsNotTracked
            : paid == 0 ? PaymentState.Open
            : paid < booked.Amount ? PaymentState.PartlyPaid
            : PaymentState.Paid;
        var payment = payments.FindAsync(tenant.Id, invoice.Number, default).GetAwaiter().GetResult();
        if (payment?.Status.State != expected)
        {
            world.Violate($"{tenant.Id.Value} {invoice.Number} is {expected} and said to be {payment?.Status.State}");
        }
        else if (world.Messages.RevisionOf(tenant.Id.Value, invoice.Number) != payment.Revision)
        {
            world.Violate($"{tenant.Id.Value} {invoice.Number}: Perfectview was not told revision {payment.Revision}");
        }
    }

    private void CheckRelation(Tenant tenant, string id, IReadOnlyList<SentEvent> changes)
    {
        var relation = relations.FindAsync(tenant.Id, id, default).GetAwaiter().GetResult();
        if (relation?.State == RelationState.NeedsAttention && changes.All(change => !Mentions(change, RelationField.Name)))
        {
            return;
        }

        if (relation?.State != RelationState.Current || relation.LinkIn(tenant.Administration!.Value) is not DebtorLink.Linked linked)
        {
            world.Violate($"{tenant.Id.Value} {id} is {relation?.State} for {relation?.Reason?.Code}");
            return;
        }

        var card = In(tenant).Find(linked.Id);
        var name = Last(changes, RelationField.Name)?.Name;
        var email = Last(changes, RelationField.Email)?.Email;
        if (card is { ByPaused: false } && ((name is not null && card.Booked.Card.Name != name) || card.Booked.Card.Email != email))
        {
            world.Violate($"{tenant.Id.Value} {id} stands in the books as {card.Booked.Card.Name}, {card.Booked.Card.Email}, not {name}, {email}");
        }
    }

    private static DebtorDetails? Last(IReadOnlyList<SentEvent> changes, RelationField field) =>
        (changes.Where(change => Mentions(change, field)).MaxBy(change => change.Event.OccurredAt)?.Event as PerfectviewEvent.RelationChanged)?.Change.Said;

    private static bool Mentions(SentEvent sent, RelationField field) =>
        ((PerfectviewEvent.RelationChanged)sent.Event).Change.Mentioned.Contains(field);

    private Administration In(Tenant tenant) =>
        world.Of(world.Bench.TenantSecrets.BookkeepingAsync(tenant.Id, TimeSpan.Zero, default).GetAwaiter().GetResult()!);
}
