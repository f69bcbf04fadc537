using PerfectviewFunctions.Testing;
using Xunit;
using Xunit.Abstractions;

namespace PerfectviewFunctions.Core.Tests.Simulation;

/// <summary>
/// Hosts over one store and one model of the books, played by a seed. <c>PVF_SIMULATIONS=20000</c> plays so many, <c>PVF_SEED=7</c> begins with that one
/// (alone, unless a number is given), <c>PVF_TRACE=1</c> prints what happened in it, <c>PVF_SHRINK=0</c> leaves a failing run as it is.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int Acts = 300;

    /// <remarks>On a thread of the pool, which has no context that continuations would be sent to.</remarks>
    [Fact]
    public Task Every_invoice_is_booked_once_whatever_hosts_store_and_books_do() => Task.Run(() =>
    {
        var (first, runs) = (Seeds.Given, Seeds.Number("PVF_SIMULATIONS"));
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = first ?? 1; seed < (first ?? 1) + (runs ?? (first is null ? 50 : 1)); seed++)
        {
            var outcome = Simulated.Play(seed, Acts);
            foreach (var (what, times) in outcome.Trace.Counts)
            {
                counts[what] = counts.GetValueOrDefault(what) + times;
            }

            if (Environment.GetEnvironmentVariable("PVF_TRACE") == "1")
            {
                output.WriteLine(string.Join(Environment.NewLine, outcome.Trace.Lines));
            }

            Assert.True(outcome.Violations.Count == 0, outcome.Violations.Count == 0 ? "" : Shrunk(outcome));
        }

        output.WriteLine(string.Join(Environment.NewLine, counts.Select(count => $"{count.Key}: {count.Value}")));
    });

    [Fact]
    public Task Same_seed_is_the_very_same_run() => Task.Run(() =>
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var (once, again) = (Simulated.Play(seed, Acts), Simulated.Play(seed, Acts));
            Assert.Equal(once.Trace.Lines, again.Trace.Lines);
            Assert.Equal(once.Trace.Hash, again.Trace.Hash);
        }
    });

    /// <summary>The run of that seed with the fewest acts that goes wrong: of every tenth first, since each has to be played anew.</summary>
    private static string Shrunk(Outcome failed)
    {
        if (Environment.GetEnvironmentVariable("PVF_SHRINK") == "0")
        {
            return string.Join(Environment.NewLine, [FormattableString.Invariant($"PVF_SEED={failed.Seed}:"), .. failed.Violations.Take(10)]);
        }

        var tenth = FirstFailing(Enumerable.Range(0, failed.Acts / 10).Select(ten => ten * 10)) ?? failed;
        var least = FirstFailing(Enumerable.Range(Math.Max(0, tenth.Acts - 9), Math.Min(9, tenth.Acts))) ?? tenth;
        return string.Join(
            Environment.NewLine,
            [
                FormattableString.Invariant($"PVF_SEED={least.Seed}, after {least.Acts} acts (trace {least.Trace.Hash}):"),
                .. least.Violations.Take(10),
                "...",
                .. least.Trace.Lines.TakeLast(400),
            ]);

        Outcome? FirstFailing(IEnumerable<int> acts) =>
            acts.Select(number => Simulated.Play(failed.Seed, number)).FirstOrDefault(one => one.Violations.Count > 0);
    }
}
