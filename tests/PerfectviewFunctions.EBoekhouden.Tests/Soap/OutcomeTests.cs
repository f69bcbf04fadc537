using System.Net;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

/// <summary>What is known after a failed call: a row for every way to fail. What may have been booked is never called not done.</summary>
public sealed class OutcomeTests : IDisposable
{
    private readonly Bench bench = new();

    public static TheoryData<string, string> Failures => new()
    {
        { "HTTP 202", CallFailure.ServerError },
        { "HTTP 204", CallFailure.ServerError },
        { "HTTP 301", CallFailure.ServerError },
        { "HTTP 302", CallFailure.ServerError },
        { "HTTP 307", CallFailure.ServerError },
        { "HTTP 308", CallFailure.ServerError },
        { "HTTP 400", CallFailure.ServerError },
        { "HTTP 401", CallFailure.ServerError },
        { "HTTP 403", CallFailure.ServerError },
        { "HTTP 404", CallFailure.ServerError },
        { "HTTP 405", CallFailure.ServerError },
        { "HTTP 408", CallFailure.ServerError },
        { "HTTP 413", CallFailure.ServerError },
        { "HTTP 500", CallFailure.ServerError },
        { "HTTP 500 with a fault", CallFailure.ServerError },
        { "HTTP 500 with a number", CallFailure.ServerError },
        { "HTTP 502", CallFailure.ServerError },
        { "HTTP 503", CallFailure.ServerError },
        { "HTTP 504", CallFailure.ServerError },
        { "fault", CallFailure.ServerError },
        { "connection lost", CallFailure.ConnectionLost },
        { "body lost", CallFailure.ConnectionLost },
        { "invalid headers", CallFailure.Unreadable },
        { "no body", CallFailure.Unreadable },
        { "page", CallFailure.Unreadable },
        { "half", CallFailure.Unreadable },
        { "half a list", CallFailure.Unreadable },
        { "without the end of the envelope", CallFailure.Unreadable },
        { "two documents", CallFailure.Unreadable },
        { "other envelope", CallFailure.Unreadable },
        { "other answer", CallFailure.Unreadable },
        { "other namespace", CallFailure.Unreadable },
        { "no result", CallFailure.Unreadable },
        { "nil result", CallFailure.Unreadable },
        { "word for a number", CallFailure.Unreadable },
        { "dtd", CallFailure.Unreadable },
        { "unknown entity", CallFailure.Unreadable },
        { "deep", CallFailure.Unreadable },
        { "unknown charset", CallFailure.Unreadable },
    };

    /// <summary>All of them but one: any text is a session id.</summary>
    public static TheoryData<string, string> OpeningFailures
    {
        get
        {
            var failures = new TheoryData<string, string>();
            foreach (var row in Failures.Where(row => (string)row[0] != "word for a number"))
            {
                failures.Add((string)row[0], (string)row[1]);
            }

            return failures;
        }
    }

