using System.Net;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

public sealed class CallbackFaultTests : CallbackTest
{
    [Theory]
    [InlineData(CallbackFaultKind.Status, 503, CallbackEffect.NotTaken)]
    [InlineData(CallbackFaultKind.StatusAfter, 503, CallbackEffect.Applied)]
    [InlineData(CallbackFaultKind.Redirect, 302, CallbackEffect.NotTaken)]
    [InlineData(CallbackFaultKind.HugeAnswer, 200, CallbackEffect.Applied)]
    public async Task Failure_answers_as_it_says(CallbackFaultKind kind, int status, CallbackEffect effect)
    {
        Receiver.Faults.Add(new CallbackFault(kind) { RetryAfter = TimeSpan.FromSeconds(7), AnswerBytes = 1_000_001 });

        using var answer = await Sender.SendAsync("a", CallbackSender.BodyOf());

        var arrival = Assert.Single(Receiver.Arrivals);
        Assert.Equal((status, status, effect, kind), ((int)answer.StatusCode, arrival.Status, arrival.Effect, arrival.Fault));
        Assert.Equal(kind == CallbackFaultKind.Redirect ? "/perfectview/callbacks/redirected" : null, answer.Headers.Location?.ToString());
        Assert.Equal(kind == CallbackFaultKind.HugeAnswer ? 1_000_001 : 0, (await answer.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal(status == 200 ? null : TimeSpan.FromSeconds(7), answer.Headers.RetryAfter?.Delta);

        // The same message again: what was not taken is taken now.
        Assert.Equal(HttpStatusCode.NoContent, await Sender.PostAsync("a", CallbackSender.BodyOf()));
        Assert.Equal(
            effect == CallbackEffect.Applied ? CallbackEffect.Repeated : CallbackEffect.Applied, Receiver.Arrivals[^1].Effect);
        Assert.Single(Receiver.Messages);
    }

    [Theory]
    [InlineData(CallbackFaultKind.DropBefore, 0)]
    [InlineData(CallbackFaultKind.DropAfter, 1)]
    public async Task Dropped_connection_leaves_what_is_known_as_the_failure_says(CallbackFaultKind kind, int messages)
    {
        Receiver.Faults.Add(new CallbackFault(kind));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Sender.PostAsync("a", CallbackSender.BodyOf()));

        Assert.Equal((1, messages, null), (Receiver.Arrivals.Count, Receiver.Messages.Count, Receiver.Arrivals[0].Status));
    }

    [Fact]
    public async Task Slow_answer_waits_on_the_clock_of_the_sandbox()
    {
        Receiver.Faults.Add(new CallbackFault(CallbackFaultKind.Slow) { Delay = TimeSpan.FromMinutes(2) });
        var call = Sender.PostAsync("a", CallbackSender.BodyOf());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Receiver.Messages.Count == 0)
        {
            await Task.Delay(2, limit.Token);
        }

        Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(call.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NoContent, await call);
    }

    [Fact]
    public async Task Failure_strikes_what_it_names_as_often_as_it_says()
    {
        Receiver.Faults.Add(new CallbackFault(CallbackFaultKind.Status) { InvoiceNumber = "F2", Tenant = "demo", Status = 500, Times = 2 });
        var always = new CallbackFault(CallbackFaultKind.Status) { Tenant = "other", Times = Fault.UntilCleared };
        Receiver.Faults.Add(always);
        var next = 0;

        async Task<int> PostAsync(string number, string tenant = "demo") =>
            (int)await Sender.PostAsync($"{next++}", CallbackSender.BodyOf(number, tenant: tenant));

        int[] answers =
        [
            await PostAsync("F1"), await PostAsync("F2"), await PostAsync("F2"), await PostAsync("F2"),
            await PostAsync("F2", "other"), await PostAsync("F1", "other"),
        ];

        Assert.Equal([204, 500, 500, 204, 503, 503], answers);
        Assert.Equal([always], Receiver.Faults.Pending);
        Assert.True(Receiver.Faults.Remove(always));
        Assert.Equal(204, await PostAsync("F1", "other"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Receiver.Faults.Add(always with { Times = 0 }));
    }

    [Fact]
    public async Task Wrong_signature_is_refused_also_when_the_answer_is_slow_or_huge()
    {
        Receiver.Secret = "whsec_bm90IHRoaXMgb25l";
        foreach (var kind in new[] { CallbackFaultKind.Slow, CallbackFaultKind.HugeAnswer })
        {
            Receiver.Faults.Add(new CallbackFault(kind));
            Assert.Equal(HttpStatusCode.Unauthorized, await Sender.PostAsync("a", CallbackSender.BodyOf(), "v1,bm8="));
        }

        Assert.All(Receiver.Arrivals, arrival => Assert.Equal(CallbackEffect.Refused, arrival.Effect));
    }
}
