using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Web.Tests.Support;

/// <summary>Books that take whatever is booked and know the debtors they are told of.</summary>
internal sealed class FakeBooks : IBookkeeping
{
    public List<BookedDebtor> Debtors { get; } = [];

    public List<Booking> Bookings { get; } = [];

    public BookingLimits Limits { get; } = new(200, 100);

    public Task<Answer<long>> BookAsync(BookkeepingCredentials credentials, Booking booking, CallDeadline deadline)
    {
        Bookings.Add(booking);
        return Done((long)Bookings.Count);
    }

    public Task<Answer<long>> AddDebtorAsync(BookkeepingCredentials credentials, DebtorCard debtor, CallDeadline deadline)
    {
        Debtors.Add(BookedDebtor.Of(1000 + Debtors.Count, debtor));
        return Done(Debtors[^1].Id);
    }

    public Task<Answer<IReadOnlyList<BookedDebtor>>> ReadDebtorsAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        Done<IReadOnlyList<BookedDebtor>>([.. Debtors]);

    public Task<Answer<BookedCard?>> ReadDebtorAsync(BookkeepingCredentials credentials, long id, CancellationToken cancellationToken) => throw NotAsked;

    public Task<Answer<bool>> UpdateDebtorAsync(BookkeepingCredentials credentials, BookedCard card, CallDeadline deadline) => throw NotAsked;

    public Task<Answer<FoundBookings>> FindBookingsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken) => throw NotAsked;

    public Task<Answer<FoundBookings>> ReadMutationsAsync(
        BookkeepingCredentials credentials, DateOnly from, DateOnly until, CancellationToken cancellationToken) => throw NotAsked;

    public Task<Answer<BookedMutation?>> FindMutationAsync(
        BookkeepingCredentials credentials, long number, CancellationToken cancellationToken) => throw NotAsked;

    public Task<Answer<IReadOnlyList<OpenItem>>> ReadOpenItemsAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) => throw NotAsked;

    public Task<Answer<IReadOnlyList<LedgerAccount>>> ReadLedgerAccountsAsync(
        BookkeepingCredentials credentials, CancellationToken cancellationToken) => throw NotAsked;

    public Task<Answer<IReadOnlyList<LedgerAccount>>> TestAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) => throw NotAsked;

    public Task EndSessionAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) => Task.CompletedTask;

    private static InvalidOperationException NotAsked => new("Nothing here asks the books for this.");

    private static Task<Answer<T>> Done<T>(T value) => Task.FromResult<Answer<T>>(new Answer<T>.Success(value));
}
