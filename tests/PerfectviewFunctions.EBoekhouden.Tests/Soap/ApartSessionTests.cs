using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

/// <summary>Credentials are tested in a session of their own, whatever session there is.</summary>
public sealed class ApartSessionTests : IDisposable
{
    private const string Accounts =
        "<Rekeningen><cGrootboekrekening><ID>1</ID><Code>1300</Code><Omschrijving>Debiteuren</Omschrijving><Categorie>DEB</Categorie>"
        + "<Groep /></cGrootboekrekening></Rekeningen>";

    private readonly Bench bench = new();

    public ApartSessionTests()
    {
        bench.Service.On("AddMutatie", "<Mutatienummer>12</Mutatienummer>");
        bench.Service.On("GetGrootboekrekeningen", Accounts);
    }

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Test_reads_the_accounts_in_a_session_that_it_opens_and_closes()
    {
        var answer = await TestAsync();

        var account = Assert.Single(Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.Success>(answer).Value);
        Assert.Equal(new LedgerAccount("1300", "Debiteuren", "DEB", 1), account);
        Assert.Equal(["OpenSession", "GetGrootboekrekeningen", "CloseSession"], bench.Service.Operations);
        Assert.All(bench.Service.Seen.Skip(1), request => Assert.Equal("{S-1}", request.Value("SessionID")));
    }

    [Fact]
    public async Task Test_leaves_the_open_session_alone_and_does_not_use_it()
    {
        await bench.BookAsync();
        await TestAsync();
        await bench.BookAsync();

        Assert.Equal(
            ["OpenSession", "AddMutatie", "OpenSession", "GetGrootboekrekeningen", "CloseSession", "AddMutatie"], bench.Service.Operations);
        Assert.Equal("{S-2}", bench.Service.Single("CloseSession").Value("SessionID"));
        Assert.Equal("{S-1}", bench.Service.Seen[^1].Value("SessionID"));
    }

    [Fact]
    public async Task Test_notices_changed_credentials_although_the_open_session_still_works()
    {
        await bench.BookAsync();
        bench.Service.On("OpenSession", Wire.Error("E001.1"));

        Assert.Equal("E0011", Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.Refused>(await TestAsync()).Code);
        Assert.IsType<Answer<long>.Success>(await bench.BookAsync());
    }

    [Theory]
    [InlineData("E002.1")]
    [InlineData("E0024")]
    public async Task Session_that_another_opening_ended_is_renewed_once(string code)
    {
        bench.Service.On("GetGrootboekrekeningen", request => Wire.Ok(Wire.Answer(
            "GetGrootboekrekeningen", request.Value("SessionID") == "{S-1}" ? Wire.Error(code) : Accounts)));

        Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.Success>(await TestAsync());
        Assert.Equal(2, bench.Service.Operations.Count(operation => operation == "CloseSession"));
    }

    [Fact]
    public async Task Session_refused_again_is_not_done_and_none_stays_open()
    {
        bench.Service.On("GetGrootboekrekeningen", Wire.Error("E0023"));

        Assert.Equal(CallFailure.SessionRefused, Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.NotDone>(await TestAsync()).Code);
        Assert.Equal(
            ["OpenSession", "GetGrootboekrekeningen", "CloseSession", "OpenSession", "GetGrootboekrekeningen", "CloseSession"],
            bench.Service.Operations);
    }

    [Fact]
    public async Task Read_that_fails_closes_its_session_too()
    {
        bench.Service.On("GetGrootboekrekeningen", _ => throw new HttpRequestException(HttpRequestError.ResponseEnded));

        Assert.Equal(CallFailure.ConnectionLost, Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.NotDone>(await TestAsync()).Code);
        Assert.Equal("{S-1}", bench.Service.Single("CloseSession").Value("SessionID"));
    }

    [Fact]
    public async Task Session_that_can_not_be_closed_does_not_spoil_the_answer()
    {
        bench.Service.On("CloseSession", _ => throw new HttpRequestException(HttpRequestError.ConnectionError));

        Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.Success>(await TestAsync());
        Assert.Contains(bench.Logs.Lines, line => line.Contains("could not be ended", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Opening_and_reading_share_one_time_limit()
    {
        using var slow = new Bench(new SoapOptions { ReadTimeout = TimeSpan.FromSeconds(5) });
        slow.Service.On("GetGrootboekrekeningen", async (_, cancelled) =>
        {
            slow.Clock.Advance(TimeSpan.FromSeconds(6));
            await Task.Delay(Timeout.Infinite, cancelled);
            throw new InvalidOperationException("An endless wait ended.");
        });

        var answer = await slow.Books.TestAsync(Bench.Credentials, default);

        Assert.Equal(CallFailure.TimedOut, Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.NotDone>(answer).Code);
        Assert.Equal("{S-1}", slow.Service.Single("CloseSession").Value("SessionID"));
    }

    [Fact]
    public async Task Caller_who_leaves_leaves_no_session_open()
    {
        using var leaving = new CancellationTokenSource();
        bench.Service.On("GetGrootboekrekeningen", async (_, cancelled) =>
        {
            await leaving.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancelled);
            throw new InvalidOperationException("An endless wait ended.");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Books.TestAsync(Bench.Credentials, leaving.Token));
        Assert.Equal("{S-1}", bench.Service.Single("CloseSession").Value("SessionID"));
    }

    private Task<Answer<IReadOnlyList<LedgerAccount>>> TestAsync() => bench.Books.TestAsync(Bench.Credentials, default);
}
