using System.Diagnostics.Metrics;

namespace PerfectviewFunctions.Benchmarks.Load;

/// <summary>How many connections this process had open at most, by the port at their other end.</summary>
internal sealed class OpenConnections : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly Lock gate = new();
    private readonly Dictionary<int, (long Open, long Most)> ports = [];

    public OpenConnections()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.open_connections" })
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, change, tags, _) =>
        {
            foreach (var (name, value) in tags)
            {
                if (name == "server.port" && value is int port)
                {
                    Count(port, change);
                }
            }
        });
        listener.Start();
    }

    public long MostTo(params IEnumerable<int> of)
    {
        lock (gate)
        {
            return of.Sum(port => ports.GetValueOrDefault(port).Most);
        }
    }

    public void Dispose() => listener.Dispose();

    private void Count(int port, long change)
    {
        lock (gate)
        {
            var (open, most) = ports.GetValueOrDefault(port);
            ports[port] = (open + change, Math.Max(most, open + change));
        }
    }
}
