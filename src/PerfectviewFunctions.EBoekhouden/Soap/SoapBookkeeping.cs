using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.EBoekhouden.Sessions;
using PerfectviewFunctions.EBoekhouden.Soap.Messages;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;
using PerfectviewFunctions.EBoekhouden.Soap.Transport;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap;

/// <summary>The books of e-Boekhouden through its SOAP 1.1 API. One instance per process: it holds the sessions.</summary>
public sealed class SoapBookkeeping : IBookkeeping, IDisposable
{
    private readonly SoapOptions options;
    private readonly TimeProvider clock;
    private readonly SoapClient client;
    private readonly SessionCalls<BookkeepingCredentials.Soap, SoapSession> calls;
    private readonly HttpClient? owned;

    /// <param name="http">
    /// Must follow no redirects, keep no cookies and have no time-out of its own, as the client of <see cref="Create"/>. Not disposed here.
    /// </param>
    /// <param name="measures">Null where nobody wants to know how long calls take.</param>
    /// <exception cref="ArgumentException">The options are faulty; the message says what to change.</exception>
    public SoapBookkeeping(HttpClient http, SoapOptions options, TimeProvider clock, ILoggerFactory loggers, Measures? measures = null)
    {
        SoapOptions.ThrowIfFaulty(options);
        this.options = options;
        this.clock = clock;
        var logger = loggers.CreateLogger<SoapBookkeeping>();
        client = new SoapClient(http, options, clock, new CallWatch(clock, measures, logger));
        calls = new SessionCalls<BookkeepingCredentials.Soap, SoapSession>(new SoapSessions(client, options), options.ReadTimeout, clock, logger);
    }

    private SoapBookkeeping(SoapOptions options, TimeProvider clock, ILoggerFactory loggers, Measures? measures, HttpClient owned)
        : this(owned, options, clock, loggers, measures) => this.owned = owned;

    /// <summary>A gateway with a connection pool of its own, which it disposes.</summary>
    /// <exception cref="ArgumentException">The options are faulty; the message says what to change.</exception>
    public static SoapBookkeeping Create(SoapOptions options, TimeProvider clock, ILoggerFactory loggers, Measures? measures = null)
    {
        SoapOptions.ThrowIfFaulty(options);
        return new SoapBookkeeping(options, clock, loggers, measures, BooksHttp.CreateClient(options.Endpoint, options.ConnectTimeout));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">An amount has more than two decimals. Nothing was sent.</exception>
    public async Task<Answer<BookingReceipt>> BookAsync(BookkeepingCredentials credentials, Booking booking, CallDeadline deadline)
    {
        var answer = await WriteAsync(credentials, session => AddMutatie.Call(session, booking), deadline);
        return answer.Map(number => new BookingReceipt(number));
    }

    /// <inheritdoc/>
    public Task<Answer<long>> AddDebtorAsync(BookkeepingCredentials credentials, DebtorCard debtor, CallDeadline deadline)
    {
        var today = Today();
        return WriteAsync(credentials, session => AddRelatie.Call(session, debtor, today), deadline);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The id is not above zero: the service takes 0 for no filter. Nothing was sent.</exception>
    public async Task<Answer<BookedCard?>> ReadDebtorAsync(
        BookkeepingCredentials credentials, long id, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        var answer = await ReadAsync(credentials, session => GetRelatie.Call(session, id), cancellationToken);
        return answer.Map(cards => cards.FirstOrDefault(card => card is not null));
    }

    /// <inheritdoc/>
    /// <remarks>A contact of more than 50 characters, which AddRelatie takes and UpdateRelatie does not, is cut.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The id is not above zero. Nothing was sent.</exception>
    public Task<Answer<bool>> UpdateDebtorAsync(BookkeepingCredentials credentials, BookedCard card, CallDeadline deadline)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(card.Id, nameof(card));
        var today = Today();
        return WriteAsync(credentials, session => UpdateRelatie.Call(session, card, today), deadline);
    }

    /// <inheritdoc/>
    public async Task<Answer<DebtorList>> ReadDebtorsAsync(
        BookkeepingCredentials credentials, DebtorLook look, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(credentials, GetRelaties.Call, cancellationToken);
        return answer.Map(debtors => new DebtorList(debtors, IsWhole: true));
    }

    /// <inheritdoc/>
    public async Task<Answer<FoundBookings>> FindBookingsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(credentials, session => GetMutaties.Call(session, invoiceNumber), cancellationToken);
        return answer.Map(mutations => new FoundBookings(mutations, Complete: mutations.Count < GetMutaties.MaxRows));
    }

