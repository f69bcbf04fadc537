using BenchmarkDotNet.Attributes;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Perfectview.Events;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>Reading one request of many events; figures per event.</summary>
public class WebhookBatchBenchmarks
{
    private const int Events = 40;

    private readonly WebhookEventReader reader = new();
    private byte[] body = [];

    [GlobalSetup]
    public void SetUp()
    {
        body = EventText.Many(Events, new WebhookCase(Lines: 3, Bytes: 0));
        Require.That(
            ParseArray() is EventsRead.Events { Items: { Count: Events } items } && items.All(item => item is EventRead.Valid),
            "every event was understood");
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public EventsRead ParseArray() => reader.Read(body);
}
