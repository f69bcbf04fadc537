using System.Net;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Tests.Rest.Support;
using static PerfectviewFunctions.EBoekhouden.Tests.Rest.Support.ScriptedRest;

namespace PerfectviewFunctions.EBoekhouden.Tests.Rest;

public sealed class SessionTests : IDisposable
{
    private readonly RestBench bench = new();

    public SessionTests() => bench.Service.On(Book, """{"id":77}""").On(Outstanding, """{"items":[],"count":0}""");

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task One_session_serves_all_who_call_at_once()
    {
        var gate = new TaskCompletionSource();
        bench.Service.On(OpenSession, async (_, _) =>
        {
            await gate.Task;
            return Json(HttpStatusCode.OK, """{"token":"T-1","expiresIn":3600}""");
        });

        var readings = Enumerable.Range(0, 10).Select(_ => bench.ReadOpenItemsAsync()).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(readings), answer => Assert.IsType<Answer<OpenItems>.Success>(answer));
        bench.Service.Single(OpenSession);
    }

    [Theory]
    [InlineData(3600, 3539, 3541)]
    [InlineData(120, 59, 61)]
    [InlineData(60, 29, 31)]
    [InlineData(2, 0, 1)]
    public async Task Session_is_renewed_a_minute_before_its_end_or_at_half_of_a_short_one(int lasts, int good, int spent)
    {
        bench.Service.On(OpenSession, _ => Json(HttpStatusCode.OK, $$"""{"token":"T","expiresIn":{{lasts}}}"""));
        await bench.ReadOpenItemsAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(good));
        await bench.ReadOpenItemsAsync();
        bench.Service.Single(OpenSession);

        bench.Clock.Advance(TimeSpan.FromSeconds(spent - good));
        await bench.ReadOpenItemsAsync();

        Assert.Equal(2, bench.Service.Calls.Count(call => call == OpenSession));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "")]
    [InlineData(HttpStatusCode.Unauthorized, "SECURITY_010")]
    [InlineData(HttpStatusCode.Unauthorized, "SECURITY_999")]
    [InlineData(HttpStatusCode.Forbidden, "SECURITY_010")]
    [InlineData(HttpStatusCode.BadRequest, "SECURITY_010")]
    public async Task Call_refused_for_its_session_is_repeated_once_in_a_new_one(HttpStatusCode status, string code)
    {
        bench.Service.On(Book, call => call.Session == "T-1"
            ? code.Length > 0 ? Refused(status, code) : new HttpResponseMessage(status)
            : Json(HttpStatusCode.Created, """{"id":77}"""));

        Assert.Equal(77, Assert.IsType<Answer<BookingReceipt>.Success>(await bench.BookAsync()).Value.Number);
        Assert.Equal(["T-1", "T-2"], bench.Service.Seen.Where(call => call.Name == Book).Select(call => call.Session));
    }

    [Fact]
    public async Task Call_refused_in_two_sessions_was_not_done()
    {
        bench.Service.On(Book, _ => new HttpResponseMessage(HttpStatusCode.Unauthorized));

        Assert.Equal(CallFailure.SessionRefused, Assert.IsType<Answer<BookingReceipt>.NotDone>(await bench.BookAsync()).Code);
        Assert.Equal(2, bench.Service.Calls.Count(call => call == Book));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "API_SESSION_003", "API_SESSION_003")]
    [InlineData(HttpStatusCode.BadRequest, "API_SESSION_004", "API_SESSION_004")]
    [InlineData(HttpStatusCode.Unauthorized, "API_SESSION_004", "API_SESSION_004")]
    [InlineData(HttpStatusCode.Forbidden, "SECURITY_003", "SECURITY_003")]
    [InlineData(HttpStatusCode.Unauthorized, "SECURITY_010", "SECURITY_999")]
    [InlineData(HttpStatusCode.Unauthorized, "", "SECURITY_999")]
    public async Task Refused_token_refuses_the_call(HttpStatusCode status, string code, string told)
    {
        bench.Service.On(OpenSession, _ => code.Length > 0 ? Refused(status, code, RestBench.Token) : new HttpResponseMessage(status));

        Assert.Equal(new Answer<BookingReceipt>.Refused(told), await bench.BookAsync());
        Assert.Equal([OpenSession], bench.Service.Calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "{}")]
    [InlineData(HttpStatusCode.OK, """{"token":""}""")]
    [InlineData(HttpStatusCode.OK, """{"token":"a\r\nX-Other: b"}""")]
    [InlineData(HttpStatusCode.Forbidden, "blocked")]
    [InlineData(HttpStatusCode.InternalServerError, "")]
    public async Task No_session_to_be_had_means_not_done_and_the_next_call_tries_again(HttpStatusCode status, string body)
    {
        bench.Service.On(OpenSession, _ => Json(status, body));
        Assert.IsType<Answer<BookingReceipt>.NotDone>(await bench.BookAsync());
        Assert.DoesNotContain(Book, bench.Service.Calls);

        bench.Service.On(OpenSession, _ => Json(HttpStatusCode.OK, """{"token":"T","expiresIn":3600}"""));
        Assert.IsType<Answer<BookingReceipt>.Success>(await bench.BookAsync());
    }

    [Fact]
    public async Task Session_of_unknown_length_is_kept_until_it_is_refused()
    {
        bench.Service.On(OpenSession, _ => Json(HttpStatusCode.OK, """{"token":"T"}"""));
        await bench.ReadOpenItemsAsync();
        bench.Clock.Advance(TimeSpan.FromDays(2));
        await bench.ReadOpenItemsAsync();

        bench.Service.Single(OpenSession);
    }

    [Fact]
    public async Task Ended_session_is_closed_and_what_was_known_forgotten()
    {
        await bench.BookAsync();
        await bench.Books.EndSessionAsync(RestBench.Credentials, default);
        await bench.Books.EndSessionAsync(RestBench.Credentials, default);
        Assert.Equal("T-1", bench.Service.Single(CloseSession).Session);

        await bench.BookAsync();
        Assert.Equal(2, bench.Service.Calls.Count(call => call == Ledger));
    }

    [Fact]
    public async Task Test_has_a_session_of_its_own_and_closes_it()
    {
        await bench.ReadOpenItemsAsync();
        var accounts = Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.Success>(await bench.Books.TestAsync(RestBench.Credentials, default)).Value;

        Assert.Equal(new LedgerAccount("1300", "", "DEB", 11), accounts[0]);
        Assert.Equal("T-2", bench.Service.Single(Ledger).Session);
        Assert.Equal("T-2", bench.Service.Single(CloseSession).Session);
    }

    [Fact]
    public async Task Tokens_have_sessions_apart()
    {
        await bench.ReadOpenItemsAsync();
        await bench.Books.ReadOpenItemsAsync(new BookkeepingCredentials.Rest("another"), default);

        Assert.Equal(["T-1", "T-2"], bench.Service.Seen.Where(call => call.Name == Outstanding).Select(call => call.Session));
    }
}
