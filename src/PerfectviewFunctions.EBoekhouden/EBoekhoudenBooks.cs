using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.EBoekhouden;

/// <summary>The books of e-Boekhouden, through the API that the credentials are for.</summary>
internal sealed class EBoekhoudenBooks(IBookkeeping soap, IBookkeeping rest) : IBookkeeping, IDisposable
{
    public Task<Answer<BookingReceipt>> BookAsync(BookkeepingCredentials credentials, Booking booking, CallDeadline deadline) =>
        For(credentials).BookAsync(credentials, booking, deadline);

    public Task<Answer<long>> AddDebtorAsync(BookkeepingCredentials credentials, DebtorCard debtor, CallDeadline deadline) =>
        For(credentials).AddDebtorAsync(credentials, debtor, deadline);

    public Task<Answer<BookedCard?>> ReadDebtorAsync(BookkeepingCredentials credentials, long id, CancellationToken cancellationToken) =>
        For(credentials).ReadDebtorAsync(credentials, id, cancellationToken);

    public Task<Answer<bool>> UpdateDebtorAsync(BookkeepingCredentials credentials, BookedCard card, CallDeadline deadline) =>
        For(credentials).UpdateDebtorAsync(credentials, card, deadline);

    public Task<Answer<DebtorList>> ReadDebtorsAsync(BookkeepingCredentials credentials, DebtorLook look, CancellationToken cancellationToken) =>
        For(credentials).ReadDebtorsAsync(credentials, look, cancellationToken);

    public Task<Answer<FoundBookings>> FindBookingsAsync(BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken) =>
        For(credentials).FindBookingsAsync(credentials, invoiceNumber, cancellationToken);

    public Task<Answer<FoundBookings>> ReadMutationsAsync(
        BookkeepingCredentials credentials, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        For(credentials).ReadMutationsAsync(credentials, from, until, cancellationToken);

    public Task<Answer<BookedMutation?>> FindMutationAsync(BookkeepingCredentials credentials, long number, CancellationToken cancellationToken) =>
        For(credentials).FindMutationAsync(credentials, number, cancellationToken);

    public Task<Answer<OpenItems>> ReadOpenItemsAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        For(credentials).ReadOpenItemsAsync(credentials, cancellationToken);

    public Task<Answer<IReadOnlyList<OpenItem>>> FindOpenItemsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken) =>
        For(credentials).FindOpenItemsAsync(credentials, invoiceNumber, cancellationToken);

    public Task<Answer<IReadOnlyList<LedgerAccount>>> ReadLedgerAccountsAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        For(credentials).ReadLedgerAccountsAsync(credentials, cancellationToken);

    public Task<Answer<IReadOnlyList<LedgerAccount>>> TestAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        For(credentials).TestAsync(credentials, cancellationToken);

    public Task EndSessionAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        For(credentials).EndSessionAsync(credentials, cancellationToken);

    public void Dispose()
    {
        (soap as IDisposable)?.Dispose();
        (rest as IDisposable)?.Dispose();
    }

    private IBookkeeping For(BookkeepingCredentials credentials) => credentials.Api == BookkeepingApi.Rest ? rest : soap;
}
