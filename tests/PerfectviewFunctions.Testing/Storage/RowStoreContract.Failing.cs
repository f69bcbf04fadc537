using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Testing.Storage;

public abstract partial class RowStoreContract
{
    private const int BatchLength = 12;

    /// <summary>Each way in which a write does not hold, at the first, a middle and the last place of a batch.</summary>
    public static TheoryData<string, int> FailingWrites
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var kind in new[] { "insert taken", "replace changed", "delete changed", "replace missing", "delete missing" })
            {
                foreach (var place in new[] { 0, 5, BatchLength - 1 })
                {
                    all.Add(kind, place);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(FailingWrites))]
    public async Task Batch_of_mixed_kinds_that_fails_in_one_place_changes_nothing(string kind, int place)
    {
        var store = await CreateAsync();
        var batch = new List<RowWrite>();
        for (var i = 0; i < BatchLength - 1; i++)
        {
            batch.Add((i % 3) switch
            {
                0 => new RowWrite.Insert($"new:{i:D2}", State("new")),
                1 => new RowWrite.Replace($"old:{i:D2}", State("new"), await InsertAsync(store, $"old:{i:D2}", "old")),
                _ => new RowWrite.Delete($"old:{i:D2}", await InsertAsync(store, $"old:{i:D2}", "old")),
            });
        }

        var gone = await InsertAsync(store, "old:gone", "old");
        await store.WriteAsync(Partition, [new RowWrite.Delete("old:gone", gone)], default);
        var stale = await InsertAsync(store, "old:changed", "old");
        await ReplaceAsync(store, "old:changed", stale);
        batch.Insert(place, kind switch
        {
            "insert taken" => new RowWrite.Insert("old:changed", State("new")),
            "replace changed" => new RowWrite.Replace("old:changed", State("new"), stale),
            "delete changed" => new RowWrite.Delete("old:changed", stale),
            "replace missing" => new RowWrite.Replace("old:gone", State("new"), gone),
            _ => new RowWrite.Delete("old:gone", gone),
        });
        var before = await StoredAsync();

        var result = await store.WriteAsync(Partition, batch, default);

        var expected = kind == "insert taken" ? ConflictKind.AlreadyExists : ConflictKind.Changed;
        Assert.Equal(new WriteResult.Conflict(place, expected), result);
        Assert.Equal(before, await StoredAsync());

        // And all the others hold, with the ETags read before.
        batch.RemoveAt(place);
        Assert.IsType<WriteResult.Written>(await store.WriteAsync(Partition, batch, default));

        async Task<List<string>> StoredAsync() =>
            [.. (await RowsAsync(store.QueryAsync(Partition, " ", "~", default))).Select(row => $"{row.Key} {row.ETag} {row.Values.Text("state")}")];
    }
}
