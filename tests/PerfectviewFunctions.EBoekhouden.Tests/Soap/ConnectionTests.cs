using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

/// <summary>The gateway as it is composed, over real connections that fail. A booking reaches the far end once at most.</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly CapturedLogs logs = new();

    public void Dispose() => logs.Dispose();

    [Fact]
    public async Task Booking_that_is_answered_is_done()
    {
        await using var server = new RawServer(request => IsOpening(request) ? Opened : Booked);
        using var books = Connect(server.Address);

        Assert.Equal(new Answer<long>.Success(12), await BookAsync(books));
        Assert.Contains("\r\nSOAPAction: \"http://www.e-boekhouden.nl/soap/AddMutatie\"\r\n", server.Last, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: text/xml; charset=utf-8\r\n", server.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("Transfer-Encoding", server.Last, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Connection_dropped_after_the_request_was_read_is_unclear_and_not_repeated()
    {
        // The booking goes over the connection that OpenSession left in the pool: there a handler might try again.
        await using var server = new RawServer(request => IsOpening(request) ? Opened : Reply.Drop);
        using var books = Connect(server.Address);

        Assert.Equal(CallFailure.ConnectionLost, Assert.IsType<Answer<long>.Unclear>(await BookAsync(books)).Code);
        Assert.Equal(1, server.Count("AddMutatie"));
    }

    [Fact]
    public async Task New_connection_dropped_after_the_request_was_read_is_unclear_and_not_repeated()
    {
        await using var server = new RawServer(request => IsOpening(request) ? Reply.Http(OpenedBody, closes: true) : Reply.Drop);
        using var books = Connect(server.Address);

        Assert.Equal(CallFailure.ConnectionLost, Assert.IsType<Answer<long>.Unclear>(await BookAsync(books)).Code);
        Assert.Equal(1, server.Count("AddMutatie"));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n<soap:Envelope")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<soap\r\n")]
    public async Task Answer_that_breaks_off_is_unclear(string half)
    {
        await using var server = new RawServer(request => IsOpening(request) ? Opened : new Reply(half, Closes: true));
        using var books = Connect(server.Address);

        Assert.Equal(CallFailure.ConnectionLost, Assert.IsType<Answer<long>.Unclear>(await BookAsync(books)).Code);
        Assert.Equal(1, server.Count("AddMutatie"));
    }

    [Fact]
    public async Task Answer_that_is_not_http_is_unclear()
    {
        await using var server = new RawServer(request => IsOpening(request) ? Opened : new Reply("220 mail.example.test ESMTP\r\n\r\n", Closes: false));
        using var books = Connect(server.Address);

        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<long>.Unclear>(await BookAsync(books)).Code);
    }

    [Theory]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task Redirect_is_not_followed(string status)
    {
        await using var server = new RawServer(request =>
            IsOpening(request) ? Opened : Reply.Http("", status, "Location: /soap.asmx\r\n"));
        using var books = Connect(server.Address);

        Assert.Equal(CallFailure.ServerError, Assert.IsType<Answer<long>.Unclear>(await BookAsync(books)).Code);
        Assert.Equal(1, server.Count("AddMutatie"));
    }

    [Fact]
    public async Task Cookie_is_not_sent_back()
    {
        await using var server = new RawServer(request => IsOpening(request)
            ? Reply.Http(OpenedBody, headers: "Set-Cookie: ASP.NET_SessionId=abc\r\n")
            : Booked);
        using var books = Connect(server.Address);

        Assert.Equal(new Answer<long>.Success(12), await BookAsync(books));
        Assert.DoesNotContain("abc", server.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_that_is_gone_before_the_booking_is_not_done()
    {
        await using var server = new RawServer(request => IsOpening(request)
            ? Reply.Http(OpenedBody)
            : Reply.Http(Wire.Answer("GetGrootboekrekeningen", ""), closes: true));
        using var books = Connect(server.Address);
        await books.ReadLedgerAccountsAsync(Bench.Credentials, default);
        server.StopListening();

        Assert.Equal(
            new Answer<long>.NotDone(CallFailure.Unreachable, "ConnectionError (ConnectionRefused)"), await BookAsync(books));
        Assert.Equal(0, server.Count("AddMutatie"));
    }

    [Fact]
    public async Task Service_that_was_never_there_is_not_done()
    {
        Uri address;
        await using (var server = new RawServer(_ => Reply.Drop))
        {
            address = server.Address;
        }

        using var books = Connect(address);

        Assert.Equal(CallFailure.Unreachable, Assert.IsType<Answer<long>.NotDone>(await BookAsync(books)).Code);
    }

    [Fact]
    public async Task Failed_tls_handshake_is_not_done()
    {
        await using var server = new RawServer(_ => Reply.Drop, dropsAtOnce: true);
        using var books = Connect(new UriBuilder(server.Address) { Scheme = "https" }.Uri);

        Assert.Equal(CallFailure.Unreachable, Assert.IsType<Answer<long>.NotDone>(await BookAsync(books)).Code);
    }

    [Fact]
    public async Task Handshake_that_never_ends_is_given_up_after_the_connect_timeout()
    {
        await using var server = new RawServer(_ => Reply.Drop);
        using var books = SoapBookkeeping.Create(
            new SoapOptions
            {
                Endpoint = new UriBuilder(server.Address) { Scheme = "https" }.Uri,
                ConnectTimeout = TimeSpan.FromMilliseconds(50),
            },
            TimeProvider.System,
            logs);

        Assert.Equal(CallFailure.Unreachable, Assert.IsType<Answer<long>.NotDone>(await BookAsync(books)).Code);
    }

    private static string OpenedBody => Wire.Answer("OpenSession", "<SessionID>{S-1}</SessionID>");

    private static Reply Opened => Reply.Http(OpenedBody);

    private static Reply Booked => Reply.Http(Wire.Answer("AddMutatie", "<Mutatienummer>12</Mutatienummer>"));

    private static bool IsOpening(string request) => request.Contains("<OpenSession xmlns=", StringComparison.Ordinal);

    private static Task<Answer<long>> BookAsync(SoapBookkeeping books) => books.BookAsync(
        Bench.Credentials, Bench.Booking, CallDeadline.In(TimeSpan.FromSeconds(30), TimeProvider.System)).NumberAsync();

    private SoapBookkeeping Connect(Uri address) => SoapBookkeeping.Create(new SoapOptions { Endpoint = address }, TimeProvider.System, logs);
}
