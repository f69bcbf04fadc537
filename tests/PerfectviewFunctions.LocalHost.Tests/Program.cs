namespace PerfectviewFunctions.LocalHost.Tests;

/// <summary>What this assembly does when a test starts it as a process of its own.</summary>
internal static class Program
{
    public static Task Main(string[] args) => args switch
    {
        ["increment", var file, var times] => Storage.StoreProcess.IncrementAsync(file, int.Parse(times, null)),
        ["insert-batches", var file] => Storage.StoreProcess.InsertBatchesAsync(file),
        _ => throw new ArgumentException("Nothing to do; the tests are run with 'dotnet test'.", nameof(args)),
    };
}
