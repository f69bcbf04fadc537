using Azure.Core;
using Microsoft.Extensions.Logging.Abstractions;
using PerfectviewFunctions.Azure.Tables;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;

namespace PerfectviewFunctions.Azure.Tests.Tables;

public sealed class TableRowStoreContractTests : RowStoreContract
{
    protected override async Task<IRowStore> CreateAsync()
    {
        var azurite = await Azurite.StartedAsync();
        var settings = new StorageSettings { ConnectionString = azurite.ConnectionString, Table = Azurite.NewTable() };
        return TableRowStore.Create(settings, NoCredential, TimeProvider.System, NullLoggerFactory.Instance);
    }

    private static TokenCredential NoCredential() => throw new InvalidOperationException("A connection string needs no credential.");
}