    /// <inheritdoc/>
    public async Task<Answer<FoundBookings>> ReadMutationsAsync(
        BookkeepingCredentials credentials, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(credentials, session => GetMutaties.Call(session, from, until), cancellationToken);
        return answer.Map(mutations => new FoundBookings(mutations, Complete: mutations.Count < GetMutaties.MaxRows));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above zero: the service takes 0 for no filter. Nothing was sent.</exception>
    public async Task<Answer<BookedMutation?>> FindMutationAsync(
        BookkeepingCredentials credentials, long number, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        var answer = await ReadAsync(credentials, session => GetMutaties.Call(session, number), cancellationToken);
        return answer switch
        {
            // Other mutations than the one asked for: a service that does not heed the filter proves no absence.
            Answer<IReadOnlyList<BookedMutation>>.Success { Value: { Count: > 0 } others } when others.All(other => other.Number != number) =>
                new Answer<BookedMutation?>.NotDone(CallFailure.Unreadable, "mutations that were not asked for"),
            _ => answer.Map(mutations => mutations.FirstOrDefault(mutation => mutation.Number == number)),
        };
    }

    /// <inheritdoc/>
    public async Task<Answer<OpenItems>> ReadOpenItemsAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(credentials, GetOpenPosten.Call, cancellationToken);
        return answer.Map(items => new OpenItems(items, IsSnapshot: true));
    }

    /// <inheritdoc/>
    public async Task<Answer<IReadOnlyList<OpenItem>>> FindOpenItemsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(credentials, GetOpenPosten.Call, cancellationToken);
        return answer.Map<IReadOnlyList<OpenItem>, IReadOnlyList<OpenItem>>(items => [.. items.Where(item => item.InvoiceNumber.Trim() == invoiceNumber)]);
    }

    /// <inheritdoc/>
    public Task<Answer<IReadOnlyList<LedgerAccount>>> ReadLedgerAccountsAsync(
        BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        ReadAsync(credentials, GetGrootboekrekeningen.Call, cancellationToken);

    /// <inheritdoc/>
    public async Task<Answer<IReadOnlyList<LedgerAccount>>> TestAsync(
        BookkeepingCredentials credentials, CancellationToken cancellationToken)
    {
        using var limit = new CallLimit(options.ReadTimeout, clock, cancellationToken);
        return await calls.CallApartAsync(ForSoap(credentials), session => In(GetGrootboekrekeningen.Call(session), limit), limit);
    }

    /// <inheritdoc/>
    public Task EndSessionAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        calls.EndAsync(ForSoap(credentials), cancellationToken);

    public void Dispose() => owned?.Dispose();

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task<Answer<T>> WriteAsync<T>(
        BookkeepingCredentials credentials, Func<SoapSession, SoapCall<T>> callIn, CallDeadline deadline)
    {
        using var limit = new CallLimit(deadline, clock);
        return await calls.CallAsync(ForSoap(credentials), session => In(callIn(session), limit), limit);
    }

    private async Task<Answer<T>> ReadAsync<T>(
        BookkeepingCredentials credentials, Func<SoapSession, SoapCall<T>> callIn, CancellationToken cancellationToken)
    {
        using var limit = new CallLimit(options.ReadTimeout, clock, cancellationToken);
        return await calls.CallAsync(ForSoap(credentials), session => In(callIn(session), limit), limit);
    }

    private SessionCall<T> In<T>(SoapCall<T> call, CallLimit limit) => new(call.Operation, () => client.CallAsync(call, limit));

    private static BookkeepingCredentials.Soap ForSoap(BookkeepingCredentials credentials) => credentials as BookkeepingCredentials.Soap
        ?? throw new ArgumentException($"The SOAP API takes SOAP credentials, not {credentials.GetType().Name}.", nameof(credentials));
}
