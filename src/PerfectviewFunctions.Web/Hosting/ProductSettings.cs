using System.Text.RegularExpressions;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.EBoekhouden.Rest;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Hosting;

/// <summary>What can be set for the product, whatever hosts it.</summary>
public sealed partial record ProductSettings
{
    /// <summary>
    /// The SOAP address of e-Boekhouden. Without it the Functions app uses the real one, <c>https://soap.e-boekhouden.nl/soap.asmx</c>, and the local
    /// host starts a sandbox. Always https, but on the machine itself.
    /// </summary>
    public Uri? Books { get; init; }

    /// <summary>How the REST API of e-Boekhouden is reached, by the tenants that are linked with a token.</summary>
    public RestOptions Rest { get; init; } = new();

    /// <summary>The durations and bounds by which the engine decides. They fit the real service and each other.</summary>
    /// <remarks>Leave them as they are.</remarks>
    public EngineOptions Engine { get; init; } = new();

    /// <summary>How much may wait.</summary>
    public IntakeOptions Intake { get; init; } = new();

    /// <summary>When and how payments are read.</summary>
    public PaymentOptions Payments { get; init; } = new();

    /// <summary>How Perfectview is told of payments.</summary>
    public CallbackOptions Callbacks { get; init; } = new();

    /// <summary>What the gate may trust, by itself nothing, and how many failed attempts it bears.</summary>
    public GateOptions Gate { get; init; } = new();

    internal SoapOptions Soap => Books is null ? new SoapOptions() : new SoapOptions { Endpoint = Books };

    /// <summary>What is wrong, in sentences that begin with the setting; empty when nothing is.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Soap.Faults().Select(fault => fault.Replace(nameof(SoapOptions.Endpoint), nameof(Books), StringComparison.Ordinal)),
        .. Rest.Faults().Select(fault => InSection(nameof(Rest), typeof(RestOptions), fault)),
        .. Engine.Faults().Select(fault => InSection(nameof(Engine), typeof(EngineOptions), fault)),
        .. Intake.Faults().Select(fault => InSection(nameof(Intake), typeof(IntakeOptions), fault)),
        .. PaymentFaults().Select(fault => InSection(nameof(Payments), typeof(PaymentOptions), fault)),
        .. Callbacks.Faults().Select(fault => InSection(nameof(Callbacks), typeof(CallbackOptions), fault)),
        .. Gate.Faults().Select(fault => InSection(nameof(Gate), typeof(GateOptions), fault)),
    ];

    private IEnumerable<string> PaymentFaults() => [.. Payments.Faults(), .. PaymentTimes.Faults(Payments.Schedule)];

    /// <summary>Options name their settings without the section that these stand in here.</summary>
    private static string InSection(string section, Type options, string fault) =>
        Word().Replace(fault, match => options.GetProperty(match.Value) is { CanWrite: true } ? $"{section}:{match.Value}" : match.Value);

    [GeneratedRegex(@"\b[A-Z]\w+\b", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
