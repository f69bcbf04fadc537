using System.Net;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

public sealed class LogTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Call_is_logged_with_its_operation_outcome_code_and_duration()
    {
        bench.Service.On("AddMutatie", (_, _) =>
        {
            bench.Clock.Advance(TimeSpan.FromMilliseconds(1234));
            return Task.FromResult(Wire.Ok(Wire.Answer("AddMutatie", Wire.Error("CMUT018"))));
        });

        await bench.BookAsync();

        Assert.Contains(bench.Logs.Lines, line => line.StartsWith("Warning: AddMutatie refused CMUT018 after 1234 ms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_holds_no_secret_and_nothing_from_the_wire()
    {
        bench.Service.On("AddMutatie", request => Wire.Ok(Wire.Answer("AddMutatie", Wire.Error(
            request.Value("SessionID") == "{S-1}" ? "E0023" : "CMUT018", "Woorden van de dienst"))));
        await bench.BookAsync();
        bench.Service.On("AddMutatie", _ => Wire.With(HttpStatusCode.InternalServerError, "Woorden van de dienst"));
        await bench.BookAsync();
        bench.Service.On("AddMutatie", _ => Wire.Ok("<Woorden van='de dienst'>"));
        await bench.BookAsync();
        bench.Service.On("AddMutatie", _ => throw new HttpRequestException(HttpRequestError.InvalidResponse, "Woorden van de dienst"));
        await bench.BookAsync();
        await bench.FindBookingsAsync();
        bench.Service.On("UpdateRelatie", "<LastErrorCode>CREL001</LastErrorCode><LastErrorDescription>Woorden van de dienst</LastErrorDescription>");
        await bench.UpdateDebtorAsync();
        bench.Service.On("GetRelaties", "<Relaties><cRelatie><ID>Woorden</ID></cRelatie></Relaties>");
        await bench.ReadDebtorAsync();
        bench.Service.On("CloseSession", Wire.Error("E0022", "Woorden van de dienst"));
        await bench.Books.EndSessionAsync(Bench.Credentials, default);
        bench.Service.On("OpenSession", Wire.Error("E0011", "Woorden van de dienst"));
        await bench.BookAsync();

        Assert.True(bench.Logs.Lines.Count >= 10);
        foreach (var secret in new[] { "link-user", "0123456789abcdef", "11111111-2222", "S-1", "S-2", "2026-001", "PV10001", "1234.5", "Halve Maan", "4711", "020-", "Woorden" })
        {
            Assert.DoesNotContain(bench.Logs.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
