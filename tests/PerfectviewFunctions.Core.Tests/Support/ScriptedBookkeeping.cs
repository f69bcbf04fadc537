using System.Collections.Concurrent;
using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Tests.Support;

/// <summary>
/// Books that say yes unless a test tells them otherwise, and that remember every call by name. They keep no rule of the real service:
/// what Core makes of each answer is what is tested with them.
/// </summary>
internal sealed class ScriptedBookkeeping : IBookkeeping
{
    private readonly ConcurrentQueue<string> calls = new();
    private long lastNumber = 100;

    /// <summary>What was called, in order: <c>book F1</c>, <c>add 10001</c>, <c>debtor 7</c>, <c>update 10001</c>, <c>debtors</c>, <c>find F1</c>, <c>mutation 7</c>, <c>open</c>, <c>accounts</c>, <c>test</c>, <c>end</c>.</summary>
    public IReadOnlyList<string> Calls => [.. calls];

    public List<BookedDebtor> Debtors { get; init; } = [];

    /// <summary>Whether they are as an API that lists codes only: a look finds what it names, and nothing else is told.</summary>
    public bool ListsCodesOnly { get; set; }

    /// <summary>What relations were looked for by.</summary>
    public ConcurrentQueue<DebtorLook> Looks { get; } = new();

    /// <summary>Runs before each call is answered; may come between as somebody else would, or throw.</summary>
    public Func<string, Task>? Before { get; set; }

    public Func<Booking, Answer<BookingReceipt>?> OnBook { get; set; } = _ => null;

    public Func<DebtorCard, Answer<long>?> OnAddDebtor { get; set; } = _ => null;

    /// <summary>The cards by the service's id; those that are added come in by themselves.</summary>
    public ConcurrentDictionary<long, BookedCard> Cards { get; } = new();

    public Func<long, Answer<BookedCard?>?> OnReadDebtor { get; set; } = _ => null;

    public Func<BookedCard, Answer<bool>?> OnUpdateDebtor { get; set; } = _ => null;

    public Func<Answer<DebtorList>?> OnReadDebtors { get; set; } = () => null;

    public Func<string, Answer<FoundBookings>?> OnFind { get; set; } = _ => null;

    public Func<DateOnly, DateOnly, Answer<FoundBookings>?> OnReadMutations { get; set; } = (_, _) => null;

    public Func<long, Answer<BookedMutation?>?> OnFindMutation { get; set; } = _ => null;

    public Func<Answer<OpenItems>?> OnReadOpen { get; set; } = () => null;

    public Func<Answer<IReadOnlyList<LedgerAccount>>?> OnReadAccounts { get; set; } = () => null;

    /// <summary>As <see cref="OnReadAccounts"/>, by whose they are; asked first.</summary>
    public Func<BookkeepingCredentials, Answer<IReadOnlyList<LedgerAccount>>?> OnReadAccountsOf { get; set; } = _ => null;

    public Func<BookkeepingCredentials, Answer<IReadOnlyList<LedgerAccount>>?> OnTest { get; set; } = _ => null;

    public void Forget() => calls.Clear();

    public async Task<Answer<BookingReceipt>> BookAsync(BookkeepingCredentials credentials, Booking booking, CallDeadline deadline)
    {
        await CalledAsync("book " + booking.InvoiceNumber);
        return OnBook(booking) ?? new Answer<BookingReceipt>.Success(new BookingReceipt(Interlocked.Increment(ref lastNumber)));
    }

    public async Task<Answer<long>> AddDebtorAsync(BookkeepingCredentials credentials, DebtorCard debtor, CallDeadline deadline)
    {
        await CalledAsync("add " + debtor.Code);
        if (OnAddDebtor(debtor) is { } answer)
        {
            return answer;
        }

        var id = Interlocked.Increment(ref lastNumber);
        Debtors.Add(new BookedDebtor(
            id, debtor.Code, debtor.Name, debtor.VisitingAddress.PostalCode, debtor.PostalAddress.PostalCode, debtor.VatNumber,
            debtor.ChamberOfCommerceNumber));
        Cards[id] = new BookedCard(id, debtor, new Dictionary<string, string>());
        return new Answer<long>.Success(id);
    }

