using System.Globalization;

namespace PerfectviewFunctions.Benchmarks.ColdStart;

/// <summary>
/// What a start costs: how large the published app is, how long from the start of its process until it listens and until the first webhook is answered
/// (booked, in a sandbox in this process), and which assemblies that took. Beside it an ASP.NET Core app that does nothing.
/// </summary>
internal static class ColdStartBenchmark
{
    private const string Product = "src/PerfectviewFunctions.LocalHost";
    private const string Empty = "benchmarks/PerfectviewFunctions.EmptyApp";

    /// <param name="args">How many starts of each, 15 by itself.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var starts = args.Count > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 15;
        using var folder = new TemporaryFolder();
        var apps = new List<PublishedApp>();
        foreach (var (project, isReadyToRun) in new[] { (Empty, false), (Empty, true), (Product, false), (Product, true) })
        {
            apps.Add(await PublishedApp.PublishAsync(project, isReadyToRun, folder.Folder));
        }

        await using var scene = await ColdScene.SetUpAsync();
        using var run = new ColdRun(scene);
        var seen = apps.ToDictionary(app => app, _ => new List<MeasuredStart>());
        for (var round = 0; round <= starts; round++)
        {
            foreach (var app in apps)
            {
                var start = await run.StartAsync(app);
                if (round > 0)
                {
                    // The first of each is not counted: its files come from the disk.
                    seen[app].Add(start);
                }
            }
        }

        var compiled = new Dictionary<PublishedApp, int>();
        foreach (var app in apps)
        {
            compiled[app] = await run.CountCompiledAsync(app);
        }

        Print(apps, seen, compiled, starts);
        return 0;
    }

    private static void Print(List<PublishedApp> apps, Dictionary<PublishedApp, List<MeasuredStart>> seen, Dictionary<PublishedApp, int> compiled, int starts)
    {
        Console.WriteLine($"{starts} starts of each, one after another in turn; milliseconds from the start of the process");
        Console.WriteLine("| app | published MB | assemblies | loaded | compiled | listens, median | answered, median | best | worst | memory MB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var app in apps)
        {
            var answers = seen[app].Select(start => start.Answers.TotalMilliseconds).Order().ToList();
            var listens = seen[app].Select(start => start.Listens.TotalMilliseconds).Order().ToList();
            var last = seen[app][^1];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {app.Name} | {app.Size / 1e6:0.0} | {app.Assemblies.Count} | {last.Loaded.Count} | {compiled[app]} | {listens[starts / 2]:0} | {answers[starts / 2]:0} | {answers[0]:0} | {answers[^1]:0} | {last.Memory >> 20} |"));
        }

        var (product, empty) = (apps[^1], apps[1]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"ratio to the empty app, both compiled ahead: {Median(seen[product]) / Median(seen[empty]):0.00}; both not: {Median(seen[apps[2]]) / Median(seen[apps[0]]):0.00}"));
        Console.WriteLine("largest assemblies: " + string.Join(", ", product.Assemblies.Take(12).Select(file => $"{file.Name} {file.Length >> 10} KB")));
        Console.WriteLine("loaded beyond the empty app: " + string.Join(", ", seen[product][^1].Loaded.Except(seen[empty][^1].Loaded)));
    }

    private static double Median(List<MeasuredStart> starts) => starts.Select(start => start.Answers.TotalMilliseconds).Order().ElementAt(starts.Count / 2);
}