    /// <summary>All of them but those that an update, which answers no number and on success perhaps nothing, does not have.</summary>
    public static TheoryData<string, string> UpdateFailures
    {
        get
        {
            var failures = new TheoryData<string, string>();
            foreach (var row in Failures.Where(row => (string)row[0] is not ("word for a number" or "no result" or "nil result")))
            {
                failures.Add((string)row[0], (string)row[1]);
            }

            failures.Add("no answer", CallFailure.Unreadable);
            return failures;
        }
    }

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Booking_that_may_have_been_done_is_unclear(string failure, string code)
    {
        bench.Service.On("AddMutatie", _ => Fail(failure, "AddMutatie", "<Mutatienummer>12</Mutatienummer>", "Mutatienummer"));

        Assert.Equal(code, Assert.IsType<Answer<long>.Unclear>(await bench.BookAsync()).Code);
        Assert.Single(bench.Service.Operations, "AddMutatie");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task New_debtor_that_may_have_been_added_is_unclear(string failure, string code)
    {
        bench.Service.On("AddRelatie", _ => Fail(failure, "AddRelatie", "<Rel_ID>12</Rel_ID>", "Rel_ID"));

        var answer = await bench.Books.AddDebtorAsync(Bench.Credentials, new DebtorCard("PV1", IsPerson: false, "X"), bench.LongEnough);

        Assert.Equal(code, Assert.IsType<Answer<long>.Unclear>(answer).Code);
        Assert.Single(bench.Service.Operations, "AddRelatie");
    }

    [Theory]
    [MemberData(nameof(UpdateFailures))]
    public async Task Update_that_may_have_been_done_is_unclear(string failure, string code)
    {
        bench.Service.On(
            "UpdateRelatie", _ => Fail(failure, "UpdateRelatie", "<LastErrorCode></LastErrorCode><LastErrorDescription />", "LastErrorCode"));

        Assert.Equal(code, Assert.IsType<Answer<bool>.Unclear>(await bench.UpdateDebtorAsync()).Code);
        Assert.Single(bench.Service.Operations, "UpdateRelatie");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Relation_that_was_not_read_whole_is_neither_there_nor_gone(string failure, string code)
    {
        bench.Service.On("GetRelaties", _ => Fail(failure, "GetRelaties", "<Relaties><cRelatie><ID>12</ID></cRelatie></Relaties>", "ID"));

        var answer = await bench.Books.ReadDebtorAsync(Bench.Credentials, 12, default);

        Assert.Equal(code, Assert.IsType<Answer<BookedCard?>.NotDone>(answer).Code);
        Assert.Single(bench.Service.Operations, "GetRelaties");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task List_that_was_not_read_whole_is_no_list(string failure, string code)
    {
        const string Item = "<cMutatieList><MutatieNr>12</MutatieNr><Soort>FactuurVerstuurd</Soort><Datum>2026-01-31</Datum></cMutatieList>";
        bench.Service.On("GetMutaties", _ => Fail(failure, "GetMutaties", $"<Mutaties>{Item}{Item}</Mutaties>", "MutatieNr"));

        Assert.Equal(code, Assert.IsType<Answer<FoundBookings>.NotDone>(await bench.FindBookingsAsync()).Code);
    }

    [Theory]
    [MemberData(nameof(OpeningFailures))]
    public async Task Booking_without_a_session_is_not_done(string failure, string code)
    {
        bench.Service.On("OpenSession", _ => Fail(failure, "OpenSession", "<SessionID>{S}</SessionID>", "SessionID"));

        Assert.Equal(code, Assert.IsType<Answer<long>.NotDone>(await bench.BookAsync()).Code);
        Assert.DoesNotContain("AddMutatie", bench.Service.Operations);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public async Task Booking_that_found_no_connection_is_not_done(HttpRequestError error)
    {
        using var refused = new Bench(handler: new UnreachableFrom("AddMutatie", () => new HttpRequestException(error)));

        Assert.Equal(new Answer<long>.NotDone(CallFailure.Unreachable, error.ToString()), await refused.BookAsync());
    }

    [Fact]
    public async Task Booking_whose_connection_took_too_long_is_not_done()
    {
        using var slow = new Bench(handler: new UnreachableFrom("AddMutatie", () => new TaskCanceledException("", new TimeoutException())));

        Assert.Equal(CallFailure.Unreachable, Assert.IsType<Answer<long>.NotDone>(await slow.BookAsync()).Code);
    }

    [Fact]
    public async Task Connection_error_after_the_body_left_is_unclear()
    {
        bench.Service.On("AddMutatie", _ => throw new HttpRequestException(HttpRequestError.ConnectionError));

        Assert.IsType<Answer<long>.Unclear>(await bench.BookAsync());
    }

    [Fact]
    public async Task Unexpected_exception_after_the_body_left_is_unclear()
    {
        bench.Service.On("AddMutatie", _ => throw new InvalidOperationException("Something nobody thought of."));

        Assert.Equal(CallFailure.ConnectionLost, Assert.IsType<Answer<long>.Unclear>(await bench.BookAsync()).Code);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ConnectionError)]
    public async Task Update_that_found_no_connection_is_not_done(HttpRequestError error)
    {
        using var refused = new Bench(handler: new UnreachableFrom("UpdateRelatie", () => new HttpRequestException(error)));

        Assert.Equal(new Answer<bool>.NotDone(CallFailure.Unreachable, error.ToString()), await refused.UpdateDebtorAsync());
    }

    [Fact]
    public async Task Throttled_update_is_not_done_and_says_when_to_come_back()
    {
        bench.Service.On("UpdateRelatie", _ => WithRetryAfter(HttpStatusCode.TooManyRequests, "120"));

        Assert.Equal(
            new Answer<bool>.NotDone(CallFailure.Throttled, "HTTP 429", TimeSpan.FromSeconds(120)), await bench.UpdateDebtorAsync());
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Mon, 02 Mar 2026 09:01:30 GMT", 90)]
    [InlineData("Mon, 02 Mar 2026 08:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task Throttled_booking_is_not_done_and_says_when_to_come_back(string? retryAfter, int? seconds)
    {
        bench.Service.On("AddMutatie", _ => WithRetryAfter(HttpStatusCode.TooManyRequests, retryAfter));

        var expected = new Answer<long>.NotDone(CallFailure.Throttled, "HTTP 429", seconds is { } s ? TimeSpan.FromSeconds(s) : null);
        Assert.Equal(expected, await bench.BookAsync());
    }

    [Fact]
    public async Task Overloaded_service_leaves_a_booking_unclear_but_tells_a_read_when_to_come_back()
    {
        bench.Service.On("AddMutatie", _ => WithRetryAfter(HttpStatusCode.ServiceUnavailable, "30"));
        bench.Service.On("GetOpenPosten", _ => WithRetryAfter(HttpStatusCode.ServiceUnavailable, "30"));

        Assert.Equal(new Answer<long>.Unclear(CallFailure.ServerError, "HTTP 503"), await bench.BookAsync());
        Assert.Equal(
            new Answer<IReadOnlyList<OpenItem>>.NotDone(CallFailure.ServerError, "HTTP 503", TimeSpan.FromSeconds(30)),
            await bench.ReadOpenItemsAsync());
    }

    [Fact]
    public async Task Answer_longer_than_allowed_is_not_read()
    {
        using var small = new Bench(new SoapOptions { MaxAnswerBytes = 2000 });
        small.Service.On("AddMutatie", $"<Note>{new string('x', 2000)}</Note><Mutatienummer>12</Mutatienummer>");
        small.Service.On("GetOpenPosten", $"<Note>{new string('x', 2000)}</Note>");

        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<long>.Unclear>(await small.BookAsync()).Code);
        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<IReadOnlyList<OpenItem>>.NotDone>(await small.ReadOpenItemsAsync()).Code);
    }

    [Fact]
    public async Task Detail_of_a_failure_quotes_nothing_from_the_wire()
    {
        bench.Service.On("AddMutatie", _ => Wire.Ok("<secret-of-the-service><a></b>"));

        Assert.DoesNotContain("secret", Assert.IsType<Answer<long>.Unclear>(await bench.BookAsync()).Detail, StringComparison.Ordinal);
    }

    private static HttpResponseMessage WithRetryAfter(HttpStatusCode status, string? value)
    {
        var response = Wire.With(status);
        if (value is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", value);
        }

        return response;
    }

    /// <summary>An answer that would be a success, spoiled in one way.</summary>
    private static HttpResponseMessage Fail(string failure, string operation, string result, string numberElement)
    {
        var good = Wire.Answer(operation, "<ErrorMsg />" + result);
        return failure switch
        {
            "HTTP 500 with a fault" => Wire.With(HttpStatusCode.InternalServerError, Wire.Envelope(Wire.Fault)),
            "HTTP 500 with a number" => Wire.With(HttpStatusCode.InternalServerError, good),
            _ when failure.StartsWith("HTTP ", StringComparison.Ordinal) =>
                Wire.With((HttpStatusCode)int.Parse(failure[5..], System.Globalization.CultureInfo.InvariantCulture), "<html>"),
            "fault" => Wire.Ok(Wire.Envelope(Wire.Fault)),
            "connection lost" => throw new HttpRequestException(HttpRequestError.ResponseEnded),
            "invalid headers" => throw new HttpRequestException(HttpRequestError.InvalidResponse),
            "body lost" => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BreakingStream(good)) },
            "no body" => Wire.Ok(""),
            "page" => Wire.Ok("<!DOCTYPE html><html><body>Onderhoud</body></html>"),
            "half" => Wire.Ok(good[..(good.IndexOf(numberElement, StringComparison.Ordinal) + numberElement.Length + 2)]),
            "half a list" => Wire.Ok(good[..(good.LastIndexOf($"</{numberElement}>", StringComparison.Ordinal) + numberElement.Length + 3)]),
            "without the end of the envelope" => Wire.Ok(good[..good.LastIndexOf("</soap:Envelope>", StringComparison.Ordinal)]),
            "two documents" => Wire.Ok(good + good[good.IndexOf("<soap:Env", StringComparison.Ordinal)..]),
            "other envelope" => Wire.Ok(good.Replace("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope", StringComparison.Ordinal)),
            "other answer" => Wire.Ok(good.Replace(operation, "AddFactuur", StringComparison.Ordinal)),
            "other namespace" => Wire.Ok(good.Replace("http://www.e-boekhouden.nl/soap", "urn:other", StringComparison.Ordinal)),
            "no answer" => Wire.Ok(Wire.Envelope("")),
            "no result" => Wire.Ok(Wire.Envelope($"<{operation}Response xmlns=\"http://www.e-boekhouden.nl/soap\" />")),
            "nil result" => Wire.Ok(good.Replace($"<{operation}Result>", $"<{operation}Result xsi:nil=\"true\">", StringComparison.Ordinal)),
            "word for a number" => Wire.Ok(good.Replace(">12<", ">twaalf<", StringComparison.Ordinal)),
            "dtd" => Wire.Ok(good.Replace("?><", "?><!DOCTYPE x [<!ENTITY a \"12\">]><", StringComparison.Ordinal)),
            "unknown entity" => Wire.Ok(good.Replace("<ErrorMsg />", "<ErrorMsg>&a;</ErrorMsg>", StringComparison.Ordinal)),
            "deep" => Wire.Ok(good.Replace(
                "<ErrorMsg />", string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100)), StringComparison.Ordinal)),
            "unknown charset" => Wire.Ok(good.Replace("utf-8", "x-none", StringComparison.Ordinal)),
            _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "No such way to fail."),
        };
    }
}
