using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using PerfectviewFunctions.Core.Telemetry;

namespace PerfectviewFunctions.Testing.Telemetry;

/// <summary>Everything that is measured by the meters of one factory, be it a test's or a host's, from now on.</summary>
public sealed class Measured : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<Measurement> all = new();

    public Measured(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Meter.Name == Instruments.Source)
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => all.Enqueue(new(instrument.Name, value, Text(tags))));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => all.Enqueue(new(instrument.Name, value, Text(tags))));
        listener.Start();
    }

    public IReadOnlyCollection<Measurement> All => all;

    /// <summary>What an instrument was told, and how often or how much; its dimensions as text, such as "sent" or "Webhook 200".</summary>
    public IReadOnlyDictionary<string, double> Of(Core.Telemetry.Instrument instrument) => all
        .Where(one => one.Name == instrument.Name)
        .GroupBy(one => one.Told, StringComparer.Ordinal)
        .ToDictionary(
            same => same.Key,
            same => instrument.Kind switch
            {
                InstrumentKind.Counter => same.Sum(one => one.Value),
                InstrumentKind.Histogram => same.Count(),
                _ => same.Last().Value,
            },
            StringComparer.Ordinal);

    public void Forget() => all.Clear();

    public void Dispose() => listener.Dispose();

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = new List<string>();
        foreach (var (_, value) in tags)
        {
            words.Add(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return string.Join(' ', words);
    }
}

/// <param name="Told">The values of its dimensions, in their order.</param>
public sealed record Measurement(string Name, double Value, string Told);
