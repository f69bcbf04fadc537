using BenchmarkDotNet.Attributes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Messages;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>Reading what e-Boekhouden answers, from the stream that it comes in by.</summary>
public class AnswerBenchmarks
{
    private const int OpenItemCount = 10_000;
    private const int RelationCount = 2_000;
    private const long MutationNumber = 4711;
    private const long MaxBytes = 100_000_000;

    private readonly SoapSession session = new("{6D3B1C9A-0000-0000-0000-000000000001}", "security code 2");
    private byte[] number = [];
    private byte[] openItems = [];
    private byte[] relations = [];

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        number = AnswerText.Number(MutationNumber);
        openItems = AnswerText.OpenItems(OpenItemCount);
        relations = AnswerText.Relations(RelationCount);
        Require.That(await AddMutatieAsync() == MutationNumber, "the mutation number is read");
        Require.That(await GetOpenPostenAsync() == OpenItemCount, "every open item is read");
        Require.That(await GetRelatiesAsync() == RelationCount, "every relation is read");
    }

    [Benchmark]
    public Task<long> AddMutatieAsync() => ReadAsync(new SoapCall<long>("AddMutatie", true, _ => { }, () => new NumberResult("Mutatienummer")), number);

    [Benchmark]
    public async Task<int> GetOpenPostenAsync() => (await ReadAsync(GetOpenPosten.Call(session), openItems)).Count;

    /// <summary>The same, told per item.</summary>
    [Benchmark(OperationsPerInvoke = OpenItemCount)]
    public Task<int> OneOpenItemAsync() => GetOpenPostenAsync();

    [Benchmark]
    public async Task<int> GetRelatiesAsync() => (await ReadAsync(GetRelaties.Call(session), relations)).Count;

    private static async Task<T> ReadAsync<T>(SoapCall<T> call, byte[] answer)
    {
        await using var body = new BoundedStream(new MemoryStream(answer), MaxBytes, CancellationToken.None);
        return await SoapAnswer.ReadAsync(call, body, MaxBytes) is Answer<T>.Success success
            ? success.Value
            : throw new InvalidOperationException($"The answer to {call.Operation} was not understood.");
    }
}