    public async Task<Answer<BookedCard?>> ReadDebtorAsync(BookkeepingCredentials credentials, long id, CancellationToken cancellationToken)
    {
        await CalledAsync(FormattableString.Invariant($"debtor {id}"));
        return OnReadDebtor(id) ?? new Answer<BookedCard?>.Success(Cards.GetValueOrDefault(id));
    }

    public async Task<Answer<bool>> UpdateDebtorAsync(BookkeepingCredentials credentials, BookedCard card, CallDeadline deadline)
    {
        await CalledAsync("update " + card.Card.Code);
        if (OnUpdateDebtor(card) is { } answer)
        {
            return answer;
        }

        Cards[card.Id] = card;
        return new Answer<bool>.Success(true);
    }

    public async Task<Answer<DebtorList>> ReadDebtorsAsync(
        BookkeepingCredentials credentials, DebtorLook look, CancellationToken cancellationToken)
    {
        await CalledAsync("debtors");
        Looks.Enqueue(look);
        return OnReadDebtors() ?? new Answer<DebtorList>.Success(ListsCodesOnly
            ? new DebtorList([.. Debtors.Where(one => look.Ids.Contains(one.Id) || look.Codes.Contains(one.Code) || look.Name == one.Name)], IsWhole: false)
            : new DebtorList([.. Debtors], IsWhole: true));
    }

    public async Task<Answer<FoundBookings>> FindBookingsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken)
    {
        await CalledAsync("find " + invoiceNumber);
        return OnFind(invoiceNumber) ?? new Answer<FoundBookings>.Success(new FoundBookings([], Complete: true));
    }

    public async Task<Answer<FoundBookings>> ReadMutationsAsync(
        BookkeepingCredentials credentials, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        await CalledAsync(FormattableString.Invariant($"days {from:yyyy-MM-dd} {until:yyyy-MM-dd}"));
        return OnReadMutations(from, until) ?? new Answer<FoundBookings>.Success(new FoundBookings([], Complete: true));
    }

    public async Task<Answer<BookedMutation?>> FindMutationAsync(
        BookkeepingCredentials credentials, long number, CancellationToken cancellationToken)
    {
        await CalledAsync(FormattableString.Invariant($"mutation {number}"));
        return OnFindMutation(number) ?? new Answer<BookedMutation?>.Success(null);
    }

    public async Task<Answer<OpenItems>> ReadOpenItemsAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken)
    {
        await CalledAsync("open");
        return OnReadOpen() ?? new Answer<OpenItems>.Success(new OpenItems([], IsSnapshot: true));
    }

    public async Task<Answer<IReadOnlyList<OpenItem>>> FindOpenItemsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken)
    {
        await CalledAsync("open");
        return OnReadOpen() switch
        {
            null => new Answer<IReadOnlyList<OpenItem>>.Success([]),
            Answer<OpenItems>.Success { Value: var open } =>
                new Answer<IReadOnlyList<OpenItem>>.Success([.. open.Items.Where(item => item.InvoiceNumber.Trim() == invoiceNumber)]),
            Answer<OpenItems>.Refused refused => new Answer<IReadOnlyList<OpenItem>>.Refused(refused.Code, refused.Text),
            Answer<OpenItems>.NotDone failed => new Answer<IReadOnlyList<OpenItem>>.NotDone(failed.Code, failed.Detail, failed.RetryAfter),
            Answer<OpenItems>.Unclear failed => new Answer<IReadOnlyList<OpenItem>>.Unclear(failed.Code, failed.Detail),
            _ => throw new InvalidOperationException("An answer of an unknown kind."),
        };
    }

    public async Task<Answer<IReadOnlyList<LedgerAccount>>> ReadLedgerAccountsAsync(
        BookkeepingCredentials credentials, CancellationToken cancellationToken)
    {
        await CalledAsync("accounts");
        return OnReadAccountsOf(credentials) ?? OnReadAccounts() ?? new Answer<IReadOnlyList<LedgerAccount>>.Success([]);
    }

    public async Task<Answer<IReadOnlyList<LedgerAccount>>> TestAsync(
        BookkeepingCredentials credentials, CancellationToken cancellationToken)
    {
        await CalledAsync("test");
        return OnTest(credentials) ?? new Answer<IReadOnlyList<LedgerAccount>>.Success([]);
    }

    public Task EndSessionAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) => CalledAsync("end");

    private Task CalledAsync(string call)
    {
        calls.Enqueue(call);
        return Before?.Invoke(call) ?? Task.CompletedTask;
    }
}
