using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments;

/// <summary>The payment of one booked invoice: where to look for it in the books, and what they showed.</summary>
/// <param name="Number">As Perfectview has it, without prefix.</param>
/// <param name="Administration">Where it was booked; a reading of another one says nothing of it.</param>
/// <param name="Mutation">The mutation number of its booking.</param>
/// <param name="NumberInBooks">The invoice number as the books have it now.</param>
/// <param name="DebtorCode">The relation code as the books have it now.</param>
/// <param name="Amount">Including VAT, as the books have it now, in euros; negative for a credit invoice.</param>
/// <param name="BookedAt">When it was stored as booked; an earlier reading says nothing of it.</param>
public sealed record InvoicePayment(
    string Number,
    AdministrationKey Administration,
    long Mutation,
    string NumberInBooks,
    string DebtorCode,
    decimal Amount,
    DateTimeOffset BookedAt,
    PaymentStatus Status)
{
    /// <summary>How many earlier statuses are kept.</summary>
    private const int MostKept = 50;

    public string DebtorName { get; init; } = "";

    /// <summary>The invoice date.</summary>
    public DateOnly Date { get; init; }

    /// <summary>The invoice date and the payment term that it was booked with.</summary>
    public DateOnly DueDate { get; init; }

    /// <summary>How often what is told of it changed. A receiver that has a higher one knows better.</summary>
    public long Revision { get; init; }

    /// <summary>Whether a complete reading ever showed it.</summary>
    public bool WasSeen { get; init; }

    /// <summary>Whether it left the list together with so many others that only a payment proves it paid.</summary>
    public bool LeftWithMany { get; init; }

    /// <summary>Whether it was looked up since it was last seen in the list: once is enough.</summary>
    public bool WasLookedUp { get; init; }

    /// <summary>The statuses before the present one, newest first; the last of them.</summary>
    public IReadOnlyList<PaymentStatus> Earlier { get; init; } = [];

    /// <summary>What was changed about the booking in the books, oldest first.</summary>
    public IReadOnlyList<PaymentNote> Notes { get; init; } = [];

    public bool IsCredit => Amount < 0;

    /// <summary>Of an invoice that was just booked.</summary>
    /// <exception cref="ArgumentException">It is not booked.</exception>
    public static InvoicePayment Of(Invoice invoice)
    {
        if (invoice is not { Intent: { Booking: var booking } intent, MutationNumber: { } mutation, BookedAt: { } bookedAt })
        {
            throw new ArgumentException($"Invoice {invoice.Number} is not booked.", nameof(invoice));
        }

        var amount = booking.Lines.Sum(line => line.Gross);
        var state = amount == 0 ? PaymentState.NothingToCollect : PaymentState.NotRead;
        return new InvoicePayment(
            invoice.Number,
            intent.Administration,
            mutation,
            booking.InvoiceNumber,
            booking.DebtorCode,
            amount,
            bookedAt,
            new PaymentStatus(state, bookedAt) { Open = amount })
        {
            DebtorName = invoice.DebtorName,
            Date = booking.Date,
            DueDate = booking.Date.AddDays(booking.PaymentTermDays),
        };
    }

    /// <summary>With a status that says something else than the one before; itself when it does not.</summary>
    public InvoicePayment With(PaymentStatus status) => status.SaysTheSameAs(Status)
        ? this
        : this with { Status = status, Revision = Revision + 1, Earlier = [Status, .. Earlier.Take(MostKept - 1)] };

    /// <summary>
    /// With what the books say now of number, debtor code, amount and mutation; what is different is noted. Amount and mutation number are told with
    /// the status, so that another one makes another revision.
    /// </summary>
    public InvoicePayment Following(long mutation, string numberInBooks, string debtorCode, decimal amount, DateTimeOffset at)
    {
        var notes = new List<PaymentNote>(Notes);
        Note(PaymentNoteKind.EnteredAgain, Text(Mutation), Text(mutation));
        Note(PaymentNoteKind.Renumbered, NumberInBooks, numberInBooks);
        Note(PaymentNoteKind.DebtorCodeChanged, DebtorCode, debtorCode);
        Note(PaymentNoteKind.AmountChanged, Text(Amount), Text(amount));
        return notes.Count == Notes.Count
            ? this
            : this with
            {
                Mutation = mutation,
                NumberInBooks = numberInBooks,
                DebtorCode = debtorCode,
                Amount = amount,
                Notes = [.. notes.TakeLast(MostKept)],
                Revision = Revision + (mutation != Mutation || amount != Amount ? 1 : 0),
            };

        void Note(PaymentNoteKind kind, string was, string becomes)
        {
            if (was != becomes)
            {
                notes.Add(new PaymentNote(kind, was, becomes, at));
            }
        }
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(decimal amount) => amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
