using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.Azure.Tables;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>A table of its own on Azurite, the emulator of Table Storage.</summary>
internal sealed class AzuriteTable : RowPlace
{
    private readonly StorageSettings settings;

    private AzuriteTable(string connectionString) =>
        settings = new StorageSettings { ConnectionString = connectionString, Table = Azurite.NewTable() };

    public override IReadOnlyList<string> Arguments => [$"--Azurite={settings.ConnectionString}", $"--Table={settings.Table}"];

    public static async Task<AzuriteTable> CreateAsync() => new((await Azurite.StartedAsync()).ConnectionString);

    public override IRowStore Open() => TableRowStore.Create(
        settings, () => throw new InvalidOperationException("Azurite asks for no token."), TimeProvider.System, NullLoggerFactory.Instance);

    public override void Use(IServiceCollection services) => services.AddTableStorage(new AzureSettings { Storage = settings });

    public override IReadOnlyList<string> Dump() =>
    [
        .. new TableClient(settings.ConnectionString, settings.Table).Query<TableEntity>()
            .Select(row => $"{row.PartitionKey} {row.RowKey} {row.ETag} {Describe(row)}"),
    ];

    private static string Describe(TableEntity row) => string.Join(
        ", ",
        row.Where(value => value.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
            .OrderBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => $"{value.Key}: {(value.Value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : value.Value)}"));
}
