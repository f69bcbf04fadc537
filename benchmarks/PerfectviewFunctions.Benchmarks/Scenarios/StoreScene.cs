using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>Counts what a request does with the store, in a host whose timers rest.</summary>
internal static class StoreScene
{
    private const int Many = 10;

    private static readonly TimeSpan Held = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyList<StoreCount>> MeasureAsync(int seed)
    {
        CountingStore? store = null;
        await using var scene = await Scene.StartAsync(
            async books => await PerfectviewConnector.StartAsync(books, timer: false, builder => CountingStore.Use(builder, made => store = made)), 1, seed);
        var customer = scene.Customers[0];
        await scene.WarmUpAsync(20);
        store!.Take();

        var sent = scene.Invoices.Next(customer, 1);
        scene.Ledger.Expect(customer, sent);
        await scene.Door.SendAsync(customer, sent);
        var steady = new StoreCount("steady state, to the answer 200", store.Take());

        await scene.Door.SendAsync(customer, sent);
        var duplicate = new StoreCount("the same event once more", store.Take());

        var stored = await StoredOnlyAsync(scene, customer, store);
        await scene.SendAsync(customer, Many);
        var many = new StoreCount($"{Many} invoices in one request", store.Take()) { Invoices = Many };
        await scene.Ledger.BookedAsync();
        return [steady, stored, duplicate, many];
    }

    /// <summary>Somebody else holds the administration, and waits for the books: so all that is counted belongs to the request that comes meanwhile.</summary>
    private static async Task<StoreCount> StoredOnlyAsync(Scene scene, Customer customer, CountingStore store)
    {
        scene.Books.Calls.Clear();
        scene.Books.Faults.Add(new Fault(FaultKind.SlowBefore) { Operation = "AddMutatie", Delay = Held });
        var holder = scene.SendAsync(customer);
        while (scene.Books.Calls.Count("AddMutatie") == 0)
        {
            await Task.Delay(1);
        }

        store.Take();
        var reply = await scene.SendAsync(customer);
        var calls = store.Take();
        if (reply.IsDone || holder.IsCompleted)
        {
            throw new InvalidOperationException("The request was to find the administration taken, and did not.");
        }

        await holder;
        await scene.Ledger.BookedAsync();

        // What the holder did for both is nobody's.
        store.Take();
        return new StoreCount("before the answer 202", calls);
    }
}
