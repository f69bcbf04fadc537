using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Transport;

/// <summary>Each gateway as it is composed, over real connections that fail. A booking reaches the far end once at most.</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly CapturedLogs logs = new();

    public void Dispose() => logs.Dispose();

    [Theory]
    [InlineData("soap", "\r\nSOAPAction: \"http://www.e-boekhouden.nl/soap/AddMutatie\"\r\n", "\r\nContent-Type: text/xml; charset=utf-8\r\n")]
    [InlineData("rest", "\r\nAuthorization: T-1\r\n", "\r\nContent-Type: application/json; charset=utf-8\r\n")]
    public async Task Booking_that_is_answered_is_done(string api, params string[] headers)
    {
        await using var far = new FarEnd(api, logs, booking: null);

        Assert.Equal(new Answer<long>.Success(12), await far.BookAsync());
        Assert.All(headers, header => Assert.Contains(header, far.Sent, StringComparison.Ordinal));
        Assert.DoesNotContain("Transfer-Encoding", far.Sent, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("soap", false)]
    [InlineData("soap", true)]
    [InlineData("rest", false)]
    [InlineData("rest", true)]
    public async Task Connection_dropped_after_the_request_was_read_is_unclear_and_not_repeated(string api, bool isNew)
    {
        // Where it is not new, the booking goes over the connection that the calls before it left in the pool: there a handler might try again.
        await using var far = new FarEnd(api, logs, Reply.Drop, closes: isNew);

        Assert.Equal(CallFailure.ConnectionLost, Assert.IsType<Answer<long>.Unclear>(await far.BookAsync()).Code);
        Assert.Equal(1, far.Bookings);
    }

    [Theory]
    [InlineData("soap", "HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("soap", "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n<soap:Envelope")]
    [InlineData("soap", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<soap\r\n")]
    [InlineData("rest", "HTTP/1.1 201 Created\r\nContent-Le")]
    [InlineData("rest", "HTTP/1.1 201 Created\r\nContent-Length: 9999\r\n\r\n{\"id\":12")]
    [InlineData("rest", "HTTP/1.1 201 Created\r\nContent-Length: 9999\r\n\r\n{\"id\":12}")]
    [InlineData("rest", "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n")]
    public async Task Answer_that_breaks_off_is_unclear(string api, string half)
    {
        await using var far = new FarEnd(api, logs, new Reply(half, Closes: true));

        Assert.Equal(CallFailure.ConnectionLost, Assert.IsType<Answer<long>.Unclear>(await far.BookAsync()).Code);
        Assert.Equal(1, far.Bookings);
    }

    [Theory]
    [InlineData("soap")]
    [InlineData("rest")]
    public async Task Answer_that_is_not_http_is_unclear(string api)
    {
        await using var far = new FarEnd(api, logs, new Reply("220 mail.example.test ESMTP\r\n\r\n", Closes: false));

        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<long>.Unclear>(await far.BookAsync()).Code);
    }

    [Theory]
    [InlineData("soap", "302 Found")]
    [InlineData("soap", "307 Temporary Redirect")]
    [InlineData("soap", "308 Permanent Redirect")]
    [InlineData("rest", "302 Found")]
    [InlineData("rest", "307 Temporary Redirect")]
    [InlineData("rest", "308 Permanent Redirect")]
    public async Task Redirect_is_not_followed(string api, string status)
    {
        await using var far = new FarEnd(api, logs, Reply.Http("", status, "Location: /v1/mutation\r\n"));

        Assert.Equal(CallFailure.ServerError, Assert.IsType<Answer<long>.Unclear>(await far.BookAsync()).Code);
        Assert.Equal(1, far.Bookings);
    }

    [Theory]
    [InlineData("soap")]
    [InlineData("rest")]
    public async Task Cookie_is_not_sent_back(string api)
    {
        await using var far = new FarEnd(api, logs, booking: null, headers: "Set-Cookie: ASP.NET_SessionId=abc\r\n");

        Assert.Equal(new Answer<long>.Success(12), await far.BookAsync());
        Assert.DoesNotContain("abc", far.Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soap")]
    [InlineData("rest")]
    public async Task Service_that_is_gone_before_a_booking_is_not_done(string api)
    {
        await using var far = new FarEnd(api, logs, booking: null, closes: true);
        await far.BookAsync();
        far.StopListening();

        Assert.Equal(
            new Answer<long>.NotDone(CallFailure.Unreachable, "ConnectionError (ConnectionRefused)"), await far.BookAsync());
        Assert.Equal(1, far.Bookings);
    }

    [Theory]
    [InlineData("soap")]
    [InlineData("rest")]
    public async Task Service_that_was_never_there_is_not_done(string api)
    {
        await using var far = new FarEnd(api, logs, booking: null);
        far.StopListening();

        Assert.Equal(CallFailure.Unreachable, Assert.IsType<Answer<long>.NotDone>(await far.BookAsync()).Code);
    }

    [Theory]
    [InlineData("soap")]
    [InlineData("rest")]
    public async Task Failed_tls_handshake_is_not_done(string api)
    {
        await using var far = new FarEnd(api, logs, Reply.Drop, dropsAtOnce: true, scheme: "https");

        Assert.Equal(CallFailure.Unreachable, Assert.IsType<Answer<long>.NotDone>(await far.BookAsync()).Code);
    }

    [Theory]
    [InlineData("soap")]
    [InlineData("rest")]
    public async Task Handshake_that_never_ends_is_given_up_after_the_connect_timeout(string api)
    {
        await using var far = new FarEnd(api, logs, Reply.Drop, scheme: "https", connectTimeout: TimeSpan.FromMilliseconds(50));

        Assert.Equal(CallFailure.Unreachable, Assert.IsType<Answer<long>.NotDone>(await far.BookAsync()).Code);
    }

    /// <summary>A server that answers what comes before a booking, and the booking itself as it is told.</summary>
    private sealed class FarEnd : IAsyncDisposable
    {
        private readonly WireApi api;
        private readonly RawServer server;
        private readonly IBookkeeping books;

        /// <param name="booking">What a booking gets; null for its answer.</param>
        /// <param name="closes">Every connection ends with its first answer.</param>
        public FarEnd(
            string api, CapturedLogs logs, Reply? booking, bool closes = false, string headers = "", bool dropsAtOnce = false, string scheme = "http", TimeSpan? connectTimeout = null)
        {
            this.api = WireApi.Of(api);
            server = new RawServer(
                request => this.api.AnswerBefore(request) is { } body ? Reply.Http(body, headers: headers, closes: closes)
                    : booking ?? Reply.Http(this.api.Booked, this.api.BookedStatus, closes: closes),
                dropsAtOnce);
            books = this.api.Connect(new UriBuilder(server.Address) { Scheme = scheme }.Uri, logs, connectTimeout ?? TimeSpan.FromSeconds(10));
        }

        /// <summary>The booking as it came.</summary>
        public string Sent => server.Last(api.Booking);

        public int Bookings => server.Count(api.Booking);

        public void StopListening() => server.StopListening();

        public Task<Answer<long>> BookAsync() =>
            books.BookAsync(api.Credentials, Bench.Booking, CallDeadline.In(TimeSpan.FromSeconds(30), TimeProvider.System)).NumberAsync();

        public async ValueTask DisposeAsync()
        {
            ((IDisposable)books).Dispose();
            await server.DisposeAsync();
        }
    }
}
