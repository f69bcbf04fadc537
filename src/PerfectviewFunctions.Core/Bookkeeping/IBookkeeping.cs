namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>
/// The books of e-Boekhouden, in the words of bookkeeping. An adapter owns transport, sessions (one per credential set and process,
/// reused until refused, renewed once, shared by concurrent callers) and the service's forms; it never repeats a call that may have been done.
/// </summary>
public interface IBookkeeping
{
    /// <summary>
    /// Books an invoice. There is no cancellation: once the intent is stored only <paramref name="deadline"/> ends the call, as
    /// <see cref="Answer{T}.Unclear"/>; behind it none begins, which is <see cref="Answer{T}.NotDone"/>.
    /// </summary>
    Task<Answer<BookingReceipt>> BookAsync(BookkeepingCredentials credentials, Booking booking, CallDeadline deadline);

    /// <summary>Creates a debtor. As with <see cref="BookAsync"/> only the deadline ends the call.</summary>
    /// <returns>The service's own id of the relation.</returns>
    Task<Answer<long>> AddDebtorAsync(BookkeepingCredentials credentials, DebtorCard debtor, CallDeadline deadline);

    /// <summary>The card of one relation.</summary>
    /// <param name="id">The service's own id of it.</param>
    /// <returns>Null within a success when there is no such relation any more.</returns>
    Task<Answer<BookedCard?>> ReadDebtorAsync(BookkeepingCredentials credentials, long id, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a card in the place of the one with its id, whole: what is empty in it is emptied in the books. As with <see cref="BookAsync"/> only the
    /// deadline ends the call.
    /// </summary>
    Task<Answer<bool>> UpdateDebtorAsync(BookkeepingCredentials credentials, BookedCard card, CallDeadline deadline);

    /// <summary>
    /// Every debtor and other relation of the administration, in one call; or, where no list of the API tells more than codes, those that the look finds, in at
    /// most five readings of a card.
    /// </summary>
    Task<Answer<DebtorList>> ReadDebtorsAsync(BookkeepingCredentials credentials, DebtorLook look, CancellationToken cancellationToken);

    /// <summary>The mutations of any kind and date with this invoice number. Rationed by the service: count before calling.</summary>
    Task<Answer<FoundBookings>> FindBookingsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken);

    /// <summary>The mutations of any kind dated from one day to another, both included. Rationed as <see cref="FindBookingsAsync"/> is.</summary>
    Task<Answer<FoundBookings>> ReadMutationsAsync(
        BookkeepingCredentials credentials, DateOnly from, DateOnly until, CancellationToken cancellationToken);

    /// <summary>The mutation with this number, whatever its invoice number is now. Rationed as <see cref="FindBookingsAsync"/> is.</summary>
    /// <returns>Null within a success when there is none.</returns>
    Task<Answer<BookedMutation?>> FindMutationAsync(BookkeepingCredentials credentials, long number, CancellationToken cancellationToken);

    /// <summary>The whole list of open sales invoices.</summary>
    Task<Answer<OpenItems>> ReadOpenItemsAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken);

    /// <summary>The open sales invoices with this number; by the whole list where the API can't be asked for one.</summary>
    Task<Answer<IReadOnlyList<OpenItem>>> FindOpenItemsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken);

    /// <summary>Every ledger account of the administration.</summary>
    Task<Answer<IReadOnlyList<LedgerAccount>>> ReadLedgerAccountsAsync(
        BookkeepingCredentials credentials, CancellationToken cancellationToken);

    /// <summary>
    /// Whether these credentials are taken now: reads every ledger account in a session of its own, which is closed again. A session that is
    /// open already is neither used, since it outlives a changed security code 1, nor touched.
    /// </summary>
    Task<Answer<IReadOnlyList<LedgerAccount>>> TestAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken);

    /// <summary>Ends the session of these credentials in this process, if there is one. Never fails: a session left open expires.</summary>
    Task EndSessionAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken);
}
