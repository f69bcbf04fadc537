using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>Notes every operation on the store when it begins.</summary>
internal sealed class CountingStore(IRowStore inner) : IRowStore, IDisposable
{
    private readonly Lock gate = new();
    private List<StoreCall> calls = [];

    /// <summary>Puts one between a host and its store.</summary>
    /// <param name="made">Is given it when the host starts.</param>
    public static void Use(WebApplicationBuilder builder, Action<CountingStore> made)
    {
        var inner = builder.Services.Last(service => service.ServiceType == typeof(IRowStore)).ImplementationFactory!;
        builder.Services.AddSingleton<IRowStore>(services =>
        {
            var store = new CountingStore((IRowStore)inner(services));
            made(store);
            return store;
        });
    }

    /// <summary>What there was since it was last asked.</summary>
    public IReadOnlyList<StoreCall> Take()
    {
        lock (gate)
        {
            var taken = calls;
            calls = [];
            return taken;
        }
    }

    public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellationToken)
    {
        Note(StoreCall.Get(partition, key));
        return inner.GetAsync(partition, key, cancellationToken);
    }

    public IAsyncEnumerable<Row> QueryAsync(string partition, string from, string to, CancellationToken cancellationToken)
    {
        Note(StoreCall.Query(partition, from));
        return inner.QueryAsync(partition, from, to, cancellationToken);
    }

    public Task<WriteResult> WriteAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken)
    {
        Note(StoreCall.Write(partition, batch));
        return inner.WriteAsync(partition, batch, cancellationToken);
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private void Note(StoreCall call)
    {
        lock (gate)
        {
            calls.Add(call);
        }
    }
}
