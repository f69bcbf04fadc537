namespace PerfectviewFunctions.Parity;

/// <summary>What a host exposes, or the product has to be exposed as.</summary>
/// <param name="Faults">What could not be read, or is more than exposing; sentences.</param>
public sealed record Exposure(IReadOnlyList<ExposedEndpoint> Endpoints, IReadOnlyList<ExposedTimer> Timers, IReadOnlyList<string> Faults);

/// <param name="Methods">In capitals; none: whatever method no other endpoint takes.</param>
/// <param name="Level">Anonymous, where access is our gate's business alone.</param>
public sealed record ExposedEndpoint(string Name, IReadOnlyList<string> Methods, string Route, string Level)
{
    public const string Anonymous = "Anonymous";
}

/// <param name="Schedule">Six fields, UTC.</param>
public sealed record ExposedTimer(string Name, string Schedule);
