using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using PerfectviewFunctions.Azure.Tables;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.Azure.Tests.Support;

/// <summary>A store whose way to its table goes wrong as told, and a direct look at what really stands in the table.</summary>
internal sealed class FaultyTable : IAsyncDisposable
{
    public const string Partition = "tenant-1";

    /// <summary>Real times are for real networks: here only a call that hangs is to end by the clock.</summary>
    private static readonly TableTimes Times = new() { FirstWait = TimeSpan.FromMilliseconds(1), Try = TimeSpan.FromSeconds(60), Call = TimeSpan.FromSeconds(120) };

    private readonly string table = Azurite.NewTable();

    private FaultyTable(Azurite azurite, TableTimes times)
    {
        Azurite = azurite;
        Way = new FaultyWay(azurite.Port);
        Store = Open(azurite.ConnectionStringThrough(Way.Port), times);
        Truth = Open(azurite.ConnectionString, Times);
    }

    public Azurite Azurite { get; }

    public FaultyWay Way { get; }

    public TableRowStore Store { get; }

    /// <summary>The same table over a way on which nothing goes wrong.</summary>
    public TableRowStore Truth { get; }

    public static int Tries => Times.Tries;

    /// <summary>A table with the rows "kept" and "doomed", and a store with an open connection to it.</summary>
    /// <param name="tryTime">How long a try may take, where that is to run out; the store has no connection then.</param>
    public static async Task<FaultyTable> CreateAsync(TimeSpan? tryTime = null)
    {
        var faulty = new FaultyTable(await Azurite.StartedAsync(), Times with { Try = tryTime ?? Times.Try });
        await faulty.Truth.WriteAsync(
            Partition, [new RowWrite.Insert("kept", State("old")), new RowWrite.Insert("doomed", State("old"))], default);
        if (tryTime is null)
        {
            await faulty.Store.GetAsync(Partition, "kept", default);
            faulty.Way.ForgetCalls();
        }

        return faulty;
    }

    public static RowValues State(string state) => new() { { "state", state } };

    public async Task<string> ETagOf(string key) => (await Truth.GetAsync(Partition, key, default))!.ETag!;

    /// <summary>All that stands in the table.</summary>
    public async Task<string> StandingAsync()
    {
        var rows = new List<string>();
        await foreach (var row in Truth.QueryAsync(Partition, " ", "~", default))
        {
            rows.Add($"{row.Key}={row.Values.Text("state")}");
        }

        return string.Join(' ', rows);
    }

    /// <summary>As somebody would in the portal.</summary>
    public Task DropTableAsync() => new TableClient(Azurite.ConnectionString, table).DeleteAsync();

    public ValueTask DisposeAsync() => Way.DisposeAsync();

    private TableRowStore Open(string connectionString, TableTimes times) => TableRowStore.Create(
        new StorageSettings { ConnectionString = connectionString, Table = table },
        () => throw new InvalidOperationException("A connection string needs no credential."),
        TimeProvider.System,
        NullLoggerFactory.Instance,
        times);
}
