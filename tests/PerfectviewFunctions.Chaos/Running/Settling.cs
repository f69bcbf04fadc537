using System.Diagnostics;
using PerfectviewFunctions.Chaos.Judging;
using PerfectviewFunctions.Chaos.Planning;

namespace PerfectviewFunctions.Chaos.Running;

/// <summary>Lets everything come to rest after the trouble: people retry what is held back, the last invoices are paid, and payments are read and told.</summary>
internal sealed class Settling(
    Plan plan, Stage stage, Fleet fleet, Senders senders, Payer payer, Figures figures, Action<string> say)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <returns>What is not at rest when the time is over.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Task paying, CancellationTokenSource peopleOver)
    {
        var watch = Stopwatch.StartNew();
        var patience = TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(senders.Answered.Count / 20.0);
        var app = await stage.OpenAsync();
        await using (app)
        {
            var person = new Person(plan, stage, fleet, figures);
            var rest = new RestJudge(plan, senders, new StoreView(app.Services));
            var payments = new PaymentJudge(plan, stage, senders, app.Services);
            IReadOnlyList<string> left;
            do
            {
                await person.RetryAsync();
                await Task.Delay(Pause);
                left = await rest.FindAsync();
                if (left.Count == 0)
                {
                    // All is booked, so that whatever is to be paid can be, in the next round.
                    var entered = payer.Rounds;
                    while (!paying.IsCompleted && payer.Rounds < entered + 2)
                    {
                        await Task.Delay(Pause);
                    }

                    left = await payments.FindAsync();
                }

                if ((int)watch.Elapsed.TotalSeconds % 15 == 0)
                {
                    say($"settling for {watch.Elapsed:hh\\:mm\\:ss}: {left.Count} left, such as {(left.Count > 0 ? left[0] : "none")}");
                }
            }
            while (left.Count > 0 && watch.Elapsed < patience);

            await peopleOver.CancelAsync();
            await paying;
            figures.Set("seconds of settling", (long)watch.Elapsed.TotalSeconds);
            return [.. left.Take(20).Select(what => "not at rest: " + what)];
        }
    }
}
