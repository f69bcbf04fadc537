namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>
/// A random walk through payments, refunds, reversals, credits, removals and corrections in the books, failed readings, lists that are cut off, used
/// up look-ups, a receiver that fails, restarts and time, with a judge after every reading and every delivery, and at the end when all has healed.
/// </summary>
internal sealed class PaymentWalk(Scene scene) : IAsyncDisposable
{
    private readonly SaleActs sales = new(scene);
    private readonly PayActs payments = new(scene);
    private readonly EditActs edits = new(scene);
    private readonly WorldActs world = new(scene);
    private readonly RunActs runs = new(scene);

    public string Journal => scene.Journal;

    public static async Task<PaymentWalk> StartAsync(int seed)
    {
        var scene = await Scene.SetUpAsync(seed);
        var walk = new PaymentWalk(scene);
        foreach (var firm in scene.Firms)
        {
            await walk.sales.SendAsync(firm, 7);
        }

        return walk;
    }

    public async Task StepAsync()
    {
        switch (scene.Next(100))
        {
            case < 8:
                await sales.SendAsync();
                break;
            case < 32:
                payments.Act();
                break;
            case < 42:
                edits.Act();
                break;
            case < 49:
                world.AddFault();
                break;
            case < 55:
                world.AddReceiverFault();
                break;
            case < 75:
                await PassAsync(TimeSpan.FromMinutes(60));
                break;
            case < 77:
                await PassAsync(TimeSpan.FromMinutes(1 + scene.Next(40)));
                break;
            case < 81:
                await PassAsync(TimeSpan.FromHours(2 + scene.Next(60)));
                break;
            case < 85:
                MaybeTrouble();
                await runs.AskAsync(scene.Pick(scene.Firms), scene.Pick(scene.Hosts));
                scene.EndTrouble();
                break;
            case < 90:
                scene.Pass(TimeSpan.FromMinutes(1 + scene.Next(5)));
                await DeliverAsync();
                break;
            case < 92:
                await scene.Pick(scene.Hosts).SweepAsync();
                break;
            case < 93:
                await world.RestartAsync();
                break;
            case < 95:
                var firm = scene.Pick(scene.Firms);
                await world.SwitchAsync(firm, !firm.PaymentsOn);
                break;
            default:
                world.CutOrMend();
                break;
        }
    }

    /// <summary>Ends all trouble, makes lists whole and look-ups many, and lets hours pass.</summary>
    public async Task HealAsync()
    {
        scene.Note("all heals");
        scene.Books.Faults.Clear();
        scene.Receiver.Faults.Clear();
        scene.Books.Switches = scene.Books.Switches with { MaxOpenItems = null };
        foreach (var firm in scene.Firms.Where(firm => !firm.PaymentsOn))
        {
            await world.SwitchAsync(firm, on: true);
        }

        if (scene.Setting.LookupsPerMonth is not null)
        {
            await NextMonthAsync();
        }

        for (var hour = 0; hour < 4; hour++)
        {
            scene.Pass(TimeSpan.FromHours(1));
            await runs.SyncAsync([scene.Hosts[hour % 2]]);
            await runs.DeliverAsync([scene.Hosts[hour % 2]]);
        }

        new EndJudge(scene).Check();
        await TellAllAsync();
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    private async Task PassAsync(TimeSpan time)
    {
        scene.Pass(time);
        MaybeTrouble();
        await runs.SyncAsync(scene.Next(4) == 0 ? scene.Hosts : [scene.Pick(scene.Hosts)]);
        if (scene.Next(2) == 0)
        {
            await DeliverAsync();
        }

        scene.EndTrouble();
    }

    /// <summary>While a slow receiver is waited for, the invoice that it is told of is paid, and read.</summary>
    private Task DeliverAsync() => runs.DeliverAsync(scene.Next(3) == 0 ? scene.Hosts : [scene.Pick(scene.Hosts)], sale =>
    {
        if (sale is { Booking: not null, IsDoubled: false })
        {
            payments.Pay(sale);
        }

        return runs.AskAsync(sale.Firm, scene.Pick(scene.Hosts));
    });

    private void MaybeTrouble()
    {
        if (scene.Next(8) == 0)
        {
            scene.MakeTrouble();
        }
    }

    /// <summary>The look-ups are counted anew, and there are enough of them for all that is left.</summary>
    private async Task NextMonthAsync()
    {
        scene.World.Payments = Scene.Patient;
        scene.Pass(TimeSpan.FromDays(31));
        await scene.RestartAsync(0);
        await scene.RestartAsync(1);
    }

    /// <summary>What was given up is offered again by whoever asks for a reading.</summary>
    private async Task TellAllAsync()
    {
        foreach (var firm in scene.Firms)
        {
            scene.Pass(TimeSpan.FromMinutes(10));
            await runs.AskAsync(firm, scene.Hosts[0]);
        }

        for (var minute = 0; minute < 3; minute++)
        {
            scene.Pass(TimeSpan.FromMinutes(1));
            await runs.DeliverAsync([scene.Hosts[0]]);
        }

        await runs.Messages.CheckEndAsync();
    }
}
