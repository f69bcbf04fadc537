using PerfectviewFunctions.Azure;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.CrashHost;
using PerfectviewFunctions.LocalHost;
using PerfectviewFunctions.LocalHost.Hosting;

// The product in a process of its own, with the settings it takes itself, and some more:
//   --Kill STEP[:N]     the process kills itself when it reaches the step for the first (N-th) time
//   --Pause STEP[:N]    it stops itself there, until somebody sends it SIGCONT
//   --Azurite STRING --Table NAME    rows are kept in Table Storage, not in SQLite
//   --StoreFaults SEED:PERMILLE      so many of a thousand calls to the store fail, by a schedule that follows from the seed
//   --Fast true         the timers run every second
//   --Quiet true        only warnings and errors are logged
// It prints its address, and lives until its standard input ends: with its test, however that ends.
var arguments = Arguments.Parse(args)!;
var (settings, faults) = LocalHostSettings.Read(
    arguments.Settings, Environment.GetEnvironmentVariables(), "Kill", "Pause", "Azurite", "Table", "StoreFaults", "Fast", "Quiet");
if (settings is null)
{
    Console.WriteLine(string.Join(Environment.NewLine, faults));
    return 2;
}

StrikingStore? striking = null;
await using var app = await LocalHostApp.StartAsync(settings, builder =>
{
    builder.Services.AddSingleton<IWorkWitness>(new Witnesses(
    [
        .. arguments.Settings.TryGetValue("Kill", out var kill) ? [StepCount.Parse(kill!, Fate.Die)] : (IWorkWitness[])[],
        .. arguments.Settings.TryGetValue("Pause", out var pause) ? [StepCount.Parse(pause!, Fate.Pause)] : (IWorkWitness[])[],
    ]));

    if (arguments.Settings.TryGetValue("Azurite", out var connection))
    {
        var storage = new StorageSettings { ConnectionString = connection, Table = arguments.Settings["Table"]! };
        builder.Services.AddTableStorage(new AzureSettings { Storage = storage });
    }

    if (arguments.Settings.TryGetValue("StoreFaults", out var schedule))
    {
        var inner = builder.Services.Last(service => service.ServiceType == typeof(IRowStore)).ImplementationFactory!;
        builder.Services.AddSingleton<IRowStore>(
            services => striking = StrikingStore.Parse((IRowStore)inner(services), schedule!));
    }

    if (arguments.Settings.ContainsKey("Fast"))
    {
        builder.Services.AddFastTimers();
    }

    if (arguments.Settings.ContainsKey("Quiet"))
    {
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
    }
});
Console.WriteLine(app.Urls.First());
if (striking is not null)
{
    striking.IsOn = true;
}

Console.In.ReadToEnd();

// As a host ends that is asked to: what it is working on comes to its end first.
await app.StopAsync();
return 0;
