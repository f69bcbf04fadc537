using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

/// <summary>A process that was paused goes on before its timers fire: no call may then begin whose time is over.</summary>
public sealed class PausedProcessTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Booking_that_was_paused_behind_its_session_is_not_sent(bool byTimeOfDay)
    {
        var clock = new PausedClock(byTimeOfDay);
        using var service = new ScriptedService().On("AddMutatie", "<Mutatienummer>12</Mutatienummer>");
        using var handler = new Pausing(service, clock, after: "OpenSession");

        var answer = await BookAsync(handler, clock);

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<long>.NotDone>(answer).Code);
        Assert.DoesNotContain("AddMutatie", service.Operations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Booking_that_was_paused_before_its_first_byte_is_not_sent(bool byTimeOfDay)
    {
        var clock = new PausedClock(byTimeOfDay);
        using var service = new ScriptedService().On("AddMutatie", "<Mutatienummer>12</Mutatienummer>");
        using var handler = new Pausing(service, clock, before: "AddMutatie");

        var answer = await BookAsync(handler, clock);

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<long>.NotDone>(answer).Code);
        Assert.DoesNotContain("AddMutatie", service.Operations);
    }

    [Fact]
    public async Task Booking_that_was_paused_behind_its_last_byte_is_what_the_answer_says()
    {
        var clock = new PausedClock(byTimeOfDay: true);
        using var service = new ScriptedService().On("AddMutatie", "<Mutatienummer>12</Mutatienummer>");
        using var handler = new Pausing(service, clock, after: "AddMutatie");

        Assert.Equal(new Answer<long>.Success(12), await BookAsync(handler, clock));
    }

    /// <summary>After the lease was looked at and before the gateway did anything: the time it gets is the lease's, and not so long from then on.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Booking_that_was_paused_before_the_gateway_had_it_is_not_sent(bool byTimeOfDay)
    {
        var clock = new PausedClock(byTimeOfDay);
        using var service = new ScriptedService().On("AddMutatie", "<Mutatienummer>12</Mutatienummer>");
        var reserved = CallDeadline.In(Limit, clock);
        clock.Pause();

        var answer = await BookAsync(service, clock, reserved);

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<long>.NotDone>(answer).Code);
        Assert.DoesNotContain("AddMutatie", service.Operations);
    }

    private static async Task<Answer<long>> BookAsync(HttpMessageHandler handler, TimeProvider clock, CallDeadline? deadline = null)
    {
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var logs = new CapturedLogs();
        using var books = new SoapBookkeeping(http, new SoapOptions(), clock, logs);
        return await books.BookAsync(Bench.Credentials, Bench.Booking, deadline ?? CallDeadline.In(Limit, clock)).NumberAsync();
    }

    /// <summary>Moves on without firing any timer; the one clock or the other, whichever did not stand still.</summary>
    private sealed class PausedClock(bool byTimeOfDay) : TimeProvider
    {
        private TimeSpan passed;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero) + (byTimeOfDay ? passed : TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => byTimeOfDay ? 0 : passed.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Silent();

        public void Pause() => passed += Limit;

        private sealed class Silent : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    /// <summary>Pauses the process before a call's body leaves, or when it is answered.</summary>
    private sealed class Pausing(HttpMessageHandler inner, PausedClock clock, string? before = null, string? after = null) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var action = request.Headers.GetValues("SOAPAction").Single();
            if (before is not null && action.Contains(before, StringComparison.Ordinal))
            {
                clock.Pause();
            }

            var answer = await base.SendAsync(request, cancellationToken);
            if (after is not null && action.Contains(after, StringComparison.Ordinal))
            {
                clock.Pause();
            }

            return answer;
        }
    }
}
