using PerfectviewFunctions.Benchmarks.ColdStart;
using PerfectviewFunctions.Benchmarks.Load;
using PerfectviewFunctions.Benchmarks.Micro;
using PerfectviewFunctions.Benchmarks.Pages;
using PerfectviewFunctions.Benchmarks.Payments;
using PerfectviewFunctions.Benchmarks.Scenarios;

// dotnet run -c Release --project benchmarks/PerfectviewFunctions.Benchmarks -- COMMAND [ARGUMENTS]; docs/performance.md has what each measures.
var commands = new Dictionary<string, Func<IReadOnlyList<string>, Task<int>>>(StringComparer.Ordinal)
{
    // [ADMINISTRATIONS] [INVOICES OF EACH] [MILLISECONDS PER CALL]
    ["payments"] = PaymentBenchmark.RunAsync,

    // [INVOICES]
    ["pages"] = PageBenchmark.RunAsync,

    // [--tenants 10] [--noisy 0] [--rate 20] [--seconds 30] [--books-ms 50] [--hosts 1]
    ["load"] = LoadBenchmark.RunAsync,

    // [STARTS OF EACH] [whole]
    ["coldstart"] = ColdStartBenchmark.RunAsync,

    // none
    ["sizes"] = SizesBenchmark.RunAsync,

    // [--filter *Webhook*] [--short]
    ["micro"] = MicroBenchmarks.RunAsync,

    // [--seed 1] [--quick] [--only SCENARIO] [--output artifacts/benchmarks]
    ["compare"] = CompareBenchmark.RunAsync,
};
if (args.Length > 0 && commands.TryGetValue(args[0], out var run))
{
    return await run(args[1..]);
}

Console.Error.WriteLine("Say what is measured: " + string.Join(", ", commands.Keys) + ".");
return 1;
