using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PerfectviewFunctions.Core.Tests.Simulation;

/// <summary>What happened, line by line, and how often what: the same seed gives the same lines.</summary>
internal sealed class Trace(TimeProvider time)
{
    private readonly List<string> lines = [];
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Lines => lines;

    public IReadOnlyDictionary<string, int> Counts => counts;

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    public void Add(string who, string what) =>
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():dd HH:mm:ss.fff} {who}: {what}"));

    public void Count(string what, int times = 1) => counts[what] = counts.GetValueOrDefault(what) + times;
}
