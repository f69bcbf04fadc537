using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

public sealed class SessionTests : IDisposable
{
    private readonly Bench bench = new();

    public SessionTests()
    {
        bench.Service.On("AddMutatie", "<Mutatienummer>12</Mutatienummer>");
        bench.Service.On("GetGrootboekrekeningen", "<Rekeningen />");
    }

    public static TheoryData<string> SessionRefusals => ["E002.1", "E002.2", "E002.3", "E002.4", "E0023"];

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Session_is_opened_when_first_needed_and_kept()
    {
        Assert.Empty(bench.Service.Operations);

        await bench.ReadLedgerAccountsAsync();
        bench.Clock.Advance(TimeSpan.FromHours(12));
        await bench.BookAsync();

        Assert.Equal(["OpenSession", "GetGrootboekrekeningen", "AddMutatie"], bench.Service.Operations);
    }

    [Fact]
    public async Task Fifty_callers_share_one_session()
    {
        var opening = new TaskCompletionSource();
        bench.Service.On("OpenSession", async (_, _) =>
        {
            await opening.Task;
            return Wire.Ok(Wire.Answer("OpenSession", "<SessionID>{S-1}</SessionID>"));
        });

        var calls = Enumerable.Range(0, 50).Select(_ => bench.ReadLedgerAccountsAsync()).ToList();
        opening.SetResult();

        Assert.All(await Task.WhenAll(calls), answer => Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.Success>(answer));
        Assert.Single(bench.Service.Operations, "OpenSession");
        Assert.Equal(51, bench.Service.Operations.Count);
    }

    [Fact]
    public async Task Each_credential_set_has_a_session_of_its_own()
    {
        await bench.Books.ReadLedgerAccountsAsync(Bench.CredentialsOf("ann"), default);
        await bench.Books.ReadLedgerAccountsAsync(Bench.CredentialsOf("bob"), default);
        await bench.Books.ReadLedgerAccountsAsync(Bench.CredentialsOf("ann"), default);

        Assert.Equal(
            ["{S-1}", "{S-2}", "{S-1}"],
            bench.Service.Seen.Where(request => request.Operation == "GetGrootboekrekeningen").Select(request => request.Value("SessionID")));
    }

    [Theory]
    [MemberData(nameof(SessionRefusals))]
    public async Task Refused_session_is_renewed_once_and_the_booking_repeated(string code)
    {
        bench.Service.On("AddMutatie", request => Wire.Ok(Wire.Answer("AddMutatie", request.Value("SessionID") == "{S-1}"
            ? Wire.Error(code) + "<Mutatienummer>0</Mutatienummer>"
            : "<Mutatienummer>12</Mutatienummer>")));

        Assert.Equal(new Answer<long>.Success(12), await bench.BookAsync());
        Assert.Equal(["OpenSession", "AddMutatie", "OpenSession", "AddMutatie"], bench.Service.Operations);
    }

    [Theory]
    [MemberData(nameof(SessionRefusals))]
    public async Task Refused_session_is_renewed_once_and_the_update_repeated(string code)
    {
        bench.Service.On("UpdateRelatie", request => Wire.Ok(Wire.Answer(
            "UpdateRelatie", request.Value("SessionID") == "{S-1}" ? $"<LastErrorCode>{code}</LastErrorCode>" : "<LastErrorCode />")));

        Assert.Equal(new Answer<bool>.Success(true), await bench.UpdateDebtorAsync());
        Assert.Equal(["OpenSession", "UpdateRelatie", "OpenSession", "UpdateRelatie"], bench.Service.Operations);
        Assert.Equal("{S-2}", bench.Service.Seen[^1].Value("SessionID"));
    }

    [Theory]
    [MemberData(nameof(SessionRefusals))]
    public async Task Session_refused_again_for_an_update_is_not_done(string code)
    {
        bench.Service.On("UpdateRelatie", $"<LastErrorCode>{code}</LastErrorCode>");

        Assert.Equal(CallFailure.SessionRefused, Assert.IsType<Answer<bool>.NotDone>(await bench.UpdateDebtorAsync()).Code);
        Assert.Equal(["OpenSession", "UpdateRelatie", "OpenSession", "UpdateRelatie"], bench.Service.Operations);
    }

