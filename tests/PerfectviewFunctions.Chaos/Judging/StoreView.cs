using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Chaos.Judging;

/// <summary>The rows, as they stand.</summary>
internal sealed class StoreView(IServiceProvider services)
{
    private readonly IRowStore store = services.GetRequiredService<IRowStore>();

    public async Task<IReadOnlyList<Row>> WithPrefixAsync(string partition, string prefix) =>
        await store.QueryPrefixAsync(partition, prefix, default).ToListAsync();

    public async Task<IReadOnlyList<Row>> AllAsync(string partition) => await store.QueryAsync(partition, "!", "~~~~", default).ToListAsync();
}
