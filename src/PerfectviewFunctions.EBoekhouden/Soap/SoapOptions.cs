using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap;

/// <summary>How the SOAP API of e-Boekhouden is reached.</summary>
public sealed record SoapOptions
{
    /// <summary>The address. Always https, for every call carries a secret; plain http is taken on this machine's loopback only.</summary>
    public Uri Endpoint { get; init; } = new("https://soap.e-boekhouden.nl/soap.asmx");

    /// <summary>The name under which this client opens sessions; 1 to 15 characters.</summary>
    public string Source { get; init; } = "PerfectviewFn";

    /// <summary>The most that one read may take, opening its session included. A shared OpenSession has the same bound.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The most that making a connection may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The size from which an answer is no longer read, in bytes. The longest answer is the list of relations.</summary>
    public long MaxAnswerBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>What is wrong with these options, a sentence each; empty when nothing is.</summary>
    public IReadOnlyList<string> Faults() =>
    [
        .. OptionFaults.OfEndpoint(Endpoint, "https://soap.e-boekhouden.nl/soap.asmx", "security codes"),
        .. string.IsNullOrWhiteSpace(Source) || Source.Length > 15 ? ["Source must have 1 to 15 characters: the service takes no more."] : (string[])[],
        .. OptionFaults.OfDuration(nameof(ReadTimeout), ReadTimeout),
        .. OptionFaults.OfDuration(nameof(ConnectTimeout), ConnectTimeout),
        .. OptionFaults.OfMaxAnswerBytes(MaxAnswerBytes),
    ];

    /// <exception cref="ArgumentException">With every sentence of <see cref="Faults"/>.</exception>
    internal static void ThrowIfFaulty(SoapOptions options)
    {
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new ArgumentException(
                $"The options of the e-Boekhouden SOAP gateway are faulty. {string.Join(' ', faults)}", nameof(options));
        }
    }
}
