using System.Globalization;
using PerfectviewFunctions.Benchmarks.Reporting;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.Benchmarks.ColdStart;

/// <summary>
/// What a start costs: how large the published app is, how long from the start of its process until it listens and until the first webhook is answered
/// (booked, in a sandbox in this process), and which assemblies that took. Beside it an ASP.NET Core app that does nothing.
/// </summary>
internal static class ColdStartBenchmark
{
    private const string Product = "src/PerfectviewFunctions.LocalHost";
    private const string Empty = "benchmarks/PerfectviewFunctions.EmptyApp";

    /// <param name="args">How many starts of each, 15 by itself; <c>whole</c> to publish also with .NET inside, which takes minutes.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var starts = args.Count > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 15;
        Publishing[] ways = args.Contains("whole") ? [Publishing.AtStart, Publishing.Ahead, Publishing.AsAWhole] : [Publishing.AtStart, Publishing.Ahead];
        using var folder = new TemporaryFolder();
        var apps = new List<PublishedApp>();
        var into = new DirectoryInfo(folder.Path);
        foreach (var way in ways)
        {
            apps.Add(await PublishedApp.PublishAsync(Empty, way, into));
            apps.Add(await PublishedApp.PublishAsync(Product, way, into));
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
            var answers = Sorted(seen[app], start => start.Answers);
            var listens = Sorted(seen[app], start => start.Listens);
            var last = seen[app][^1];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {app.Name}, {app.Publishing} | {app.Size / 1e6:0.0} | {app.Assemblies.Count} | {last.Assemblies.Count()} | {compiled[app]} | {Percentile.Of(listens, 50):0} | {Percentile.Of(answers, 50):0} | {answers[0]:0} | {answers[^1]:0} | {last.Memory >> 20} |"));
        }

        foreach (var (empty, product) in apps.Chunk(2).Select(pair => (pair[0], pair[1])))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{product.Publishing}: {Median(seen[product]) / Median(seen[empty]):0.00} times the empty app"));
        }

        Console.WriteLine("largest assemblies: " + string.Join(", ", apps[3].Assemblies.Take(12).Select(file => $"{file.Name} {file.Length >> 10} KB")));
        Console.WriteLine("loaded beyond the empty app: " + string.Join(", ", seen[apps[3]][^1].Assemblies.Except(seen[apps[2]][^1].Assemblies)));
    }

    private static double Median(List<MeasuredStart> starts) => Percentile.Of(Sorted(starts, start => start.Answers), 50);

    private static List<double> Sorted(List<MeasuredStart> starts, Func<MeasuredStart, TimeSpan> of) => [.. starts.Select(start => of(start).TotalMilliseconds).Order()];
}
