using System.Globalization;

namespace PerfectviewFunctions.Benchmarks.Payments;

/// <summary>One reading of the payments of all administrations, as the timer does it, on SQLite and the sandbox in this process.</summary>
internal static class PaymentBenchmark
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var numbers = args.Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();
        var scenario = new PaymentScenario(
            Administrations: numbers.ElementAtOrDefault(0) is > 0 and var given ? given : 1000,
            Invoices: numbers.ElementAtOrDefault(1) is > 0 and var each ? each : 10,
            Latency: TimeSpan.FromMilliseconds(numbers.ElementAtOrDefault(2)));
        await using var scene = await PaymentScene.SetUpAsync(scenario);
        Console.WriteLine($"{scenario.Administrations} administrations, {scenario.Invoices} open invoices each, {scenario.Latency.TotalMilliseconds:0} ms added to each call");
        Console.WriteLine("reading                          " + PaymentReading.Head);
        foreach (var (what, prepare) in new (string, Action)[]
        {
            ("first: all are seen", () => { }),
            ("nothing changed", () => { }),
            ("one of ten partly paid", scene.PayOneOfTen),
        })
        {
            prepare();
            Console.WriteLine($"{what,-32} {await scene.ReadAsync()}");
        }

        return 0;
    }
}
