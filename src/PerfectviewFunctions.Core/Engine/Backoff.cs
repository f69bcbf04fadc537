using System.Text;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>When to try again after a passing failure: doubling from the first wait to an hour, spread by up to a quarter.</summary>
internal static class Backoff
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="attempts">How many attempts failed, this one included.</param>
    /// <param name="seed">What is tried: the spread is drawn from it, so that many that failed together do not return together.</param>
    /// <param name="retryAfter">What the service asked for; kept when it is longer, up to an hour.</param>
    public static TimeSpan After(int attempts, TimeSpan first, string seed, TimeSpan? retryAfter)
    {
        var doubled = first * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        var wait = doubled < Longest ? doubled : Longest;
        var spread = wait * (1 - (0.25 * Fraction(seed, attempts)));
        return retryAfter is { } asked && asked > spread ? (asked < Longest ? asked : Longest) : spread;
    }

    private static double Fraction(string seed, int attempts)
    {
        // FNV-1a: stable over processes, unlike string.GetHashCode, so that a test can foretell it.
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(seed))
        {
            hash = (hash ^ b) * 16777619u;
        }

        return ((hash ^ (uint)attempts) * 16777619u) / (double)uint.MaxValue;
    }
}
