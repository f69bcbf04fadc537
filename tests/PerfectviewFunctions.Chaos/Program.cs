using PerfectviewFunctions.Chaos;
using PerfectviewFunctions.Chaos.Running;

if (ChaosOptions.Parse(args) is not { } options)
{
    Console.WriteLine(ChaosOptions.Usage);
    return 2;
}

Console.WriteLine($"seed {options.Seed}: {options.Events} events, {options.Hosts} hosts, {options.Tenants} tenants, {(options.OnAzurite ? "Azurite" : "SQLite")}");
var outcome = await ChaosRun.RunAsync(options, Console.WriteLine);
Console.WriteLine(outcome.Table);
foreach (var difference in outcome.Differences)
{
    Console.WriteLine("DIFFERENT: " + difference);
}

return outcome.Differences.Count == 0 ? 0 : 1;
