using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

/// <summary>Time limits and callers that leave. The clock stands still until a test moves it.</summary>
public sealed class TimeLimitTests : IDisposable
{
    private readonly Bench bench = new();
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Booking_without_an_answer_in_time_is_unclear()
    {
        NeverAnswers("AddMutatie");
        var booking = bench.BookAsync(bench.In(TimeSpan.FromSeconds(20)));
        await reached.Task;

        bench.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<long>.Unclear>(await booking).Code);
    }

    [Fact]
    public async Task Update_without_an_answer_in_time_is_unclear()
    {
        NeverAnswers("UpdateRelatie");
        var update = bench.Books.UpdateDebtorAsync(Bench.Credentials, Bench.Card, bench.In(TimeSpan.FromSeconds(20)));
        await reached.Task;

        bench.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<bool>.Unclear>(await update).Code);
        Assert.Single(bench.Service.Operations, "UpdateRelatie");
    }

    [Fact]
    public async Task Reading_of_a_relation_without_an_answer_in_time_is_not_done()
    {
        NeverAnswers("GetRelaties");
        var reading = bench.ReadDebtorAsync();
        await reached.Task;

        bench.Clock.Advance(new SoapOptions().ReadTimeout);

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<BookedCard?>.NotDone>(await reading).Code);
    }

    [Fact]
    public async Task Booking_whose_answer_breaks_off_in_time_is_unclear()
    {
        bench.Service.On("AddMutatie", (_, _) =>
        {
            reached.SetResult();
            return Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new EndlessStream()) });
        });
        var booking = bench.BookAsync(bench.In(TimeSpan.FromSeconds(20)));
        await reached.Task;

        bench.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<long>.Unclear>(await booking).Code);
    }

    [Fact]
    public async Task Booking_whose_time_is_up_before_a_session_is_open_is_not_done()
    {
        NeverAnswers("OpenSession");
        var booking = bench.BookAsync(bench.In(TimeSpan.FromSeconds(20)));
        await reached.Task;

        bench.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<long>.NotDone>(await booking).Code);
        Assert.DoesNotContain("AddMutatie", bench.Service.Operations);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task Booking_without_any_time_left_is_not_done(int seconds)
    {
        await bench.ReadLedgerAccountsAsync();

        var answer = await bench.BookAsync(bench.In(TimeSpan.FromSeconds(seconds)));

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<long>.NotDone>(answer).Code);
        Assert.DoesNotContain("AddMutatie", bench.Service.Operations);
    }

    [Fact]
    public async Task Time_for_a_booking_includes_the_renewal_of_its_session()
    {
        bench.Service.On("AddMutatie", Wire.Error("E0023"));
        await bench.BookAsync();
        NeverAnswers("OpenSession");
        var booking = bench.BookAsync(bench.In(TimeSpan.FromSeconds(20)));
        await reached.Task;

        bench.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<long>.NotDone>(await booking).Code);
    }

    [Fact]
    public async Task Read_without_an_answer_in_time_is_not_done()
    {
        NeverAnswers("GetOpenPosten");
        var reading = bench.ReadOpenItemsAsync();
        await reached.Task;

        bench.Clock.Advance(new SoapOptions().ReadTimeout);

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<IReadOnlyList<OpenItem>>.NotDone>(await reading).Code);
    }

    [Fact]
    public async Task Reader_who_leaves_gets_the_cancellation()
    {
        NeverAnswers("GetOpenPosten");
        using var caller = new CancellationTokenSource();
        var reading = bench.Books.ReadOpenItemsAsync(Bench.Credentials, caller.Token);
        await reached.Task;

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task Caller_who_leaves_while_a_session_opens_takes_it_from_nobody()
    {
        var opening = new TaskCompletionSource();
        bench.Service.On("OpenSession", async (_, _) =>
        {
            reached.SetResult();
            await opening.Task;
            return Wire.Ok(Wire.Answer("OpenSession", "<SessionID>{S}</SessionID>"));
        });
        bench.Service.On("AddMutatie", "<Mutatienummer>12</Mutatienummer>");
        using var caller = new CancellationTokenSource();
        var first = bench.Books.ReadLedgerAccountsAsync(Bench.Credentials, caller.Token);
        await reached.Task;
        var second = bench.BookAsync();

        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        opening.SetResult();

        Assert.Equal(new Answer<long>.Success(12), await second);
        Assert.Single(bench.Service.Operations, "OpenSession");
    }

    [Fact]
    public async Task Opening_that_never_ends_is_given_up_for_all()
    {
        NeverAnswers("OpenSession");
        var booking = bench.BookAsync(bench.In(TimeSpan.FromHours(1)));
        await reached.Task;

        bench.Clock.Advance(new SoapOptions().ReadTimeout);

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<long>.NotDone>(await booking).Code);
    }

    private void NeverAnswers(string operation) => bench.Service.On(operation, async (_, cancellationToken) =>
    {
        reached.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("Unreachable.");
    });

    /// <summary>A body of which nothing ever comes.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
