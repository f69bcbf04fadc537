using System.Diagnostics;
using System.Globalization;

namespace PerfectviewFunctions.Benchmarks.Pages;

/// <summary>How long each page takes from request to last byte, with many invoices in store, on SQLite and the sandbox in this process.</summary>
internal static class PageBenchmark
{
    private const int Warming = 5;
    private const int Measured = 40;

    private static readonly (string What, string Address)[] Pages =
    [
        ("links", "/koppeling"),
        ("overview", "/koppeling/demo"),
        ("bookings", "/koppeling/demo/boekingen"),
        ("bookings, second page", ""),
        ("bookings that need action", "/koppeling/demo/boekingen?staat=actie"),
        ("bookings by a name nobody has", "/koppeling/demo/boekingen?relatie=niemand"),
        ("one booking", "/koppeling/demo/boekingen/factuur?nummer=F-7"),
        ("open balances", "/koppeling/demo/openstaand"),
        ("relations", "/koppeling/demo/relaties"),
        ("VAT and ledger", "/koppeling/demo/btw-en-grootboek"),
        ("settings", "/koppeling/demo/instellingen"),
        ("help", "/koppeling/demo/hulp"),
    ];

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var invoices = args.Count > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        await using var scene = await PageScene.SetUpAsync(invoices);
        Console.WriteLine($"{invoices} invoices, {scene.HeldBack} of them held back; booked through the webhook in {scene.SetUp.TotalSeconds:0} s");
        Console.WriteLine("page                             median ms  95% ms  worst ms  KB");
        foreach (var (what, address) in Pages)
        {
            Console.WriteLine(await MeasureAsync(scene, what, address.Length > 0 ? address : await scene.SecondPageAsync()));
        }

        return 0;
    }

    private static async Task<string> MeasureAsync(PageScene scene, string what, string address)
    {
        var (took, size) = (new List<decimal>(), 0);
        for (var i = 0; i < Warming + Measured; i++)
        {
            var watch = Stopwatch.StartNew();
            size = (await scene.GetAsync(address)).Length;
            if (i >= Warming)
            {
                took.Add((decimal)watch.Elapsed.TotalMilliseconds);
            }
        }

        took.Sort();
        return string.Create(
            CultureInfo.InvariantCulture, $"{what,-32} {took[Measured / 2],9:0.0} {took[Measured * 95 / 100],7:0.0} {took[^1],9:0.0} {size / 1024,3}");
    }
}
