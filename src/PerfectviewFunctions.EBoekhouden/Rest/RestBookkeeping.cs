using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.EBoekhouden.Rest.Memory;
using PerfectviewFunctions.EBoekhouden.Rest.Messages;
using PerfectviewFunctions.EBoekhouden.Rest.Reading;
using PerfectviewFunctions.EBoekhouden.Rest.Sessions;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Sessions;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest;

/// <summary>The books of e-Boekhouden through its REST API. One instance per process: it holds the sessions and what it learnt of ids.</summary>
public sealed class RestBookkeeping : IBookkeeping, IDisposable
{
    private readonly RestOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly RestClient client;
    private readonly SessionCalls<BookkeepingCredentials.Rest, RestSession> sessions;
    private readonly RestMemories memories = new();
    private readonly HttpClient? owned;

    /// <param name="http">
    /// Must follow no redirects, keep no cookies and have no time-out of its own, as the client of <see cref="Create"/>. Not disposed here.
    /// </param>
    /// <param name="measures">Null where nobody wants to know how long calls take.</param>
    /// <exception cref="ArgumentException">The options are faulty; the message says what to change.</exception>
    public RestBookkeeping(HttpClient http, RestOptions options, TimeProvider clock, ILoggerFactory loggers, Measures? measures = null)
    {
        RestOptions.ThrowIfFaulty(options);
        this.options = options;
        this.clock = clock;
        logger = loggers.CreateLogger<RestBookkeeping>();
        client = new RestClient(http, options, clock, new CallWatch(clock, measures, logger));
        sessions = new SessionCalls<BookkeepingCredentials.Rest, RestSession>(
            new RestSessions(client, options, clock), options.ReadTimeout, clock, logger);
    }

    private RestBookkeeping(RestOptions options, TimeProvider clock, ILoggerFactory loggers, Measures? measures, HttpClient owned)
        : this(owned, options, clock, loggers, measures) => this.owned = owned;

    /// <summary>A gateway with a connection pool of its own, which it disposes.</summary>
    /// <exception cref="ArgumentException">The options are faulty; the message says what to change.</exception>
    public static RestBookkeeping Create(RestOptions options, TimeProvider clock, ILoggerFactory loggers, Measures? measures = null)
    {
        RestOptions.ThrowIfFaulty(options);
        return new RestBookkeeping(options, clock, loggers, measures, BooksHttp.CreateClient(options.Endpoint, options.ConnectTimeout));
    }

    /// <inheritdoc/>
    /// <remarks>One call where the ids are known and the VAT is certain. Reading what was booked takes of the same deadline, and its failure changes nothing.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An amount has more than two decimals. Nothing was sent.</exception>
    public Task<Answer<BookingReceipt>> BookAsync(BookkeepingCredentials credentials, Booking booking, CallDeadline deadline) =>
        WriteAsync(credentials, (run, memory) => new Booker(run, memory, options, logger).BookAsync(booking), deadline);

    /// <inheritdoc/>
    public Task<Answer<long>> AddDebtorAsync(BookkeepingCredentials credentials, DebtorCard debtor, CallDeadline deadline) => WriteAsync(
        credentials,
        async (run, memory) =>
        {
            var answer = await run.CallAsync(RelationMessages.Add(debtor));
            return answer.Map(added =>
            {
                memory.Relations.Keep(added);
                return added.Id;
            });
        },
        deadline);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The id is not above zero. Nothing was sent.</exception>
    public Task<Answer<BookedCard?>> ReadDebtorAsync(BookkeepingCredentials credentials, long id, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        return ReadAsync(credentials, (run, _) => run.CallAsync(RelationMessages.Get(id)), cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>What the card does not know is not sent, and stays. A bank account or Chamber-of-Commerce number that the API would refuse is left as it is too.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The id is not above zero. Nothing was sent.</exception>
    public Task<Answer<bool>> UpdateDebtorAsync(BookkeepingCredentials credentials, BookedCard card, CallDeadline deadline)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(card.Id, nameof(card));
        return WriteAsync(
            credentials,
            async (run, memory) =>
            {
                var answer = await run.CallAsync(RelationMessages.Update(card));
                if (answer is Answer<bool>.Success)
                {
                    memory.Relations.Keep(new RelationKey(card.Id, card.Card.Code.Trim()));
                }

                return answer;
            },
            deadline);
    }

    /// <inheritdoc/>
    public Task<Answer<DebtorList>> ReadDebtorsAsync(
        BookkeepingCredentials credentials, DebtorLook look, CancellationToken cancellationToken) =>
        ReadAsync(credentials, (run, memory) => new DebtorReading(run, memory.Relations).ReadAsync(look), cancellationToken);

    /// <inheritdoc/>
    public Task<Answer<FoundBookings>> FindBookingsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken) =>
        ReadAsync(credentials, (run, memory) => MutationReading.FindAsync(run, memory.Relations, invoiceNumber), cancellationToken);

