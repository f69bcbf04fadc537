using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Tests.Simulation.Books;

namespace PerfectviewFunctions.Core.Tests.Simulation.Hosts;

/// <summary>
/// The shared books as one host reaches them. Each call is one of: done and answered; refused or throttled before anything; not done, done at once
/// or done later although its caller never learns so.
/// </summary>
internal sealed class HostBooks(World world) : IBookkeeping
{
    /// <summary>What a call may take that has no time-out of its own.</summary>
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long after its caller gave up a call may still be done: less than the margin, by more than clocks differ.</summary>
    private const int LatestCommit = 100;

    public Task<Answer<BookingReceipt>> BookAsync(BookkeepingCredentials credentials, Booking booking, CallDeadline deadline) =>
        WriteAsync(credentials, "book " + booking.InvoiceNumber, deadline.Length, (books, byPaused) => books.Book(booking, byPaused));

    public Task<Answer<long>> AddDebtorAsync(BookkeepingCredentials credentials, DebtorCard debtor, CallDeadline deadline) =>
        WriteAsync(credentials, "add " + debtor.Name, deadline.Length, (books, byPaused) => books.Add(debtor, byPaused));

    public Task<Answer<bool>> UpdateDebtorAsync(BookkeepingCredentials credentials, BookedCard card, CallDeadline deadline) =>
        WriteAsync(credentials, "update " + card.Card.Name, deadline.Length, (books, byPaused) => books.Update(card, byPaused));

    public Task<Answer<BookedCard?>> ReadDebtorAsync(BookkeepingCredentials credentials, long id, CancellationToken cancellationToken) =>
        ReadAsync(credentials, $"card {id}", books => books.CardOf(id), cancellationToken);

    public Task<Answer<DebtorList>> ReadDebtorsAsync(
        BookkeepingCredentials credentials, DebtorLook look, CancellationToken cancellationToken) =>
        ReadAsync(credentials, "relations", books => Find(books.Debtors(), look), cancellationToken);

