using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>What people change in the books behind our back: bookings, numbers, debtor codes, invoices of others.</summary>
internal sealed class EditActs(Scene scene)
{
    private int others;

    /// <summary>Whether it is one of the many invoices of others that a walk begins with.</summary>
    public static bool IsBulk(SandboxMutation mutation) => mutation.RelationCode == "ANDER" && mutation.InvoiceNumber.StartsWith('X');

    public void Act()
    {
        if (!scene.Sales.Any())
        {
            return;
        }

        var sale = scene.Pick(scene.Sales.ToList());
        switch (scene.Next(14))
        {
            case < 4 when sale.Booking is { } booking:
                Remove(sale, booking);
                break;
            case < 7:
                if (scene.Sales.Where(one => one.Removed is not null).ToList() is { Count: > 0 } removed)
                {
                    EnterAgain(scene.Pick(removed));
                }

                break;
            case < 9 when sale.Booking is { } booking:
                Renumber(sale, booking);
                break;
            case 9:
                ChangeCode(sale.Firm.Books);
                break;
            case 10 when sale.Booking is { } booking && scene.Next(4) == 0:
                sale.Firm.Books.AddMutation(booking);
                sale.IsDoubled = true;
                scene.Note($"{sale} is entered a second time");
                break;
            case < 13 when sale.Booking is { } booking:
                AddOthers(sale.Firm.Books, booking);
                break;
            default:
                ChangeOthers(sale.Firm.Books);
                break;
        }
    }

    private void Remove(Sale sale, SandboxMutation booking)
    {
        if (sale.IsDoubled)
        {
            return;
        }

        sale.Firm.Books.DeleteMutation(booking.Number);
        (sale.Removed, sale.IsOutOfSight) = (booking, sale.IsOutOfSight || (sale.IsAtRest && sale.Payment.Status.State != PaymentState.Removed));
        scene.Note($"{sale} removed");
    }

    private void EnterAgain(Sale sale)
    {
        var entered = scene.Next(4) == 0
            ? sale.Removed! with { Lines = [.. sale.Removed!.Lines, new SandboxMutationLine(10m, 0, "GEEN", 0, SandboxDemo.RevenueAccount)] }
            : sale.Removed!;
        entered = sale.Firm.Books.AddMutation(entered);
        (sale.Mutation, sale.Removed) = (entered.Number, null);
        scene.Note($"{sale} entered again as {entered.Number} for {entered.Total}");
    }

    private void Renumber(Sale sale, SandboxMutation booking)
    {
        if (sale.IsDoubled)
        {
            return;
        }

        var number = FormattableString.Invariant($"N{scene.NewNumber()}");
        sale.Firm.Books.RenumberMutation(booking.Number, number);
        sale.IsOutOfSight |= sale.IsAtRest;
        scene.Note($"{sale} renumbered from {booking.InvoiceNumber} to {number}");
    }

    private void ChangeCode(SandboxAdministration books)
    {
        var relation = scene.Pick(books.Relations);
        if (relation.Code != "ANDER")
        {
            var code = FormattableString.Invariant($"L{scene.NewNumber()}");
            books.ChangeRelation(relation.Id, new Dictionary<string, string>(), code);
            foreach (var sale in scene.Sales.Where(sale => sale.Firm.Books == books && sale.Removed?.RelationCode == relation.Code))
            {
                sale.Removed = sale.Removed! with { RelationCode = code };
            }

            foreach (var sale in scene.Sales.Where(sale => sale.Payment.Status.IsSettled && sale.Booking?.RelationCode == code))
            {
                sale.IsOutOfSight = true;
            }

            scene.Note($"relation {relation.Code} is {code} now");
        }
    }

    /// <summary>Invoices of somebody else, some with a number of ours; none with its debtor or its amount.</summary>
    private void AddOthers(SandboxAdministration books, SandboxMutation like)
    {
        var number = scene.Next(2) == 0 ? like.InvoiceNumber : FormattableString.Invariant($"ANDER-{scene.NewNumber()}");
        var line = new SandboxMutationLine(777m + (++others * 0.01m), 0, "GEEN", 0, SandboxDemo.RevenueAccount);
        if (books.Outstanding(number, "ANDER") is null)
        {
            books.AddInvoice(number, "ANDER", new DateOnly(2026, 3, 2), line);
            scene.Note($"others' #{number} of {line.Gross}");
        }
    }

    private void ChangeOthers(SandboxAdministration books)
    {
        var theirs = books.Mutations.Where(mutation =>
            mutation is { RelationCode: "ANDER", Kind: MutationKind.FactuurVerstuurd } && !IsBulk(mutation)).ToList();
        if (theirs.Count == 0)
        {
            return;
        }

        var other = scene.Pick(theirs);
        if (scene.Next(2) == 0)
        {
            books.DeleteMutation(other.Number);
            scene.Note($"others' #{other.InvoiceNumber} removed");
        }
        else
        {
            books.RegisterPayment(other.InvoiceNumber, other.Total, other.RelationCode);
            scene.Note($"others' #{other.InvoiceNumber} paid");
        }
    }
}