    /// <inheritdoc/>
    public Task<Answer<FoundBookings>> ReadMutationsAsync(
        BookkeepingCredentials credentials, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        ReadAsync(credentials, (run, memory) => MutationReading.ReadAsync(run, memory.Relations, from, until), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above zero. Nothing was sent.</exception>
    public Task<Answer<BookedMutation?>> FindMutationAsync(BookkeepingCredentials credentials, long number, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        return ReadAsync(credentials, (run, memory) => MutationReading.FindAsync(run, memory.Relations, number), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Answer<OpenItems>> ReadOpenItemsAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        ReadAsync(credentials, (run, memory) => OpenItemReading.ReadAsync(run, memory.Relations, invoiceNumber: null), cancellationToken);

    /// <inheritdoc/>
    public async Task<Answer<IReadOnlyList<OpenItem>>> FindOpenItemsAsync(
        BookkeepingCredentials credentials, string invoiceNumber, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(
            credentials, (run, memory) => OpenItemReading.ReadAsync(run, memory.Relations, invoiceNumber), cancellationToken);
        return answer.Map<OpenItems, IReadOnlyList<OpenItem>>(found => [.. found.Items.Where(item => item.InvoiceNumber.Trim() == invoiceNumber)]);
    }

    /// <inheritdoc/>
    public async Task<Answer<IReadOnlyList<LedgerAccount>>> ReadLedgerAccountsAsync(
        BookkeepingCredentials credentials, CancellationToken cancellationToken) => await ReadAsync(
        credentials,
        async (run, memory) =>
        {
            var answer = await LedgerReading.ReadAsync(run);
            return answer.Map(accounts =>
            {
                memory.Ledgers.Keep(accounts);
                return accounts;
            });
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<Answer<IReadOnlyList<LedgerAccount>>> TestAsync(
        BookkeepingCredentials credentials, CancellationToken cancellationToken)
    {
        using var limit = new CallLimit(options.ReadTimeout, clock, cancellationToken);
        return await sessions.CallApartAsync(
            ForRest(credentials),
            session => new SessionCall<IReadOnlyList<LedgerAccount>>(
                "GET ledger", () => LedgerReading.ReadAsync(new RestRun.Apart(client, session, limit))),
            limit);
    }

    /// <inheritdoc/>
    public Task EndSessionAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken)
    {
        var ofRest = ForRest(credentials);
        memories.Forget(ofRest);
        return sessions.EndAsync(ofRest, cancellationToken);
    }

    public void Dispose() => owned?.Dispose();

    private async Task<Answer<T>> WriteAsync<T>(
        BookkeepingCredentials credentials, Func<RestRun, RestMemory, Task<Answer<T>>> work, CallDeadline deadline)
    {
        using var limit = new CallLimit(deadline, clock);
        return await WorkAsync(ForRest(credentials), work, limit);
    }

    private async Task<Answer<T>> ReadAsync<T>(
        BookkeepingCredentials credentials, Func<RestRun, RestMemory, Task<Answer<T>>> work, CancellationToken cancellationToken)
    {
        using var limit = new CallLimit(options.ReadTimeout, clock, cancellationToken);
        return await WorkAsync(ForRest(credentials), work, limit);
    }

    private Task<Answer<T>> WorkAsync<T>(
        BookkeepingCredentials.Rest credentials, Func<RestRun, RestMemory, Task<Answer<T>>> work, CallLimit limit) =>
        work(new RestRun.Pooled(client, sessions, credentials, limit), memories.Of(credentials));

    private static BookkeepingCredentials.Rest ForRest(BookkeepingCredentials credentials) => credentials as BookkeepingCredentials.Rest
        ?? throw new ArgumentException($"The REST API takes a token, not {credentials.GetType().Name}.", nameof(credentials));
}
