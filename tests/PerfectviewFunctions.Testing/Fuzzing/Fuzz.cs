using System.Globalization;
using System.Text;
using Xunit.Sdk;

namespace PerfectviewFunctions.Testing.Fuzzing;

/// <summary>
/// Holds a reader against generated input. Each case has a seed of its own, which a failure prints: <c>PVF_SEED=seed PVF_FUZZ=1</c> takes it again,
/// and <c>PVF_FUZZ=1000000</c> takes many more than the usual number.
/// </summary>
public static class Fuzz
{
    private const int Shown = 4000;

    /// <param name="holds">Throws when something does not hold of the input.</param>
    public static void Cases(int usualSeed, int usualCount, Func<Random, byte[]> make, Action<byte[]> holds)
    {
        var (first, count) = (Seeds.Or(usualSeed), Seeds.InputsOr(usualCount));
        for (var seed = first; seed < first + count; seed++)
        {
            var input = make(new Random(seed));
            try
            {
                holds(input);
            }
            catch (Exception exception)
            {
                throw new XunitException($"PVF_SEED={seed} PVF_FUZZ=1: {exception.Message}\n{Escape(input)}", exception);
            }
        }
    }

    /// <summary>Runs what must end: a reader that hangs fails the test instead of holding it for ever.</summary>
    public static void Ends(Action read)
    {
        if (!Task.Run(read).Wait(TimeSpan.FromMinutes(1)))
        {
            throw new XunitException("The reader hangs.");
        }
    }

    private static string Escape(byte[] input)
    {
        var shown = new StringBuilder();
        foreach (var one in input.AsSpan(0, Math.Min(Shown, input.Length)))
        {
            shown.Append(one is >= 0x20 and < 0x7F ? ((char)one).ToString() : string.Create(CultureInfo.InvariantCulture, $"\\x{one:X2}"));
        }

        return input.Length > Shown ? $"{shown}… ({input.Length} bytes)" : shown.ToString();
    }
}