    public Task<Answer<FoundBookings>> FindBookingsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken) =>
        ReadAsync(credentials, "find " + invoiceNumber, books => books.FindByNumber(invoiceNumber), cancellationToken);

    /// <summary>Only who looks for disagreements reads so, and nobody does here.</summary>
    public Task<Answer<FoundBookings>> ReadMutationsAsync(
        BookkeepingCredentials credentials, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Answer<BookedMutation?>> FindMutationAsync(
        BookkeepingCredentials credentials, long number, CancellationToken cancellationToken) =>
        ReadAsync(credentials, $"mutation {number}", books => books.FindMutation(number), cancellationToken);

    public Task<Answer<OpenItems>> ReadOpenItemsAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        ReadAsync(credentials, "open items", books => InPages(books.OpenItems()), cancellationToken);

    public Task<Answer<IReadOnlyList<OpenItem>>> FindOpenItemsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<OpenItem>>(
            credentials, "open items", books => [.. books.OpenItems().Where(item => item.InvoiceNumber == invoiceNumber)], cancellationToken);

    public Task<Answer<IReadOnlyList<LedgerAccount>>> ReadLedgerAccountsAsync(
        BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<LedgerAccount>>(credentials, "accounts", _ => [], cancellationToken);

    public Task<Answer<IReadOnlyList<LedgerAccount>>> TestAsync(
        BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<LedgerAccount>>(credentials, "test", _ => [], cancellationToken);

    public Task EndSessionAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) => Task.CompletedTask;

    private DebtorList Find(IReadOnlyList<BookedDebtor> all, DebtorLook look) => world.ListsInPieces
        ? new DebtorList([.. all.Where(one => look.Ids.Contains(one.Id) || look.Codes.Contains(one.Code) || look.Name == one.Name)], IsWhole: false)
        : new DebtorList(all, IsWhole: true);

    /// <summary>A row that moves from the second page to the first between two calls is on neither.</summary>
    private OpenItems InPages(IReadOnlyList<OpenItem> items)
    {
        var lost = world.ListsInPieces && world.Chance(30) ? world.Random.Next(items.Count + 1) : -1;
        return new OpenItems([.. items.Where((_, at) => at != lost)], IsSnapshot: !world.ListsInPieces);
    }

    private async Task<Answer<T>> ReadAsync<T>(
        BookkeepingCredentials credentials, string what, Func<Administration, T> read, CancellationToken cancellationToken)
    {
        var (books, end) = (world.Of(credentials), world.Now + ReadTimeout);
        await StopAsync(what, world.Seconds(3));
        cancellationToken.ThrowIfCancellationRequested();
        if (world.Now >= end)
        {
            return new Answer<T>.Unclear(CallFailure.TimedOut);
        }

        if (Refusal<T>(what) is { } refused)
        {
            return refused;
        }

        if (world.Chance(3))
        {
            return Told(what, "no usable answer", new Answer<T>.Unclear(CallFailure.Unreadable));
        }

        var answer = new Answer<T>.Success(read(books));
        await StopAsync("answer to " + what, world.Seconds(world.Chance(10) ? 30 : 2));
        return world.Now >= end ? new Answer<T>.Unclear(CallFailure.TimedOut) : answer;
    }

    private async Task<Answer<T>> WriteAsync<T>(
        BookkeepingCredentials credentials, string what, TimeSpan timeout, Func<Administration, bool, Answer<T>> write)
    {
        var (books, by, end) = (world.Of(credentials), world.Running, world.Now + timeout);
        books.UnderWay.Begin(by, what, end);
        try
        {
            await StopAsync(what, Least(world.Seconds(3), timeout), () => Leave(what, Do));
            return await ArriveAsync(what, end, Do);
        }
        finally
        {
            books.UnderWay.End(by);
        }

        Answer<T> Do() => write(books, by?.WasPaused == true);
    }

    private async Task<Answer<T>> ArriveAsync<T>(string what, DateTimeOffset end, Func<Answer<T>> act)
    {
        if (Refusal<T>(what) is { } refused)
        {
            return refused;
        }

        if (world.Chance(30))
        {
            return await LoseAsync(what, end, act);
        }

        if (world.Now >= end && world.Random.Next(2) == 0)
        {
            // Who stood still before it was sent gives up before it is.
            return Told(what, "not sent in time", new Answer<T>.Unclear(CallFailure.TimedOut));
        }

        var answer = act();
        await StopAsync("answer to " + what, Least(world.Seconds(world.Chance(10) ? 40 : 3), end - world.Now));
        return world.Now >= end && world.Random.Next(2) == 0
            ? Told(what, "too slow", new Answer<T>.Unclear(CallFailure.TimedOut))
            : answer;
    }

    /// <summary>The caller gets no answer, whatever was done.</summary>
    private async Task<Answer<T>> LoseAsync<T>(string what, DateTimeOffset end, Func<Answer<T>> act)
    {
        switch (world.Random.Next(7))
        {
            case 0:
                return Told(what, "not done, connection lost", new Answer<T>.Unclear(CallFailure.ConnectionLost));
            case 1:
                act();
                return Told(what, "done, connection lost", new Answer<T>.Unclear(CallFailure.ConnectionLost));
            case 2:
                act();
                return Told(what, "done, answer without number", new Answer<T>.Unclear(CallFailure.NoNumber));
            case 3:
                await StopAsync("answer to " + what, Least(TimeSpan.FromSeconds(40), end - world.Now));
                return Told(what, "not done, timed out", new Answer<T>.Unclear(CallFailure.TimedOut));
            default:
                world.Later(Most(end - world.Now, TimeSpan.Zero) + world.Seconds(LatestCommit), () => act());
                await StopAsync("answer to " + what, Least(TimeSpan.FromSeconds(40), end - world.Now));
                return Told(what, "done later, timed out", new Answer<T>.Unclear(CallFailure.TimedOut));
        }
    }

    private Answer<T>? Refusal<T>(string what) => !world.Chance(7) ? null : world.Random.Next(8) switch
    {
        0 => Told(what, "credentials refused", new Answer<T>.Refused("E0011")),
        1 or 2 => Told(what, "unreachable", new Answer<T>.NotDone(CallFailure.Unreachable)),
        3 or 4 => Told(what, "throttled", new Answer<T>.NotDone(CallFailure.Throttled, null, TimeSpan.FromSeconds(world.Random.Next(90)))),
        5 => Told(what, "no session", new Answer<T>.NotDone(CallFailure.SessionRefused)),
        6 => Told(what, "session refused", new Answer<T>.Refused("E0022")),
        _ => Told(what, "refused for now", new Answer<T>.Refused("E0017")),
    };

    /// <summary>The call of a process that dies may have been on its way, and may arrive a while later.</summary>
    private void Leave<T>(string what, Func<Answer<T>> act)
    {
        if (world.Random.Next(2) == 0)
        {
            world.Trace.Add("books", $"{what} of a dead process arrives");
            world.Trace.Count("books: done for a dead process");
            world.Later(world.Seconds(30), () => act());
        }
    }

    private Task StopAsync(string what, TimeSpan patience)
        => StopAsync(what, patience, null);

    private Task StopAsync(string what, TimeSpan patience, Action? onKilled)
    {
        world.Trace.Add(world.Running?.Name ?? "healthy", what);
        return world.Strands.StopAsync(what, patience, onKilled);
    }

    private Answer<T> Told<T>(string what, string outcome, Answer<T> answer)
    {
        world.Trace.Add("books", $"{what}: {outcome}");
        world.Trace.Count("books: " + outcome);
        return answer;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => Most(one < other ? one : other, TimeSpan.Zero);

    private static TimeSpan Most(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
