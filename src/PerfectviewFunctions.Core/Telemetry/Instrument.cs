namespace PerfectviewFunctions.Core.Telemetry;

/// <summary>One thing that is measured, as it is named for whoever looks at it.</summary>
/// <param name="Unit">In the notation of UCUM: s, 1, {event}.</param>
/// <param name="Dimensions">What it is told apart by: short words, codes of the error table, tenant and administration ids.</param>
public sealed record Instrument(string Name, InstrumentKind Kind, string Unit, IReadOnlyList<string> Dimensions, string Meaning);

public enum InstrumentKind
{
    /// <summary>Adds up.</summary>
    Counter,

    /// <summary>How often, and how long.</summary>
    Histogram,

    /// <summary>The last value counts.</summary>
    Gauge,
}
