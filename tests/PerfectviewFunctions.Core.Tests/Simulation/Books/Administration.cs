using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Tests.Simulation.Books;

/// <summary>
/// The books of one administration. They refuse a second booking only by relation and number together, and a second relation only by its code;
/// who leans on that although nobody's process stood still is noted as a fault.
/// </summary>
internal sealed class Administration(World world, string name)
{
    private readonly SortedDictionary<long, Card> cards = [];
    private readonly List<Mutation> mutations = [];
    private long lastNumber = 100;

    public IEnumerable<Card> Cards => cards.Values;

    public IReadOnlyList<Mutation> Mutations => mutations;

    public WritesUnderWay UnderWay { get; } = new(world);

    public Answer<BookingReceipt> Book(Booking booking, bool byPaused)
    {
        if (cards.Values.All(card => card.Booked.Card.Code != booking.DebtorCode))
        {
            return new Answer<BookingReceipt>.Refused("CMUT017");
        }

        if (mutations.Find(one => one.IsOf(booking.InvoiceNumber, booking.DebtorCode)) is { } there)
        {
            world.Trace.Count("second bookings refused by the books");
            if (!there.IsForeign && !byPaused && !there.ByPaused)
            {
                world.Violate($"Only the books kept {booking.InvoiceNumber} from being booked twice");
            }

            return new Answer<BookingReceipt>.Refused("CMUT018");
        }

        var lines = booking.Lines.Select(line => new BookedLine(line.Net, line.Vat, line.VatCode)).ToList();
        var number = Enter(new BookedMutation(0, true, booking.Date, booking.InvoiceNumber, booking.DebtorCode, lines), isForeign: false, byPaused);
        world.Trace.Add("books " + name, $"{booking.InvoiceNumber} is mutation {number}");
        world.Trace.Count("bookings");
        return new Answer<BookingReceipt>.Success(new BookingReceipt(number));
    }

    public Answer<long> Add(DebtorCard card, bool byPaused)
    {
        if (cards.Values.FirstOrDefault(one => one.Booked.Card.Code == card.Code) is { } there)
        {
            world.Trace.Count("second relations refused by the books");
            if (!byPaused && !there.ByPaused)
            {
                world.Violate($"Only the books kept {card.Name} from being created twice");
            }

            return new Answer<long>.Refused("CREL001");
        }

        var id = ++lastNumber;
        cards.Add(id, new Card(new BookedCard(id, card, new Dictionary<string, string>(StringComparer.Ordinal)), byPaused));
        world.Trace.Add("books " + name, $"{card.Name} is relation {id}");
        world.Trace.Count("relations created");
        return new Answer<long>.Success(id);
    }

    public Answer<bool> Update(BookedCard card, bool byPaused)
    {
        cards[card.Id] = new Card(card, byPaused || cards[card.Id].ByPaused);
        world.Trace.Add("books " + name, $"relation {card.Id} is {card.Card.Name}, {card.Card.Email}");
        world.Trace.Count("relations changed");
        return new Answer<bool>.Success(true);
    }

    public BookedCard? CardOf(long id) => cards.GetValueOrDefault(id)?.Booked;

    public Card? Find(long id) => cards.GetValueOrDefault(id);

    public IReadOnlyList<BookedDebtor> Debtors() => [.. cards.Values.Select(card => BookedDebtor.Of(card.Booked.Id, card.Booked.Card))];

    public FoundBookings FindByNumber(string number) =>
        new([.. mutations.Where(one => one.Booked.InvoiceNumber == number).Select(one => one.Booked)], Complete: true);

    public BookedMutation? FindMutation(long number) => mutations.Find(one => one.Booked.Number == number)?.Booked;

    /// <summary>The list of open invoices, which never shows a credit.</summary>
    public IReadOnlyList<OpenItem> OpenItems() =>
    [
        .. from one in mutations
           where one.Booked.IsInvoiceSent && one.Amount > 0
           let paid = PaidOn(one)
           where paid < one.Amount
           select new OpenItem(one.Booked.InvoiceNumber, one.Booked.DebtorCode, "", one.Booked.Date, one.Amount, paid, one.Amount - paid),
    ];

    public decimal PaidOn(Mutation invoice) => mutations
        .Where(one => one.Booked.IsInvoicePayment
            && one.Booked.InvoiceNumber == invoice.Booked.InvoiceNumber && one.Booked.DebtorCode == invoice.Booked.DebtorCode)
        .Sum(one => one.Amount);

    /// <summary>A person enters a payment of a part or the rest of an invoice.</summary>
    public void Pay(Mutation invoice, decimal amount)
    {
        var (number, debtor) = (invoice.Booked.InvoiceNumber, invoice.Booked.DebtorCode);
        Enter(
            new BookedMutation(0, false, invoice.Booked.Date, number, debtor, [new BookedLine(amount, 0m, "GEEN") { InvoiceNumber = number }])
            {
                IsInvoicePayment = true,
            },
            isForeign: true,
            byPaused: false);
        world.Trace.Add("books " + name, $"{amount} of {number} is paid");
        world.Trace.Count("payments");
    }

    /// <summary>A person books an invoice of ours by hand, with another amount.</summary>
    public void BookByHand(string number, string debtorCode, DateOnly date)
    {
        if (!mutations.Exists(one => one.IsOf(number, debtorCode)))
        {
            Enter(new BookedMutation(0, true, date, number, debtorCode, [new BookedLine(7m, 1.47m, "HOOG_VERK_21")]), isForeign: true, byPaused: false);
            world.Trace.Add("books " + name, $"{number} is booked by hand");
            world.Trace.Count("bookings by hand");
        }
    }

    private long Enter(BookedMutation booked, bool isForeign, bool byPaused)
    {
        mutations.Add(new Mutation(booked with { Number = ++lastNumber }, isForeign, byPaused));
        return lastNumber;
    }
}
