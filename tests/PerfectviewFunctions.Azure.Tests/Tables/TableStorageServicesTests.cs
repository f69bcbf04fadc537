using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Azure.Tests.Support;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Tables;

public sealed class TableStorageServicesTests
{
    [Fact]
    public async Task AddTableStorage_with_a_connection_string_needs_no_credential()
    {
        var azurite = await Azurite.StartedAsync();
        await using var services = Services(new() { ConnectionString = azurite.ConnectionString, Table = Azurite.NewTable() });

        var store = services.GetRequiredService<IRowStore>();

        Assert.True(await store.TryInsertAsync(FaultyTable.Partition, "new", FaultyTable.State("new"), default));
        Assert.Same(store, services.GetRequiredService<IRowStore>());
    }

    [Fact]
    public void AddTableStorage_with_an_address_needs_a_credential()
    {
        using var services = Services(new() { Tables = new Uri("https://account.table.core.windows.net") });

        var exception = Assert.Throws<InvalidOperationException>(services.GetRequiredService<IRowStore>);

        Assert.Contains(nameof(TokenCredential), exception.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(StorageSettings storage) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddLogging()
        .AddTableStorage(new AzureSettings { Storage = storage })
        .BuildServiceProvider();
}
