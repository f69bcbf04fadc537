using System.Net;
using System.Net.Http.Headers;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Tests.Rest.Support;
using static PerfectviewFunctions.EBoekhouden.Tests.Rest.Support.ScriptedRest;

namespace PerfectviewFunctions.EBoekhouden.Tests.Rest;

/// <summary>What is known after a call, by status and body, of what changes the books and of what does not.</summary>
public sealed class OutcomeTests : IDisposable
{
    private const string WithCode = """{"code":"MUT_005","title":"Periode gesloten","message":"De periode is gesloten.","type":"validation","status":400}""";

    private readonly RestBench bench = new();

    public static TheoryData<HttpStatusCode, string, string> WithoutProof => new()
    {
        { HttpStatusCode.OK, "", CallFailure.Unreadable },
        { HttpStatusCode.OK, "<html></html>", CallFailure.Unreadable },
        { HttpStatusCode.Created, "null", CallFailure.Unreadable },
        { HttpStatusCode.Created, """{"id":77""", CallFailure.Unreadable },
        { HttpStatusCode.Created, """{"id":"seven"}""", CallFailure.Unreadable },
        { HttpStatusCode.Created, """{"id":77}{}""", CallFailure.Unreadable },
        { HttpStatusCode.Created, "[]", CallFailure.Unreadable },
        { HttpStatusCode.Created, "{}", CallFailure.NoNumber },
        { HttpStatusCode.Created, """{"id":null}""", CallFailure.NoNumber },
        { HttpStatusCode.Created, """{"id":0}""", CallFailure.NoNumber },
        { HttpStatusCode.Created, """{"id":-3}""", CallFailure.NoNumber },
        { HttpStatusCode.Accepted, """{"id":77}""", CallFailure.ServerError },
        { HttpStatusCode.NoContent, "", CallFailure.ServerError },
        { HttpStatusCode.Found, "", CallFailure.ServerError },
        { HttpStatusCode.TemporaryRedirect, "", CallFailure.ServerError },
        { HttpStatusCode.BadRequest, "", CallFailure.ServerError },
        { HttpStatusCode.BadRequest, "<html></html>", CallFailure.ServerError },
        { HttpStatusCode.BadRequest, """{"title":"One or more validation errors occurred.","status":400}""", CallFailure.ServerError },
        { HttpStatusCode.BadRequest, """{"code":"","title":"x"}""", CallFailure.ServerError },
        { HttpStatusCode.BadRequest, """{"code":"with spaces","title":"x"}""", CallFailure.ServerError },
        { HttpStatusCode.BadRequest, """{"code":"ERR_001","title":"Er ging iets mis"}""", CallFailure.ServerError },
        { HttpStatusCode.Forbidden, "blocked", CallFailure.ServerError },
        { HttpStatusCode.NotFound, "", CallFailure.ServerError },
        { HttpStatusCode.MethodNotAllowed, WithCode, CallFailure.ServerError },
        { HttpStatusCode.RequestTimeout, "", CallFailure.ServerError },
        { HttpStatusCode.UnprocessableEntity, WithCode, CallFailure.ServerError },
        { HttpStatusCode.InternalServerError, WithCode, CallFailure.ServerError },
        { HttpStatusCode.BadGateway, "", CallFailure.ServerError },
        { HttpStatusCode.ServiceUnavailable, WithCode, CallFailure.ServerError },
        { HttpStatusCode.GatewayTimeout, "", CallFailure.ServerError },
    };

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(WithoutProof))]
    public async Task Write_of_which_nothing_is_proven_is_unclear_and_made_once(HttpStatusCode status, string body, string code)
    {
        bench.Service.On(Book, _ => Json(status, body)).On(AddRelation, _ => Json(status, body));

        Assert.Equal(code, Assert.IsType<Answer<BookingReceipt>.Unclear>(await bench.BookAsync()).Code);
        Assert.Equal(code, Assert.IsType<Answer<long>.Unclear>(await bench.AddDebtorAsync()).Code);
        Assert.Equal([1, 1], new[] { Book, AddRelation }.Select(call => bench.Service.Calls.Count(made => made == call)));
    }

    [Theory]
    [MemberData(nameof(WithoutProof))]
    public async Task Read_that_failed_was_not_done(HttpStatusCode status, string body, string code)
    {
        Assert.NotEmpty(code);
        bench.Service.On(Outstanding, _ => Json(status, body)).On(Find, _ => Json(status, body)).On(Relation, _ => Json(status, body));

        Assert.IsType<Answer<OpenItems>.NotDone>(await bench.ReadOpenItemsAsync());
        Assert.IsType<Answer<FoundBookings>.NotDone>(await bench.FindBookingsAsync());
        Assert.IsType<Answer<BookedCard?>.NotDone>(await bench.Books.ReadDebtorAsync(RestBench.Credentials, 21, default));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Conflict)]
    public async Task Refusal_with_a_code_is_one(HttpStatusCode status)
    {
        foreach (var call in new[] { Book, AddRelation, ChangeRelation, Outstanding })
        {
            bench.Service.On(call, _ => Json(status, WithCode));
        }

        Assert.Equal(new Answer<BookingReceipt>.Refused("MUT_005", "De periode is gesloten."), await bench.BookAsync());
        Assert.Equal(new Answer<long>.Refused("MUT_005", "De periode is gesloten."), await bench.AddDebtorAsync());
        Assert.Equal(new Answer<bool>.Refused("MUT_005", "De periode is gesloten."), await bench.UpdateDebtorAsync());
        Assert.Equal(new Answer<OpenItems>.Refused("MUT_005", "De periode is gesloten."), await bench.ReadOpenItemsAsync());
    }

    [Theory]
    [InlineData("""{"Code":"mut_005","Title":"Titel","Errors":{"x":["y"]}}""", "MUT_005", "Titel")]
    [InlineData("""{"code":"MUT_005","message":null,"title":null,"errors":[]}""", "MUT_005", null)]
    public async Task Error_body_is_read_in_any_case_and_whatever_else_it_holds(string body, string code, string? text)
    {
        bench.Service.On(Book, _ => Json(HttpStatusCode.BadRequest, body));

        Assert.Equal(new Answer<BookingReceipt>.Refused(code, text), await bench.BookAsync());
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Change_is_done_with_204_alone(HttpStatusCode status)
    {
        bench.Service.On(ChangeRelation, _ => Json(HttpStatusCode.NoContent, ""));
        Assert.Equal(new Answer<bool>.Success(true), await bench.UpdateDebtorAsync());

        bench.Service.On(ChangeRelation, _ => Json(status, "{}"));
        Assert.Equal(CallFailure.ServerError, Assert.IsType<Answer<bool>.Unclear>(await bench.UpdateDebtorAsync()).Code);
    }

    [Fact]
    public async Task Throttled_call_was_not_done_and_says_how_long_to_wait()
    {
        foreach (var (header, wait) in new (RetryConditionHeaderValue?, TimeSpan?)[]
        {
            (null, null),
            (new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)), TimeSpan.FromSeconds(7)),
            (new RetryConditionHeaderValue(Whole(bench.Clock.GetUtcNow()) + TimeSpan.FromSeconds(90)), TimeSpan.FromSeconds(90)),
            (new RetryConditionHeaderValue(bench.Clock.GetUtcNow() - TimeSpan.FromSeconds(90)), TimeSpan.Zero),
        })
        {
            HttpResponseMessage Throttled()
            {
                var answer = Json(HttpStatusCode.TooManyRequests, WithCode);
                answer.Headers.RetryAfter = header;
                return answer;
            }

            bench.Service.On(Book, _ => Throttled()).On(Outstanding, _ => Throttled());
            var booking = Assert.IsType<Answer<BookingReceipt>.NotDone>(await bench.BookAsync());
            var reading = Assert.IsType<Answer<OpenItems>.NotDone>(await bench.ReadOpenItemsAsync());

            Assert.Equal((CallFailure.Throttled, CallFailure.Throttled), (booking.Code, reading.Code));
            Assert.InRange(booking.RetryAfter ?? TimeSpan.FromHours(1), (wait ?? TimeSpan.FromHours(1)) - TimeSpan.FromSeconds(1), wait ?? TimeSpan.FromHours(1));
            Assert.Equal(booking.RetryAfter, reading.RetryAfter);
        }
    }

    [Fact]
    public async Task Absence_is_known_by_its_code_alone()
    {
        bench.Service.On(Look, _ => Refused(HttpStatusCode.NotFound, "MUT_300")).On(Relation, _ => Refused(HttpStatusCode.NotFound, "REL_055"));
        Assert.Null(Assert.IsType<Answer<BookedMutation?>.Success>(await bench.Books.FindMutationAsync(RestBench.Credentials, 77, default)).Value);
        Assert.Null(Assert.IsType<Answer<BookedCard?>.Success>(await bench.Books.ReadDebtorAsync(RestBench.Credentials, 21, default)).Value);

        bench.Service.On(Look, _ => Refused(HttpStatusCode.NotFound, "ERR_002")).On(Relation, _ => Refused(HttpStatusCode.BadRequest, "REL_055"));
        Assert.IsType<Answer<BookedMutation?>.Refused>(await bench.Books.FindMutationAsync(RestBench.Credentials, 77, default));
        Assert.IsType<Answer<BookedCard?>.Refused>(await bench.Books.ReadDebtorAsync(RestBench.Credentials, 21, default));
    }

    [Fact]
    public async Task Answer_longer_than_may_be_read_is_unreadable()
    {
        using var narrow = new RestBench(new() { MaxAnswerBytes = 1024 });
        narrow.Service.On(Book, $$"""{"id":77,"x":"{{new string('x', 2000)}}"}""");

        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<BookingReceipt>.Unclear>(await narrow.BookAsync()).Code);
    }

    [Fact]
    public async Task List_is_read_up_to_as_many_items_as_all_its_pages_may_have()
    {
        bench.Service.On(Outstanding, $$"""{"items":[{{Many("{}", 200_001)}}]}""");
        Assert.Equal("more items than a list may have", Assert.IsType<Answer<OpenItems>.NotDone>(await bench.ReadOpenItemsAsync()).Detail);

        bench.Service.On(Look, $$"""{"id":77,"rows":[{{Many("{}", 200_001)}}]}""");
        Assert.Equal("more items than a list may have", Assert.IsType<Answer<BookedMutation?>.NotDone>(
            await bench.Books.FindMutationAsync(RestBench.Credentials, 77, default)).Detail);
    }

    [Fact]
    public async Task One_relation_is_read_up_to_a_mebibyte_and_a_list_beyond()
    {
        var filler = $"\"x\":\"{new string('x', 1024 * 1024)}\"";
        bench.Service.On(Relation, $$"""{"id":21,"code":"PV10001",{{filler}}}""").On(Outstanding, $$"""{"items":[],{{filler}}}""");

        Assert.Equal(
            "the answer is longer than may be read",
            Assert.IsType<Answer<BookedCard?>.NotDone>(await bench.Books.ReadDebtorAsync(RestBench.Credentials, 21, default)).Detail);
        Assert.IsType<Answer<OpenItems>.Success>(await bench.ReadOpenItemsAsync());
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Call_of_which_nothing_left_was_not_done(HttpRequestError error)
    {
        using var unreachable = new RestBench(handler: new Unreachable(bench.Service, error));
        var answer = Assert.IsType<Answer<BookingReceipt>.NotDone>(await unreachable.BookAsync());

        Assert.Equal(CallFailure.Unreachable, answer.Code);
        Assert.DoesNotContain(Book, bench.Service.Calls);
    }

    [Fact]
    public async Task Connection_lost_after_sending_is_unclear_for_a_write_and_not_done_for_a_read()
    {
        bench.Service.On(Book, _ => throw new HttpRequestException(HttpRequestError.ResponseEnded)).On(Outstanding, _ => throw new IOException());

        Assert.Equal(CallFailure.ConnectionLost, Assert.IsType<Answer<BookingReceipt>.Unclear>(await bench.BookAsync()).Code);
        Assert.Equal(CallFailure.ConnectionLost, Assert.IsType<Answer<OpenItems>.NotDone>(await bench.ReadOpenItemsAsync()).Code);
    }

    [Fact]
    public async Task Failed_look_after_a_booking_leaves_it_booked()
    {
        HttpResponseMessage[] failures =
        [
            Json(HttpStatusCode.InternalServerError, ""), Json(HttpStatusCode.OK, "{}"), Refused(HttpStatusCode.NotFound, "MUT_300"),
            Refused(HttpStatusCode.Forbidden, "SECURITY_001"), Json(HttpStatusCode.TooManyRequests, ""), Json(HttpStatusCode.Unauthorized, ""),
        ];
        bench.Service.On(Book, """{"id":77}""");
        foreach (var failure in failures)
        {
            bench.Service.On(Look, _ => failure);
            var receipt = Assert.IsType<Answer<BookingReceipt>.Success>(await bench.BookAsync()).Value;

            Assert.Equal((77, null), (receipt.Number, receipt.Lines));
            Assert.Contains(bench.Logs.Lines, line => line.StartsWith("Warning: Mutation 77 was booked, but", StringComparison.Ordinal));
        }
    }

    private static string Many(string item, int times) => string.Join(',', Enumerable.Repeat(item, times));

    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), at.Offset);

    /// <summary>Fails a booking before anything of it was sent.</summary>
    private sealed class Unreachable(ScriptedRest inner, HttpRequestError error) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath == "/v1/mutation"
                ? throw new HttpRequestException(error)
                : base.SendAsync(request, cancellationToken);
    }
}
