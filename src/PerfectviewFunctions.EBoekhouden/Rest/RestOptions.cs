using System.Text.RegularExpressions;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest;

/// <summary>How the REST API of e-Boekhouden is reached.</summary>
public sealed partial record RestOptions
{
    /// <summary>The address above <c>v1</c>. Always https, for every call carries a secret, but on the machine itself.</summary>
    public Uri Endpoint { get; init; } = new("https://api.e-boekhouden.nl/");

    /// <summary>The name under which this client opens sessions: 1 to 10 letters, digits, underscores or spaces.</summary>
    public string Source { get; init; } = "PerfectvFn";

    /// <summary>The most that one read may take, its session and all pages of a list included. An opening that several share has the same bound.</summary>
    /// <remarks>Leave it as it is.</remarks>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The most that making a connection may take.</summary>
    /// <remarks>Leave it as it is.</remarks>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The size from which an answer is no longer read, in bytes: 1024 to 1073741824. The longest answer is a page of open invoices.</summary>
    /// <remarks>Leave it as it is.</remarks>
    public long MaxAnswerBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>
    /// Whether invoices with reverse-charged VAT are booked; false holds them back. What the service makes of such a booking is not documented: switch this on once one was
    /// tried on a trial administration.
    /// </summary>
    public bool ReverseCharge { get; init; }

    /// <summary>What is wrong with these options, a sentence each; empty when nothing is.</summary>
    public IReadOnlyList<string> Faults() =>
    [
        .. OptionFaults.OfEndpoint(Endpoint, "https://api.e-boekhouden.nl/", "token and sessions"),
        .. SourceForm().IsMatch(Source) && !string.IsNullOrWhiteSpace(Source)
            ? (string[])[]
            : ["Source must have 1 to 10 characters, letters, digits, underscores and spaces: the service takes no others."],
        .. OptionFaults.OfDuration(nameof(ReadTimeout), ReadTimeout),
        .. OptionFaults.OfDuration(nameof(ConnectTimeout), ConnectTimeout),
        .. OptionFaults.OfMaxAnswerBytes(MaxAnswerBytes),
    ];

    /// <exception cref="ArgumentException">With every sentence of <see cref="Faults"/>.</exception>
    internal static void ThrowIfFaulty(RestOptions options)
    {
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new ArgumentException($"The options of the e-Boekhouden REST gateway are faulty. {string.Join(' ', faults)}", nameof(options));
        }
    }

    // The OpenAPI description has ^[\w_ ]{1,10}$; letters and digits beyond ASCII are left to others.
    [GeneratedRegex(@"^[A-Za-z0-9_ ]{1,10}\z", RegexOptions.None, 1000)]
    private static partial Regex SourceForm();
}
