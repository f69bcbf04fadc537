using PerfectviewFunctions.Benchmarks.Pages;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>One host with its invoices for all pages that are measured: to take the invoices in takes far longer than to show them.</summary>
internal static class SharedPages
{
    private const int Invoices = 10_000;

    private static readonly Lazy<Task<PageScene>> Scene = new(() => PageScene.SetUpAsync(Invoices));

    public static Task<PageScene> StartedAsync() => Scene.Value;

    public static async Task EndAsync()
    {
        if (Scene.IsValueCreated)
        {
            await (await Scene.Value).DisposeAsync();
        }
    }
}
