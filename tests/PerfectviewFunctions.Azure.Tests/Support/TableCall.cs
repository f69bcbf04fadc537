using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Support;

/// <summary>The calls that every fault is tried on.</summary>
internal static class TableCall
{
    public const string Before = "doomed=old kept=old";

    public static string[] Writes { get; } = ["insert", "replace", "delete", "batch"];

    public static string[] Readings { get; } = ["get", "query"];

    public static string[] All { get; } = [.. Writes, .. Readings];

    /// <summary>Each call with each of something.</summary>
    public static TheoryData<string, string> With(IEnumerable<string> calls, IEnumerable<string> others)
    {
        var all = new TheoryData<string, string>();
        foreach (var (call, other) in calls.SelectMany(_ => others, (call, other) => (call, other)))
        {
            all.Add(call, other);
        }

        return all;
    }

    /// <summary>What stands in the table once the write was done.</summary>
    public static string After(string call) => call switch
    {
        "insert" => "doomed=old kept=old new=new",
        "replace" => "doomed=old kept=new",
        "delete" => "kept=old",
        _ => "kept=new new=new",
    };

    /// <summary>Prepares a write, with ETags that hold.</summary>
    public static async Task<Func<Task<WriteResult>>> WriteAsync(FaultyTable table, string call)
    {
        var insert = new RowWrite.Insert("new", FaultyTable.State("new"));
        var replace = new RowWrite.Replace("kept", FaultyTable.State("new"), await table.ETagOf("kept"));
        var delete = new RowWrite.Delete("doomed", await table.ETagOf("doomed"));
        RowWrite[] batch = call switch
        {
            "insert" => [insert],
            "replace" => [replace],
            "delete" => [delete],
            _ => [insert, replace, delete],
        };
        return () => table.Store.WriteAsync(FaultyTable.Partition, batch, default);
    }

    /// <summary>Makes any of the calls, and expects that the store can't be used.</summary>
    public static async Task<StoreUnavailableException> FailsAsync(FaultyTable table, string call)
    {
        Func<Task> make = Writes.Contains(call) ? await WriteAsync(table, call) : () => ReadAsync(table, call);
        return await Assert.ThrowsAsync<StoreUnavailableException>(make);
    }

    /// <returns>What was read, in the form of <see cref="FaultyTable.StandingAsync"/>.</returns>
    public static async Task<string> ReadAsync(FaultyTable table, string call)
    {
        var rows = new List<Row?>();
        if (call == "get")
        {
            rows.Add(await table.Store.GetAsync(FaultyTable.Partition, "doomed", default));
            rows.Add(await table.Store.GetAsync(FaultyTable.Partition, "kept", default));
        }
        else
        {
            await foreach (var row in table.Store.QueryAsync(FaultyTable.Partition, " ", "~", default))
            {
                rows.Add(row);
            }
        }

        return string.Join(' ', rows.Select(row => row is null ? "-" : $"{row.Key}={row.Values.Text("state")}"));
    }
}
