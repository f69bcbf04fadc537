using System.Net;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Tests.Rest.Support;
using static PerfectviewFunctions.EBoekhouden.Tests.Rest.Support.ScriptedRest;

namespace PerfectviewFunctions.EBoekhouden.Tests.Rest;

public sealed class TimeLimitTests : IDisposable
{
    private readonly RestBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Booking_without_an_answer_by_its_deadline_is_unclear()
    {
        bench.Service.On(Book, Never);
        var booking = bench.BookAsync();
        await bench.Service.ArrivedAsync(Book);

        bench.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<BookingReceipt>.Unclear>(await booking).Code);
    }

    [Theory]
    [InlineData(OpenSession)]
    [InlineData(Ledger)]
    [InlineData(Relations)]
    public async Task Deadline_that_passes_before_the_booking_leaves_nothing_done(string waits)
    {
        bench.Service.On(waits, Never);
        var booking = bench.BookAsync();
        await bench.Service.ArrivedAsync(waits);

        bench.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<Answer<BookingReceipt>.NotDone>(await booking);
        Assert.DoesNotContain(Book, bench.Service.Calls);
    }

    [Fact]
    public async Task Deadline_that_passes_in_the_look_after_it_leaves_it_booked()
    {
        bench.Service.On(Book, """{"id":77}""").On(Look, Never);
        var booking = bench.BookAsync();
        await bench.Service.ArrivedAsync(Look);

        bench.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(new BookingReceipt(77), Assert.IsType<Answer<BookingReceipt>.Success>(await booking).Value);
    }

    [Fact]
    public async Task Booking_behind_its_deadline_does_not_begin()
    {
        Assert.IsType<Answer<BookingReceipt>.NotDone>(await bench.Books.BookAsync(RestBench.Credentials, RestBench.Booking, CallDeadline.In(TimeSpan.Zero, bench.Clock)));
        Assert.DoesNotContain(Book, bench.Service.Calls);
    }

    [Fact]
    public async Task Read_without_an_answer_was_not_done_and_its_caller_may_leave()
    {
        bench.Service.On(Outstanding, Never);
        var reading = bench.ReadOpenItemsAsync();
        await bench.Service.ArrivedAsync(Outstanding);
        bench.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<OpenItems>.NotDone>(await reading).Code);

        using var caller = new CancellationTokenSource();
        reading = bench.Books.ReadOpenItemsAsync(RestBench.Credentials, caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private static async Task<HttpResponseMessage> Never(SeenCall call, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK);
    }
}
