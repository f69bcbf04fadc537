using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.CrashHost;
using PerfectviewFunctions.LocalHost;
using PerfectviewFunctions.LocalHost.Hosting;

// The product in a process of its own, with the settings it takes itself, and some more:
//   --Kill STEP[:N]     the process kills itself when it reaches the step for the first (N-th) time
//   --Azurite STRING --Table NAME    rows are kept in Table Storage, not in SQLite
// It prints its address, and lives until its standard input ends: with its test, however that ends.
var arguments = Arguments.Parse(args)!;
var (settings, faults) = LocalHostSettings.Read(arguments.Settings, Environment.GetEnvironmentVariables(), "Kill", "Azurite", "Table");
if (settings is null)
{
    Console.WriteLine(string.Join(Environment.NewLine, faults));
    return 2;
}

await using var app = await LocalHostApp.StartAsync(settings, builder =>
{
    if (arguments.Settings.TryGetValue("Kill", out var kill))
    {
        builder.Services.AddSingleton<IWorkWitness>(KillingWitness.Parse(kill!));
    }

    if (arguments.Settings.TryGetValue("Azurite", out var connection))
    {
        var storage = new StorageSettings { ConnectionString = connection, Table = arguments.Settings["Table"]! };
        builder.Services.AddTableStorage(new AzureSettings { Storage = storage });
    }
});
Console.WriteLine(app.Urls.First());
Console.In.ReadToEnd();
return 0;
