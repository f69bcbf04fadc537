using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>What the timers do, and a person who asks for a reading; judged each time.</summary>
internal sealed class RunActs(Scene scene)
{
    private readonly ReadingJudge readings = new(scene);
    private readonly CallJudge calls = new(scene);
    private readonly MessageJudge messages = new(scene);

    public MessageJudge Messages => messages;

    /// <summary>The timer comes to one host, or to both.</summary>
    public Task SyncAsync(IReadOnlyList<Host> hosts) => ReadAsync(async () =>
    {
        scene.Note($"{hosts.Count} read by the timer");
        await Task.WhenAll(hosts.Select(host => host.SyncPaymentsAsync()));
    });

    /// <summary>A person wants to know now.</summary>
    public Task AskAsync(Firm firm, Host host) => ReadAsync(async () =>
    {
        try
        {
            var result = await host.Services.GetRequiredService<PaymentSync>().ReadNowAsync(await scene.TenantAsync(firm), CancellationToken.None);
            scene.Note($"{firm.Name} asks: {result.GetType().Name}");
        }
        catch (Exception exception) when (scene.IsTroubled && exception.Message.EndsWith("on purpose.", StringComparison.Ordinal))
        {
            scene.Note($"{firm.Name} asks in vain");
        }
    });

    /// <summary>Messages are sent. Where a receiver is slow, the clock goes on until it answers or nobody waits for it any more.</summary>
    /// <param name="meanwhile">What happens while the first slow answer is waited for, if there is one, to the invoice that it is about.</param>
    public async Task DeliverAsync(IReadOnlyList<Host> hosts, Func<Sale, Task>? meanwhile = null)
    {
        var slow = Slow().Count;
        var work = Task.WhenAll(hosts.Select(host => host.DeliverAsync()));
        while (await Task.WhenAny(work, Task.Delay(5)) != work)
        {
            if (Slow() is var arrivals && arrivals.Count > slow)
            {
                await (meanwhile?.Invoke(SaleOf(arrivals[slow++])) ?? Task.CompletedTask);
                meanwhile = null;
                scene.World.Clock.Advance(scene.Setting.SlowAnswer);
            }
        }

        await work;
        scene.Note($"{hosts.Count} delivered, {scene.Receiver.Arrivals.Count} arrived so far");
        messages.Check();
    }

    private List<CallbackArrival> Slow() => [.. scene.Receiver.Arrivals.Where(arrival => arrival.Fault == CallbackFaultKind.Slow)];

    private Sale SaleOf(CallbackArrival arrival) => scene.Sales.Single(sale => MessageJudge.InvoiceOf(arrival) == (sale.Firm.Name, sale.Number));

    /// <summary>Time passes before each reading, so that one can be told from the next.</summary>
    private async Task ReadAsync(Func<Task> read)
    {
        scene.Pass(TimeSpan.FromSeconds(1));
        var before = await Look.AtAsync(scene);
        scene.Books.Calls.Clear();
        await read();
        var after = await Look.AtAsync(scene);
        foreach (var (sale, (row, payment)) in after.Payments.Where(pair => pair.Value.Row.ETag != before.Payments[pair.Key].Row.ETag))
        {
            scene.Note($"  {sale}: {Text(before.Payments[sale].Payment.Status)} became {Text(payment.Status)}");
        }

        calls.Check(before);
        readings.Check(before, after);
    }
}
