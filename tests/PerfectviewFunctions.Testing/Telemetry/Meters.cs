using System.Diagnostics.Metrics;

namespace PerfectviewFunctions.Testing.Telemetry;

/// <summary>Makes meters as a host's own factory does: each knows by which it was made.</summary>
public sealed class Meters : IMeterFactory
{
    private readonly List<Meter> made = [];

    public Meter Create(MeterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Scope = this;
        var meter = new Meter(options);
        made.Add(meter);
        return meter;
    }

    public void Dispose() => made.ForEach(meter => meter.Dispose());
}
