using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.LocalHost.Storage;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>An empty store, and what has to be cleared away after it.</summary>
internal sealed class BenchedStore : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string TableStorage = "Azurite";

    private readonly ServiceProvider services;
    private readonly DirectoryInfo? folder;

    private BenchedStore(ServiceProvider services, DirectoryInfo? folder) => (this.services, this.folder) = (services, folder);

    public IRowStore Rows => services.GetRequiredService<IRowStore>();

    public static async Task<BenchedStore> OpenAsync(string name) => name == TableStorage ? await OpenTableAsync() : OpenFile();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder?.Delete(recursive: true);
    }

    private static BenchedStore OpenFile()
    {
        var made = Directory.CreateTempSubdirectory("perfectviewfunctions-benchmark-");
        var store = new ServiceCollection().AddSingleton<IRowStore>(_ => SqliteRowStore.Open(Path.Combine(made.FullName, "rows.db")));
        return new BenchedStore(store.BuildServiceProvider(), made);
    }

    private static async Task<BenchedStore> OpenTableAsync()
    {
        var azurite = await Azurite.StartedAsync();
        var settings = new AzureSettings { Storage = new() { ConnectionString = azurite.ConnectionString, Table = Azurite.NewTable() } };
        var store = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddTableStorage(settings);
        return new BenchedStore(store.BuildServiceProvider(), null);
    }
}
