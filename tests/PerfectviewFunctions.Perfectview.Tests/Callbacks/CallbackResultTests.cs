using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Perfectview.Tests.Callbacks.Support;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks;

/// <summary>Whatever a receiver does, it becomes a result.</summary>
public sealed class CallbackResultTests
{
    /// <summary>What nothing may repeat.</summary>
    private const string Body = "words-of-the-receiver";

    private static readonly TimeSpan TimeLimit = new CallbackOptions().Timeout;

    [Theory]
    [InlineData("200 OK")]
    [InlineData("201 Created")]
    [InlineData("202 Accepted")]
    [InlineData("204 No Content")]
    [InlineData("299 Whatever")]
    public async Task Status_in_the_two_hundreds_is_delivered(string status)
    {
        await using var receiver = new Receiver(_ => Answer.Of(status));
        using var bench = new SenderBench();

        Assert.IsType<CallbackResult.Delivered>(await bench.SendAsync(receiver.Address()));
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task Redirect_is_not_followed(string status)
    {
        await using var elsewhere = new Receiver(_ => Answer.Of("200 OK"));
        await using var receiver = new Receiver(_ => Answer.Of(status, $"Location: {elsewhere.Address()}\r\n"));
        using var bench = new SenderBench();

        Assert.Equal(new CallbackResult.Failed(CallbackFailure.Redirected, $"HTTP {status[..3]}"), await bench.SendAsync(receiver.Address()));
        Assert.Single(receiver.Requests);
        Assert.Equal(0, elsewhere.Connections);
    }

    [Theory]
    [InlineData("400 Bad Request")]
    [InlineData("401 Unauthorized")]
    [InlineData("404 Not Found")]
    [InlineData("407 Proxy Authentication Required")]
    [InlineData("410 Gone")]
    [InlineData("413 Too Large")]
    [InlineData("429 Too Many Requests")]
    [InlineData("500 " + Body)]
    [InlineData("503 Service Unavailable")]
    [InlineData("999 " + Body)]
    public async Task Other_status_is_refused_and_nothing_else_of_the_answer_is_told(string status)
    {
        await using var receiver = new Receiver(_ => Answer.Of(status, $"X-{Body}: {Body}\r\nWWW-Authenticate: Basic realm=\"{Body}\"\r\n", Body));
        using var bench = new SenderBench();

        Assert.Equal(new CallbackResult.Failed(CallbackFailure.Refused, $"HTTP {status[..3]}"), await bench.SendAsync(receiver.Address()));
        Assert.Single(receiver.Requests);
        Assert.Contains($"HTTP {status[..3]}", bench.Logs, StringComparison.Ordinal);
        Assert.DoesNotContain(Body, bench.Logs, StringComparison.Ordinal);
        Assert.DoesNotContain(Samples.Secret["whsec_".Length..], bench.Logs, StringComparison.Ordinal);
        Assert.DoesNotContain("/payments", bench.Logs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", 0)]
    [InlineData("2147483647", 2147483647)]
    [InlineData("Mon, 02 Mar 2026 09:05:00 GMT", 300)]
    [InlineData("Mon, 02 Mar 2026 08:00:00 GMT", 0)]
    [InlineData("-5", null)]
    [InlineData("99999999999999", null)]
    [InlineData("soon", null)]
    public async Task Retry_after_is_told(string header, int? seconds)
    {
        await using var receiver = new Receiver(_ => Answer.Of("429 Too Many Requests", $"Retry-After: {header}\r\n"));
        using var bench = new SenderBench();

        var failed = await bench.FailAsync(receiver.Address());

        Assert.Equal(seconds is { } known ? TimeSpan.FromSeconds(known) : null, failed.RetryAfter);
    }

    [Fact]
    public async Task Body_without_an_end_is_not_waited_for()
    {
        var endless = $"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n{new string('x', 1024)}";
        await using var receiver = new Receiver(_ => new Answer(endless, AnswerEnd.NeverEnds));
        using var bench = new SenderBench();

        Assert.IsType<CallbackResult.Delivered>(await bench.SendAsync(receiver.Address()));
        await receiver.SenderLeft.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("this is no HTTP\r\n\r\n")]
    [InlineData("HTTP/1.1 2x0 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno header\r\n\r\n")]
    public async Task Answer_that_is_no_HTTP_is_refused(string text)
    {
        await using var receiver = new Receiver(_ => new Answer(text, AnswerEnd.Closes));
        using var bench = new SenderBench();

        Assert.Equal(new CallbackResult.Failed(CallbackFailure.Refused, "InvalidResponse"), await bench.SendAsync(receiver.Address()));
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(20, "ConfigurationLimitExceeded")]
    public async Task Headers_beyond_a_few_kilobytes_are_refused(int kilobytes, string? detail)
    {
        var headers = string.Concat(Enumerable.Repeat($"X-More: {new string('x', 1014)}\r\n", kilobytes));
        await using var receiver = new Receiver(_ => Answer.Of("200 OK", headers));
        using var bench = new SenderBench();

        CallbackResult expected = detail is null ? new CallbackResult.Delivered() : new CallbackResult.Failed(CallbackFailure.Refused, detail);
        Assert.Equal(expected, await bench.SendAsync(receiver.Address()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    public async Task Connection_that_breaks_after_sending_is_lost(string text)
    {
        await using var receiver = new Receiver(_ => new Answer(text, AnswerEnd.Closes));
        using var bench = new SenderBench();

        var failed = await bench.FailAsync(receiver.Address());

        Assert.Equal((CallbackFailure.ConnectionLost, "ResponseEnded"), (failed.Code, failed.Detail));
    }

    [Fact]
    public async Task Nobody_listening_is_unreachable()
    {
        var receiver = new Receiver(_ => Answer.Drop);
        await receiver.DisposeAsync();
        using var bench = new SenderBench();

        Assert.Equal(
            new CallbackResult.Failed(CallbackFailure.Unreachable, "ConnectionError (ConnectionRefused)"),
            await bench.SendAsync(receiver.Address()));
    }

    [Fact]
    public async Task Unknown_name_is_unreachable()
    {
        using var bench = new SenderBench();

        var failed = await bench.FailAsync("https://receiver.example/payments");

        Assert.Equal((CallbackFailure.Unreachable, "NameResolutionError (HostNotFound)"), (failed.Code, failed.Detail));
        Assert.Equal(["receiver.example"], bench.Resolved);
    }

    [Fact]
    public async Task Certificate_that_nobody_vouches_for_is_unreachable_and_gets_nothing()
    {
        using var certificate = Certificates.SelfSigned();
        await using var receiver = new Receiver(_ => Answer.Of("200 OK"), certificate);
        using var bench = new SenderBench();

        Assert.Equal(
            new CallbackResult.Failed(CallbackFailure.Unreachable, "SecureConnectionError"), await bench.SendAsync(receiver.Address("https")));
        Assert.Equal(1, receiver.Connections);
        Assert.Empty(receiver.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: ")]
    [InlineData("HTTP/1.1 103 Early Hints\r\n\r\n")]
    public async Task Receiver_that_does_not_finish_answering_is_given_up_at_the_time_limit(string text)
    {
        await using var receiver = new Receiver(_ => new Answer(text, AnswerEnd.Hangs));
        using var bench = new SenderBench();

        var sending = bench.SendAsync(receiver.Address());
        await receiver.Arrived;
        bench.Time.Advance(TimeLimit - TimeSpan.FromSeconds(1));
        Assert.False(sending.IsCompleted);
        bench.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(CallbackFailure.TimedOut, Assert.IsType<CallbackResult.Failed>(await sending).Code);
    }

    [Fact]
    public async Task Name_service_that_does_not_answer_is_given_up_at_the_time_limit()
    {
        var asked = new TaskCompletionSource();
        using var bench = new SenderBench(resolve: async (_, cancel) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
            return [];
        });

        var sending = bench.SendAsync("https://receiver.example/");
        await asked.Task;
        bench.Time.Advance(TimeLimit);

        Assert.Equal(CallbackFailure.TimedOut, Assert.IsType<CallbackResult.Failed>(await sending).Code);
    }

    [Fact]
    public async Task Caller_that_leaves_gets_no_result()
    {
        await using var receiver = new Receiver(_ => new Answer("", AnswerEnd.Hangs));
        using var bench = new SenderBench();
        using var caller = new CancellationTokenSource();

        var sending = bench.SendAsync(receiver.Address(), cancellationToken: caller.Token);
        await receiver.Arrived;
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }
}
