using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.LocalHost.Storage;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;

namespace PerfectviewFunctions.LocalHost.Tests.Storage;

public sealed class SqliteRowStoreContractTests : RowStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<SqliteRowStore> opened = [];

    public void Dispose()
    {
        opened.ForEach(store => store.Dispose());
        folder.Dispose();
    }

    protected override Task<IRowStore> CreateAsync()
    {
        opened.Add(SqliteRowStore.Open(folder.File($"store{opened.Count}.db")));
        return Task.FromResult<IRowStore>(opened[^1]);
    }
}
