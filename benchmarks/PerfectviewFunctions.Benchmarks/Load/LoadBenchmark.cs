using System.Diagnostics;
using System.Globalization;

namespace PerfectviewFunctions.Benchmarks.Load;

/// <summary>What comes of requests that come at a given rate, on SQLite, the sandbox and the sender in this process, with the timers running.</summary>
internal static class LoadBenchmark
{
    /// <returns>0 when all that was accepted stands in the books once, and nothing else.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        LoadOptions options;
        try
        {
            options = LoadOptions.Parse(args);
        }
        catch (ArgumentException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }

        using var connections = new OpenConnections();
        await using var scene = await LoadScene.StartAsync(options);
        using var run = new LoadRun(options, scene);
        var before = Cpu();
        await run.SendAsync();
        var answered = run.Elapsed;
        await run.DrainAsync();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Tenants} tenants ({options.Noisy} noisy{(options.Sharing ? ", one administration" : "")}), {options.Rate}/s for {options.Seconds} s, {options.BooksMs} ms per call to the books, {options.Hosts} host(s)"));
        Console.WriteLine(Figures.Head);
        foreach (var of in run.All.GroupBy(one => one.Tenant.IsNoisy).OrderByDescending(of => of.Key))
        {
            Console.WriteLine(Figures.Of(of.Key ? "noisy" : options.Noisy > 0 ? "quiet" : "all", [.. of]));
        }

        using var self = Process.GetCurrentProcess();
        var (accepted, booked) = (run.All.Count(one => one.IsAccepted), run.All.Count(one => one.BookedAt is not null));
        var lost = run.All.Count(one => one.IsAccepted && one.BookedAt is null);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"all answered after {answered.TotalSeconds:0} s, all booked after {run.Elapsed.TotalSeconds:0} s; connections: {connections.MostTo(scene.Hosts.Select(host => host.Port))} to the hosts, {connections.MostTo(scene.BooksPort)} to the books; {self.PeakWorkingSet64 >> 20} MiB at most, {(Cpu() - before).TotalSeconds:0} s of processor, sender and sandbox included"));
        Console.WriteLine($"accepted {accepted}, booked {booked}, booked twice or unasked {run.Wrong.Count}, not booked {lost}");
        run.Wrong.Take(10).ToList().ForEach(Console.WriteLine);
        return run.Wrong.Count == 0 && lost == 0 ? 0 : 1;
    }

    private static TimeSpan Cpu()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }
}
