using System.Collections.Concurrent;
using System.Globalization;

namespace PerfectviewFunctions.Chaos;

/// <summary>What is counted during a run, by name.</summary>
internal sealed class Figures
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    public void Add(string what, long by = 1) => counts.AddOrUpdate(what, by, (_, known) => known + by);

    public void Set(string what, long value) => counts[what] = value;

    public long Of(string what) => counts.GetValueOrDefault(what);

    /// <summary>A line each, in the order of their names.</summary>
    public string Table() => string.Join(
        Environment.NewLine,
        counts.OrderBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key,-44} {count.Value,10}")));
}
