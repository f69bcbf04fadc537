using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Web.Tests.Support;

/// <summary>Books that take whatever is booked and know the debtors they are told of.</summary>
internal sealed class FakeBooks : IBookkeeping
{
    public List<BookedDebtor> Debtors { get; } = [];

    public List<Booking> Bookings { get; } = [];

    public Task<Answer<BookingReceipt>> BookAsync(BookkeepingCredentials credentials, Booking booking, CallDeadline deadline)
    {
        Bookings.Add(booking);
        return Done(new BookingReceipt(Bookings.Count));
    }

    public Task<Answer<long>> AddDebtorAsync(BookkeepingCredentials credentials, DebtorCard debtor, CallDeadline deadline)
    {
        Debtors.Add(BookedDebtor.Of(1000 + Debtors.Count, debtor));
        return Done(Debtors[^1].Id);
    }

    public Task<Answer<DebtorList>> ReadDebtorsAsync(BookkeepingCredentials credentials, DebtorLook look, CancellationToken cancellationToken) =>
        Done(new DebtorList([.. Debtors], IsWhole: true));

    public Task<Answer<BookedCard?>> ReadDebtorAsync(BookkeepingCredentials credentials, long id, CancellationToken cancellationToken) => throw NotAsked;

    public Task<Answer<bool>> UpdateDebtorAsync(BookkeepingCredentials credentials, BookedCard card, CallDeadline deadline) => throw NotAsked;

    public Task<Answer<FoundBookings>> FindBookingsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken) => throw NotAsked;

    public Task<Answer<FoundBookings>> ReadMutationsAsync(
        BookkeepingCredentials credentials, DateOnly from, DateOnly until, CancellationToken cancellationToken) => throw NotAsked;

    public Task<Answer<BookedMutation?>> FindMutationAsync(
        BookkeepingCredentials credentials, long number, CancellationToken cancellationToken) => throw NotAsked;

    public Task<Answer<OpenItems>> ReadOpenItemsAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) => throw NotAsked;

    public Task<Answer<IReadOnlyList<OpenItem>>> FindOpenItemsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken) => throw NotAsked;

    public Task<Answer<IReadOnlyList<LedgerAccount>>> ReadLedgerAccountsAsync(
        BookkeepingCredentials credentials, CancellationToken cancellationToken) => throw NotAsked;

    public Task<Answer<IReadOnlyList<LedgerAccount>>> TestAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) => throw NotAsked;

    public Task EndSessionAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) => Task.CompletedTask;

    private static InvalidOperationException NotAsked => new("Nothing here asks the books for this.");

    private static Task<Answer<T>> Done<T>(T value) => Task.FromResult<Answer<T>>(new Answer<T>.Success(value));
}
