using System.Globalization;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.Benchmarks.ColdStart;

/// <summary>
/// What each project and package adds to what is published, with and without being compiled ahead, and which of it a local host has loaded when it has
/// answered its first webhook. The functions are only published: where that can't be done, as where a package is missing, it says so.
/// </summary>
internal static class SizesBenchmark
{
    /// <summary>Packages that are smaller than this when compiled ahead are shown as one.</summary>
    private const long SmallKb = 400;

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        using var folder = new TemporaryFolder();
        var host = await PublishAsync("src/PerfectviewFunctions.LocalHost", folder);
        await using var scene = await ColdScene.SetUpAsync();
        using var run = new ColdRun(scene);
        var start = await run.StartAsync(host.Ahead);
        Print(host.AtStart, host.Ahead, start.Loaded);
        try
        {
            var functions = await PublishAsync("src/PerfectviewFunctions.Functions", folder);
            Print(functions.AtStart, functions.Ahead, null);
            return 0;
        }
        catch (InvalidOperationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<(PublishedApp AtStart, PublishedApp Ahead)> PublishAsync(string project, TemporaryFolder folder)
    {
        var into = new DirectoryInfo(folder.Path);
        return (await PublishedApp.PublishAsync(project, Publishing.AtStart, into), await PublishedApp.PublishAsync(project, Publishing.Ahead, into));
    }

    /// <param name="loaded">The names of what is loaded by the first answer; null where that was not looked at.</param>
    private static void Print(PublishedApp atStart, PublishedApp ahead, IReadOnlyList<string>? loaded)
    {
        var before = AppParts.Of(atStart).ToDictionary(part => part.Name, part => part.Size, StringComparer.Ordinal);
        var parts = AppParts.Of(ahead).OrderByDescending(part => part.IsOurs).ThenByDescending(part => part.Size).ToList();
        var small = parts.Where(part => !part.IsOurs && part.Size >> 10 < SmallKb).ToList();
        Console.WriteLine($"{ahead.Name}, KB; loaded: files of it that are loaded by the first answer");
        Console.WriteLine("| | compiled at the start | compiled ahead | loaded |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var part in parts.Except(small))
        {
            PrintRow(part.Name, before[part.Name], [part], loaded);
        }

        PrintRow($"{small.Count} smaller packages", small.Sum(part => before[part.Name]), small, loaded);
        PrintRow("all projects", SizeOf(parts, isOurs: true, before), [.. parts.Where(part => part.IsOurs)], loaded);
        PrintRow("all packages", SizeOf(parts, isOurs: false, before), [.. parts.Where(part => !part.IsOurs)], loaded);
        var (restBefore, restNow) = (atStart.Size - before.Values.Sum(), ahead.Size - parts.Sum(part => part.Size));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| symbols, documentation, settings | {restBefore >> 10:#,##0} | {restNow >> 10:#,##0} | |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| all | {atStart.Size >> 10:#,##0} | {ahead.Size >> 10:#,##0} | |"));
        Console.WriteLine();
    }

    private static long SizeOf(List<AppPart> parts, bool isOurs, Dictionary<string, long> before) =>
        parts.Where(part => part.IsOurs == isOurs).Sum(part => before[part.Name]);

    private static void PrintRow(string name, long before, IReadOnlyList<AppPart> parts, IReadOnlyList<string>? loaded)
    {
        var seen = loaded is null
            ? "" : string.Create(CultureInfo.InvariantCulture, $"{parts.Sum(part => part.CountIn(loaded))} of {parts.Sum(part => part.Files.Count)}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {before >> 10:#,##0} | {parts.Sum(part => part.Size) >> 10:#,##0} | {seen} |"));
    }
}
