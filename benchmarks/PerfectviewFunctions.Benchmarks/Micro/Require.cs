namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>What must hold before a figure means anything.</summary>
internal static class Require
{
    /// <exception cref="InvalidOperationException">It does not hold; the benchmark is then reported without figures.</exception>
    public static void That(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException("It does not hold that " + what + ".");
        }
    }
}
