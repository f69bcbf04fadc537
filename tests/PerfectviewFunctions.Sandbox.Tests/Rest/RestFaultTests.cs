using System.Net;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests.Rest;

/// <summary>Every fault over REST, under the SOAP name of what the call does.</summary>
public sealed class RestFaultTests : RestTest
{
    [Theory]
    [InlineData(FaultKind.AnswerLost, 1, "OK")]
    [InlineData(FaultKind.Truncated, 1, "OK")]
    [InlineData(FaultKind.ConnectionReset, 0, "not done")]
    public async Task Dropped_connection_leaves_the_books_as_the_fault_says(FaultKind kind, int mutations, string outcome)
    {
        await Rest.OpenAsync();
        Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie" });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Rest.PostAsync("mutation", Invoice()));

        Assert.Equal(mutations, Administration.Mutations.Count);
        Assert.Equal((kind, outcome, CallApi.Rest), (Books.Calls.Log[^1].Fault, Books.Calls.Log[^1].Outcome, Books.Calls.Log[^1].Api));
        Assert.Equal(mutations == 1 ? "MUT_020" : "", (await Rest.PostAsync("mutation", Invoice())).Code);
    }

    [Theory]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.Truncated)]
    public async Task Answer_without_a_body_is_lost_whole(FaultKind kind)
    {
        await Rest.OpenAsync();
        Books.Faults.Add(new Fault(kind) { Operation = "UpdateRelatie" });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Rest.PatchAsync($"relation/{RelationId}", new() { ["name"] = "Nieuw" }));

        Assert.Equal("Nieuw", Administration.Relations[0].Name);
    }

    [Theory]
    [InlineData(FaultKind.Http500Before, HttpStatusCode.InternalServerError, 0)]
    [InlineData(FaultKind.Http500After, HttpStatusCode.InternalServerError, 1)]
    [InlineData(FaultKind.Malformed, HttpStatusCode.Created, 1)]
    public async Task Answer_without_json_leaves_the_books_as_the_fault_says(FaultKind kind, HttpStatusCode status, int mutations)
    {
        await Rest.OpenAsync();
        Books.Faults.Add(new Fault(kind));

        var reply = await Rest.PostAsync("mutation", Invoice());

        Assert.Equal((status, mutations), (reply.Status, Administration.Mutations.Count));
        Assert.StartsWith("<html>", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Malformed_answer_that_would_have_no_body_has_one()
    {
        await Rest.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.Malformed));

        var reply = await Rest.PatchAsync($"relation/{RelationId}", new() { ["name"] = "Nieuw" });

        Assert.Equal((HttpStatusCode.OK, "Nieuw"), (reply.Status, Administration.Relations[0].Name));
        Assert.StartsWith("<html>", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_commit_appears_only_after_its_delay_and_by_the_rules_of_then()
    {
        await Rest.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.CommitLater) { Delay = TimeSpan.FromMinutes(2), Times = 2 });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Rest.PostAsync("mutation", Invoice()));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Rest.PostAsync("mutation", Invoice()));

        Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Empty(Administration.Mutations);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(Administration.Mutations);
        Assert.Equal(["OK", "not done", "not done", "OK", "MUT_020"], Books.Calls.Log.Select(call => call.Outcome));
        Assert.All(Books.Calls.Log, call => Assert.Equal(CallApi.Rest, call.Api));
    }

    [Fact]
    public async Task Reading_call_is_never_done_late()
    {
        await Rest.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.CommitLater) { Times = 2 });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Rest.GetAsync("mutation"));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Rest.CallAsync(HttpMethod.Delete, "session", null));

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await Rest.GetAsync("mutation")).Status);
    }

    [Theory]
    [InlineData(FaultKind.SlowBefore, 0)]
    [InlineData(FaultKind.SlowAfter, 1)]
    public async Task Slow_answer_waits_on_the_clock_of_the_sandbox(FaultKind kind, int mutationsMeanwhile)
    {
        await Rest.OpenAsync();
        Books.Faults.Add(new Fault(kind) { Delay = TimeSpan.FromSeconds(30) });

        var call = Rest.PostAsync("mutation", Invoice());
        await UntilAsync(() => Books.Faults.Pending.Count == 0 && Administration.Mutations.Count == mutationsMeanwhile);
        Assert.False(call.IsCompleted);

        // The timer is set just after the fault was taken: go on until it has fired.
        await UntilAsync(() =>
        {
            Clock.Advance(TimeSpan.FromSeconds(30));
            return call.IsCompleted;
        });
        Assert.Equal(1, (await call).Id);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Throttled_call_says_when_to_come_back(int status)
    {
        await Rest.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.Throttled) { Status = status, RetryAfter = TimeSpan.FromSeconds(7) });

        var reply = await Rest.PostAsync("mutation", Invoice());

        Assert.Equal(((HttpStatusCode)status, TimeSpan.FromSeconds(7)), (reply.Status, reply.RetryAfter));
        Assert.Empty(Administration.Mutations);
    }

    [Fact]
    public async Task Session_that_is_gone_stays_gone()
    {
        await Rest.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.SessionGone));

        for (var call = 0; call < 2; call++)
        {
            var reply = await Rest.PostAsync("mutation", Invoice());
            Assert.Equal((HttpStatusCode.Unauthorized, "SECURITY_010"), (reply.Status, reply.Code));
        }

        await Rest.OpenAsync();
        Assert.Equal(HttpStatusCode.Created, (await Rest.PostAsync("mutation", Invoice())).Status);
    }

    [Fact]
    public async Task Id_is_left_out_of_a_success()
    {
        await Rest.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.NoMutationNumber) { Times = 2 });

        var booked = await Rest.PostAsync("mutation", Invoice());
        var added = await Rest.PostAsync("relation", new() { ["name"] = "Nieuw", ["code"] = "R1" });

        Assert.Equal((HttpStatusCode.Created, "{}"), (booked.Status, booked.Body));
        Assert.Equal((HttpStatusCode.Created, """{"code":"R1"}"""), (added.Status, added.Body));
        Assert.Equal((1, 2), (Administration.Mutations.Count, Administration.Relations.Count));
    }

    [Theory]
    [InlineData("MUT_777", HttpStatusCode.BadRequest)]
    [InlineData("CMUT777", HttpStatusCode.BadRequest)]
    [InlineData("REL_055", HttpStatusCode.BadRequest)]
    [InlineData("SECURITY_010", HttpStatusCode.Unauthorized)]
    [InlineData("SECURITY_999", HttpStatusCode.Forbidden)]
    [InlineData("SECURITY_005", HttpStatusCode.Forbidden)]
    public async Task Refusal_gives_the_code_asked_for(string code, HttpStatusCode status)
    {
        await Rest.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.Refuse) { Code = code });

        var reply = await Rest.PostAsync("mutation", Invoice());

        Assert.Equal((status, code, (int)status), (reply.Status, reply.Code, (int)reply.Json["status"]!));
        Assert.Equal(code, Books.Calls.Log[^1].Outcome);
        Assert.Empty(Administration.Mutations);
    }

    [Fact]
    public async Task One_script_serves_both_apis()
    {
        await Rest.OpenAsync();
        await Soap.OpenAsync();
        Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "AddMutatie", InvoiceNumber = "F2", RelationCode = RelationCode, Times = 3 });
        var other = Administration.AddRelation("10002", "Ander");

        Assert.Equal("", (await Rest.PostAsync("mutation", Invoice("F1"))).Code);
        Assert.Equal("", (await Rest.PostAsync("mutation", Invoice("F2").With("relationId", other.Id))).Code);
        Assert.Equal("E001.7", (await Rest.PostAsync("mutation", Invoice("F2"))).Code);
        Assert.Equal("E001.7", (await Soap.CallAsync("AddMutatie", Wire.Invoice("F2"))).ErrorCode);
        Assert.Equal("E001.7", (await Rest.PostAsync("mutation", Payment(("F2", 1)).With("invoiceNumber", null).With("relationId", null))).Code);
        Assert.Equal("", (await Rest.PostAsync("mutation", Invoice("F2"))).Code);
    }

    [Theory]
    [InlineData("GET", "ledger", "GetGrootboekrekeningen", "", "")]
    [InlineData("GET", "ledger/9001", "GetGrootboekrekeningen", "", "")]
    [InlineData("GET", "relation?code=10001", "GetRelaties", "", "10001")]
    [InlineData("GET", "relation/1001", "GetRelaties", "", "10001")]
    [InlineData("GET", "mutation?invoiceNumber[eq]=F1", "GetMutaties", "F1", "")]
    [InlineData("GET", "mutation/1", "GetMutaties", "", "")]
    [InlineData("GET", "mutation/invoice/outstanding?credDeb=D&invoiceNumber=F1", "GetOpenPosten", "F1", "")]
    [InlineData("GET", "administration/linked", "GetAdministraties", "", "")]
    [InlineData("GET", "administration", "GetAdministraties", "", "")]
    [InlineData("DELETE", "session", "CloseSession", "", "")]
    [InlineData("POST", "relation", "AddRelatie", "", "R9")]
    [InlineData("PATCH", "relation/1001", "UpdateRelatie", "", "10001")]
    public async Task Call_is_counted_logged_and_struck_by_its_soap_name(
        string method, string path, string operation, string invoiceNumber, string relationCode)
    {
        await Rest.OpenAsync();
        Assert.Equal(("OpenSession", CallApi.Rest), (Books.Calls.Log[^1].Operation, Books.Calls.Log[^1].Api));
        Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = operation, Code = "MUT_777" });

        var reply = await Rest.CallAsync(new HttpMethod(method), path, method is "POST" or "PATCH" ? new() { ["name"] = "X", ["code"] = "R9" } : null);

        Assert.Equal(("MUT_777", 1), (reply.Code, Books.Calls.Count(operation)));
        var logged = Books.Calls.Log[^1];
        Assert.Equal((operation, invoiceNumber, relationCode, "MUT_777"), (logged.Operation, logged.InvoiceNumber, logged.RelationCode, logged.Outcome));
    }

    [Fact]
    public async Task Same_invoice_from_many_callers_of_both_apis_is_booked_once()
    {
        await Rest.OpenAsync();
        await Soap.OpenAsync();

        var codes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async index => index % 2 == 0
            ? (await Soap.CallAsync("AddMutatie", Wire.Invoice())).ErrorCode
            : (await Rest.PostAsync("mutation", Invoice())).Code));

        Assert.Equal(15, codes.Count(code => code is "CMUT018" or "MUT_020"));
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