    [Theory]
    [MemberData(nameof(SessionRefusals))]
    public async Task Refused_session_is_renewed_once_and_the_reading_of_a_relation_repeated(string code)
    {
        bench.Service.On("GetRelaties", request => Wire.Ok(Wire.Answer(
            "GetRelaties", request.Value("SessionID") == "{S-1}" ? Wire.Error(code) : "<Relaties />")));

        Assert.Equal(new Answer<BookedCard?>.Success(null), await bench.ReadDebtorAsync());
        Assert.Equal(["OpenSession", "GetRelaties", "OpenSession", "GetRelaties"], bench.Service.Operations);
    }

    [Theory]
    [MemberData(nameof(SessionRefusals))]
    public async Task Session_refused_again_is_not_done_and_not_kept(string code)
    {
        bench.Service.On("AddMutatie", Wire.Error(code));

        Assert.Equal(CallFailure.SessionRefused, Assert.IsType<Answer<long>.NotDone>(await bench.BookAsync()).Code);
        Assert.Equal(["OpenSession", "AddMutatie", "OpenSession", "AddMutatie"], bench.Service.Operations);

        bench.Service.On("AddMutatie", "<Mutatienummer>12</Mutatienummer>");
        Assert.Equal(new Answer<long>.Success(12), await bench.BookAsync());
        Assert.Equal(3, bench.Service.Operations.Count(operation => operation == "OpenSession"));
    }

    [Theory]
    [InlineData("E002.5")]
    [InlineData("E001.3")]
    [InlineData("CMUT018")]
    public async Task Other_refusals_leave_the_session_and_are_not_repeated(string code)
    {
        bench.Service.On("AddMutatie", Wire.Error(code));

        Assert.IsType<Answer<long>.Refused>(await bench.BookAsync());
        Assert.Equal(["OpenSession", "AddMutatie"], bench.Service.Operations);
    }

    [Fact]
    public async Task Booking_that_is_unclear_in_the_new_session_stays_unclear()
    {
        bench.Service.On("AddMutatie", request => request.Value("SessionID") == "{S-1}"
            ? Wire.Ok(Wire.Answer("AddMutatie", Wire.Error("E0023")))
            : throw new HttpRequestException(HttpRequestError.ResponseEnded));

        Assert.Equal(CallFailure.ConnectionLost, Assert.IsType<Answer<long>.Unclear>(await bench.BookAsync()).Code);
        Assert.Equal(2, bench.Service.Operations.Count(operation => operation == "AddMutatie"));
    }

    [Fact]
    public async Task Fifty_callers_with_one_refused_session_share_one_renewal()
    {
        await bench.ReadLedgerAccountsAsync();
        var arrived = 0;
        var allArrived = new TaskCompletionSource();
        bench.Service.On("GetGrootboekrekeningen", async (request, _) =>
        {
            if (request.Value("SessionID") != "{S-1}")
            {
                return Wire.Ok(Wire.Answer("GetGrootboekrekeningen", "<Rekeningen />"));
            }

            if (Interlocked.Increment(ref arrived) == 50)
            {
                allArrived.SetResult();
            }

            await allArrived.Task;
            return Wire.Ok(Wire.Answer("GetGrootboekrekeningen", Wire.Error("E0023")));
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bench.ReadLedgerAccountsAsync()));

        Assert.All(answers, answer => Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.Success>(answer));
        Assert.Equal(2, bench.Service.Operations.Count(operation => operation == "OpenSession"));
    }

    [Fact]
    public async Task Late_refusal_of_an_old_session_leaves_the_new_one_alone()
    {
        var slow = new TaskCompletionSource();
        bench.Service.On("AddMutatie", async (request, _) =>
        {
            if (request.Value("SessionID") != "{S-1}")
            {
                return Wire.Ok(Wire.Answer("AddMutatie", "<Mutatienummer>12</Mutatienummer>"));
            }

            await slow.Task;
            return Wire.Ok(Wire.Answer("AddMutatie", Wire.Error("E0024")));
        });
        bench.Service.On("GetGrootboekrekeningen", request => Wire.Ok(Wire.Answer(
            "GetGrootboekrekeningen", request.Value("SessionID") == "{S-1}" ? Wire.Error("E0024") : "<Rekeningen />")));

        var booking = bench.BookAsync();
        await bench.ReadLedgerAccountsAsync();
        slow.SetResult();

        Assert.Equal(new Answer<long>.Success(12), await booking);
        Assert.Equal(2, bench.Service.Operations.Count(operation => operation == "OpenSession"));
    }

