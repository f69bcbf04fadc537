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
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (!Endpoint.IsAbsoluteUri || (Endpoint.Scheme != Uri.UriSchemeHttps && Endpoint.Scheme != Uri.UriSchemeHttp))
        {
            faults.Add("Endpoint must be an absolute https address, such as https://soap.e-boekhouden.nl/soap.asmx.");
        }
        else if (Endpoint.Scheme == Uri.UriSchemeHttp && !Endpoint.IsLoopback)
        {
            faults.Add(
                $"Endpoint must use https: over http the security codes travel to {Endpoint.Host} in clear text. Only localhost may use http.");
        }
        else if (Endpoint.UserInfo.Length > 0)
        {
            faults.Add("Endpoint must hold no user name or password.");
        }

        if (string.IsNullOrWhiteSpace(Source) || Source.Length > 15)
        {
            faults.Add("Source must have 1 to 15 characters: the service takes no more.");
        }

        CheckDuration(nameof(ReadTimeout), ReadTimeout, faults);
        CheckDuration(nameof(ConnectTimeout), ConnectTimeout, faults);
        if (MaxAnswerBytes is < 1024 or > 1024L * 1024 * 1024)
        {
            faults.Add("MaxAnswerBytes must lie between 1024 (1 KiB) and 1073741824 (1 GiB).");
        }

        return faults;
    }

    /// <exception cref="ArgumentException">With every sentence of <see cref="Faults"/>.</exception>
    internal static void ThrowIfFaulty(SoapOptions options)
    {
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new ArgumentException(
                $"The options of the e-Boekhouden SOAP gateway are faulty. {string.Join(' ', faults)}", nameof(options));
        }
    }

    private static void CheckDuration(string name, TimeSpan value, List<string> faults)
    {
        if (value <= TimeSpan.Zero || value > TimeSpan.FromMinutes(10))
        {
            faults.Add($"{name} must be longer than zero and at most 10 minutes.");
        }
    }
}
