using System.Net;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

public sealed class FaultTests : SandboxTest
{
    [Theory]
    [InlineData(FaultKind.AnswerLost, 1, "OK")]
    [InlineData(FaultKind.Truncated, 1, "OK")]
    [InlineData(FaultKind.ConnectionReset, 0, "not done")]
    public async Task Dropped_connection_leaves_the_books_as_the_fault_says(FaultKind kind, int mutations, string outcome)
    {
        await Soap.OpenAsync();
        Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie" });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Soap.CallAsync("AddMutatie", Wire.Invoice()));

        Assert.Equal(mutations, Administration.Mutations.Count);
        Assert.Equal((kind, outcome), (Books.Calls.Log[^1].Fault, Books.Calls.Log[^1].Outcome));
        Assert.Equal(mutations == 1 ? "CMUT018" : "", (await Soap.CallAsync("AddMutatie", Wire.Invoice())).ErrorCode);
    }

    [Theory]
    [InlineData(FaultKind.Http500Before, HttpStatusCode.InternalServerError, 0)]
    [InlineData(FaultKind.Http500After, HttpStatusCode.InternalServerError, 1)]
    [InlineData(FaultKind.Malformed, HttpStatusCode.OK, 1)]
    public async Task Answer_without_soap_leaves_the_books_as_the_fault_says(FaultKind kind, HttpStatusCode status, int mutations)
    {
        await Soap.OpenAsync();
        Books.Faults.Add(new Fault(kind));

        var reply = await Soap.CallAsync("AddMutatie", Wire.Invoice());

        Assert.Equal((status, mutations), (reply.Status, Administration.Mutations.Count));
        Assert.DoesNotContain("Envelope", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_commit_appears_only_after_its_delay()
    {
        await Soap.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.CommitLater) { Delay = TimeSpan.FromMinutes(2) });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Soap.CallAsync("AddMutatie", Wire.Invoice()));

        Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Empty(Administration.Mutations);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(Administration.Mutations);
        Assert.Equal(["OK", "not done", "OK"], Books.Calls.Log.Select(call => call.Outcome));
    }

    [Fact]
    public async Task Late_commit_is_refused_when_the_number_was_booked_meanwhile()
    {
        await Soap.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.CommitLater) { Delay = TimeSpan.FromMinutes(2) });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Soap.CallAsync("AddMutatie", Wire.Invoice()));
        await Soap.CallAsync("AddMutatie", Wire.Invoice());

        Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Single(Administration.Mutations);
        Assert.Equal("CMUT018", Books.Calls.Log[^1].Outcome);
    }

    [Theory]
    [InlineData(FaultKind.SlowBefore, 0)]
    [InlineData(FaultKind.SlowAfter, 1)]
    public async Task Slow_answer_waits_on_the_clock_of_the_sandbox(FaultKind kind, int mutationsMeanwhile)
    {
        await Soap.OpenAsync();
        Books.Faults.Add(new Fault(kind) { Delay = TimeSpan.FromSeconds(30) });

        var call = Soap.CallAsync("AddMutatie", Wire.Invoice());
        await UntilAsync(() => Books.Faults.Pending.Count == 0 && Administration.Mutations.Count == mutationsMeanwhile);
        Assert.False(call.IsCompleted);

        // The timer is set just after the fault was taken: go on until it has fired.
        await UntilAsync(() =>
        {
            Clock.Advance(TimeSpan.FromSeconds(30));
            return call.IsCompleted;
        });
        Assert.Equal("1", (await call).Text("Mutatienummer"));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Throttled_call_says_when_to_come_back(int status)
    {
        await Soap.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.Throttled) { Status = status, RetryAfter = TimeSpan.FromSeconds(7) });

        var reply = await Soap.CallAsync("AddMutatie", Wire.Invoice());

        Assert.Equal(((HttpStatusCode)status, TimeSpan.FromSeconds(7)), (reply.Status, reply.RetryAfter));
        Assert.Empty(Administration.Mutations);
    }

    [Fact]
    public async Task Session_that_is_gone_stays_gone()
    {
        await Soap.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.SessionGone));

        Assert.Equal("E002.3", (await Soap.CallAsync("AddMutatie", Wire.Invoice())).ErrorCode);
        Assert.Equal("E002.3", (await Soap.CallAsync("AddMutatie", Wire.Invoice())).ErrorCode);
        await Soap.OpenAsync();
        Assert.Equal("", (await Soap.CallAsync("AddMutatie", Wire.Invoice())).ErrorCode);
    }

    [Fact]
    public async Task Number_is_left_out_of_a_success()
    {
        await Soap.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.NoMutationNumber));

        var reply = await Soap.CallAsync("AddMutatie", Wire.Invoice());

        Assert.Equal(("", null), (reply.ErrorCode, reply.Text("Mutatienummer")));
        Assert.Single(Administration.Mutations);
    }

    [Fact]
    public async Task Refusal_gives_the_code_asked_for()
    {
        await Soap.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.Refuse) { Code = "CMUT777" });

        Assert.Equal("CMUT777", (await Soap.CallAsync("AddMutatie", Wire.Invoice())).ErrorCode);
        Assert.Empty(Administration.Mutations);
    }

    [Fact]
    public async Task Fault_strikes_only_what_it_names_and_as_often_as_it_says()
    {
        await Soap.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "AddMutatie", InvoiceNumber = "F2", RelationCode = RelationCode, Times = 2 });

        async Task<string> BookAsync(string number) => (await Soap.CallAsync("AddMutatie", Wire.Invoice(number))).ErrorCode;

        Assert.Equal(
            ["", "E001.7", "E001.7", ""],
            new[] { await BookAsync("F1"), await BookAsync("F2"), await BookAsync("F2"), await BookAsync("F2") });
    }

    [Fact]
    public async Task Fault_stays_until_it_is_cleared()
    {
        await Soap.OpenAsync();
        var fault = new Fault(FaultKind.Refuse) { Times = Fault.UntilCleared };
        Books.Faults.Add(fault);

        for (var call = 0; call < 3; call++)
        {
            Assert.Equal("E001.7", (await Soap.CallAsync("AddMutatie", Wire.Invoice())).ErrorCode);
        }

        Assert.True(Books.Faults.Remove(fault));
        Assert.Equal("", (await Soap.CallAsync("AddMutatie", Wire.Invoice())).ErrorCode);
    }

    [Fact]
    public async Task Stopping_ends_calls_that_wait()
    {
        await Soap.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.SlowBefore) { Delay = TimeSpan.FromHours(1) });
        var call = Soap.CallAsync("AddMutatie", Wire.Invoice());
        await UntilAsync(() => Books.Faults.Pending.Count == 0);

        await Server.DisposeAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => call);
        Assert.Empty(Administration.Mutations);
    }

    [Fact]
    public async Task Same_invoice_from_many_callers_is_booked_once()
    {
        await Soap.OpenAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Soap.CallAsync("AddMutatie", Wire.Invoice())));

        Assert.Equal(15, replies.Count(reply => reply.ErrorCode == "CMUT018"));
        Assert.Single(Administration.Mutations);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            await Task.Delay(2, limit.Token);
        }
    }
}
