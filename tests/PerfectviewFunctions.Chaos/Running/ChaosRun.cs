using System.Diagnostics;
using PerfectviewFunctions.Chaos.Judging;
using PerfectviewFunctions.Chaos.Planning;

namespace PerfectviewFunctions.Chaos.Running;

/// <summary>
/// Several hosts on one store, many tenants, everything sent more than once and in no order, people who pay, and trouble of every kind; then peace,
/// and a comparison of what was sent, what is stored, what stands in the books and what Perfectview was told. The plan and the troubles follow from
/// the seed; how the machine interleaves them does not.
/// </summary>
internal static class ChaosRun
{
    public static async Task<ChaosOutcome> RunAsync(ChaosOptions options, Action<string> say)
    {
        var (figures, plan) = (new Figures(), Plan.Of(options));
        await using var stage = await Stage.SetUpAsync(options, plan);
        var fleet = new Fleet(options, stage, figures);
        try
        {
            return await RunAsync(options, plan, stage, fleet, figures, say);
        }
        finally
        {
            await fleet.EndAsync();
        }
    }

    private static async Task<ChaosOutcome> RunAsync(
        ChaosOptions options, Plan plan, Stage stage, Fleet fleet, Figures figures, Action<string> say)
    {
        await fleet.ListensAsync();
        var watch = Stopwatch.StartNew();
        var senders = new Senders(options, plan, stage, fleet, figures);
        using var sendingOver = new CancellationTokenSource(options.SendFor);
        using var peopleOver = new CancellationTokenSource();
        var striking = new Striker(plan, stage, fleet, senders, figures).RunAsync(sendingOver.Token);
        var payer = new Payer(plan, stage, figures);
        var paying = payer.RunAsync(peopleOver.Token);
        using (new Timer(_ => say($"{watch.Elapsed:hh\\:mm\\:ss} {senders.Taken}/{plan.Batches.Count} batches"), null, 30_000, 30_000))
        {
            await senders.RunAsync(sendingOver.Token);
        }

        var sent = watch.Elapsed;
        await sendingOver.CancelAsync();
        await striking;
        say($"{watch.Elapsed:hh\\:mm\\:ss} sent; the trouble ends");
        stage.Books.Faults.Clear();
        stage.Books.Receiver.Faults.Clear();
        await fleet.CalmAsync();

        var differences = await new Settling(plan, stage, fleet, senders, payer, figures, say).RunAsync(paying, peopleOver);
        await fleet.EndAsync();
        differences = [.. differences, .. await new Judge(plan, stage, senders, figures).FindAsync()];
        Count(figures, stage, senders, sent, watch.Elapsed);
        return new ChaosOutcome(figures.Table(), differences);
    }

    private static void Count(Figures figures, Stage stage, Senders senders, TimeSpan sent, TimeSpan all)
    {
        figures.Set("events sent", senders.Answered.Count);
        figures.Set("duplicates of events", figures.Of("deliveries of events") - senders.Answered.Count);
        figures.Set("seconds of sending", (long)sent.TotalSeconds);
        figures.Set("seconds in all", (long)all.TotalSeconds);
        figures.Set("events per second, while sending", (long)(senders.Answered.Count / sent.TotalSeconds));
        foreach (var (kind, count) in stage.Books.Calls.Faults)
        {
            figures.Set($"sandbox fault: {kind}", count);
        }

        foreach (var fault in stage.Books.Receiver.Arrivals.Where(arrival => arrival.Fault is not null).GroupBy(arrival => arrival.Fault))
        {
            figures.Set($"callback fault: {fault.Key}", fault.Count());
        }

        figures.Set("calls to the books", stage.Books.Calls.Total);
        figures.Set("callbacks that arrived", stage.Books.Receiver.Arrivals.Count);
        foreach (var code in (string[])["CMUT018", "CMUT019", "CREL001"])
        {
            figures.Set($"refused by the books: {code}", stage.Books.Calls.Outcomes.GetValueOrDefault(code));
        }
    }
}