    [Fact]
    public async Task Session_ended_by_one_opened_elsewhere_is_renewed()
    {
        // A service that knows one session per user: each OpenSession, ours or another process's, ends the one before.
        var newest = 0;
        bench.Service.On("OpenSession", _ => Wire.Ok(Wire.Answer("OpenSession", $"<SessionID>{++newest}</SessionID>")));
        bench.Service.On("AddMutatie", request => Wire.Ok(Wire.Answer("AddMutatie", request.Value("SessionID") == $"{newest}"
            ? "<Mutatienummer>12</Mutatienummer>"
            : Wire.Error("E002.2"))));
        await bench.BookAsync();

        newest++;

        Assert.Equal(new Answer<long>.Success(12), await bench.BookAsync());
        Assert.Equal(3, newest);
    }

    [Theory]
    [InlineData("E001.1", "E0011")]
    [InlineData("E001.3", "E0013")]
    [InlineData("E0017", "E0017")]
    public async Task Refused_credentials_refuse_the_call_and_are_tried_anew_next_time(string code, string expected)
    {
        bench.Service.On("OpenSession", Wire.Error(code, "Onjuiste gegevens"));

        Assert.Equal(new Answer<long>.Refused(expected, "Onjuiste gegevens"), await bench.BookAsync());
        Assert.Equal(
            new Answer<IReadOnlyList<LedgerAccount>>.Refused(expected, "Onjuiste gegevens"), await bench.ReadLedgerAccountsAsync());
        Assert.Equal(["OpenSession", "OpenSession"], bench.Service.Operations);
    }

    [Fact]
    public async Task Opening_refused_like_a_session_is_not_done()
    {
        bench.Service.On("OpenSession", Wire.Error("E002.3"));

        Assert.Equal(CallFailure.SessionRefused, Assert.IsType<Answer<long>.NotDone>(await bench.BookAsync()).Code);
    }

    [Fact]
    public async Task Failed_opening_is_not_kept()
    {
        var attempts = 0;
        bench.Service.On("OpenSession", _ => ++attempts == 1
            ? throw new HttpRequestException(HttpRequestError.ResponseEnded)
            : Wire.Ok(Wire.Answer("OpenSession", "<SessionID>{S}</SessionID>")));

        Assert.IsType<Answer<long>.NotDone>(await bench.BookAsync());
        Assert.IsType<Answer<long>.Success>(await bench.BookAsync());
    }

    [Fact]
    public async Task Opening_without_an_id_is_not_done()
    {
        bench.Service.On("OpenSession", "<ErrorMsg /><SessionID />");

        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<long>.NotDone>(await bench.BookAsync()).Code);
    }

    [Fact]
    public async Task Ended_session_is_closed_and_the_next_call_opens_another()
    {
        await bench.BookAsync();
        await bench.Books.EndSessionAsync(Bench.Credentials, default);
        await bench.BookAsync();

        Assert.Equal(["OpenSession", "AddMutatie", "CloseSession", "OpenSession", "AddMutatie"], bench.Service.Operations);
    }

    [Fact]
    public async Task Ending_a_session_that_is_none_calls_nobody()
    {
        await bench.Books.EndSessionAsync(Bench.Credentials, default);

        Assert.Empty(bench.Service.Operations);
    }

    [Fact]
    public async Task Session_that_can_not_be_ended_is_logged_and_forgotten()
    {
        bench.Service.On("CloseSession", _ => throw new HttpRequestException(HttpRequestError.ConnectionError));
        await bench.BookAsync();

        await bench.Books.EndSessionAsync(Bench.Credentials, default);

        Assert.Contains(bench.Logs.Lines, line => line.Contains("could not be ended", StringComparison.Ordinal));
        await bench.BookAsync();
        Assert.Equal("{S-2}", bench.Service.Seen[^1].Value("SessionID"));
    }

    [Fact]
    public async Task Ending_a_session_with_a_cancelled_token_throws_nothing()
    {
        await bench.BookAsync();

        await bench.Books.EndSessionAsync(Bench.Credentials, new CancellationToken(canceled: true));

        Assert.Contains(bench.Logs.Lines, line => line.Contains("given up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_credentials_than_those_of_soap_are_an_error_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => bench.Books.BookAsync(
            new BookkeepingCredentials.Rest("token"), Bench.Booking, bench.LongEnough));
}
