using System.Text;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks.Support;

/// <summary>A request as it came over the wire.</summary>
internal sealed record Received(string Head, byte[] Body)
{
    public string Line => Head.Split("\r\n")[0];

    /// <summary>All headers in order, names as they were sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers =>
    [
        .. Head.Split("\r\n").Skip(1).Select(line => line.Split(": ", 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1])),
    ];

    public string Text => Encoding.UTF8.GetString(Body);

    public string Header(string name) => Headers.Single(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
