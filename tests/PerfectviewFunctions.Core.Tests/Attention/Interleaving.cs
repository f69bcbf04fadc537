using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Attention;

/// <summary>A bench on which a person and a worker meet.</summary>
internal interface IInterleaved
{
    Bench Bench { get; }

    /// <summary>What the person does.</summary>
    Task ActAsync(string action);

    /// <summary>That all is well in the end.</summary>
    /// <param name="what">How it came to be so, for the message.</param>
    Task CheckAsync(string what);
}

/// <summary>Has one of two come between any two calls of the other: once before the first, once before the second, and so on.</summary>
internal static class Interleaving
{
    /// <param name="setUp">The same scene each time.</param>
    public static async Task PersonAmidAWorkerAsync<T>(Func<Task<T>> setUp, string start, string action)
        where T : IInterleaved
    {
        for (var at = 1; ; at++)
        {
            var scene = await setUp();
            var (calls, acted) = (0, false);
            async Task ComeBetweenAsync()
            {
                if (!acted && ++calls == at)
                {
                    acted = true;
                    await scene.ActAsync(action);
                }
            }

            scene.Bench.Store.Before = _ => ComeBetweenAsync();
            scene.Bench.Books.Before = _ => ComeBetweenAsync();
            await scene.Bench.WorkAsync();
            (scene.Bench.Store.Before, scene.Bench.Books.Before) = (null, null);
            await scene.CheckAsync($"{start}, {action} before call {at}");
            if (!acted)
            {
                Assert.True(at > 5);
                return;
            }
        }
    }

    /// <param name="setUp">The same scene each time.</param>
    public static async Task WorkerAmidAPersonAsync<T>(Func<Task<T>> setUp, string start, string action)
        where T : IInterleaved
    {
        for (var at = 1; ; at++)
        {
            var scene = await setUp();
            var (calls, worked) = (0, false);
            scene.Bench.Store.Before = async _ =>
            {
                if (!worked && ++calls == at)
                {
                    worked = true;
                    await scene.Bench.WorkAsync();
                }
            };
            await scene.ActAsync(action);
            scene.Bench.Store.Before = null;
            await scene.CheckAsync($"{start}, worker before call {at} of {action}");
            if (!worked)
            {
                Assert.True(at > 1);
                return;
            }
        }
    }

    /// <summary>Every start with every action.</summary>
    public static TheoryData<string, string> Cases(string[] starts, string[] actions)
    {
        var cases = new TheoryData<string, string>();
        foreach (var start in starts)
        {
            foreach (var action in actions)
            {
                cases.Add(start, action);
            }
        }

        return cases;
    }
}
