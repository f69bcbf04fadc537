using PerfectviewFunctions.Chaos.Planning;
using PerfectviewFunctions.Chaos.Running;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Chaos.Judging;

/// <summary>Compares what was sent, what is stored, what stands in the books and what Perfectview was told, when all hosts are gone.</summary>
internal sealed class Judge(Plan plan, Stage stage, Senders senders, Figures figures)
{
    /// <summary>Longer than any row that announces work may rest before it is cleared.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromHours(2);

    public async Task<IReadOnlyList<string>> FindAsync()
    {
        var app = await stage.OpenAsync(new LaterClock(Later));
        await using (app)
        {
            var store = new StoreView(app.Services);
            var found = new List<string>();
            found.AddRange(senders.Refused.Select(refusal => "refused: " + refusal));
            found.AddRange(await new RestJudge(plan, senders, store).FindAsync());
            found.AddRange(await new EventJudge(plan, senders, store, figures).FindAsync());
            found.AddRange(await new InvoiceJudge(plan, stage, senders, app.Services, figures).FindAsync());
            found.AddRange(await new RelationJudge(plan, stage, senders, store).FindAsync());
            found.AddRange(await new PaymentJudge(plan, stage, senders, app.Services).FindAsync());
            found.AddRange(await FindAnnouncedAsync(app.Services, store));
            return found;
        }
    }

    /// <summary>Two hours later the timers find nothing to do, and no row says that there is.</summary>
    private static async Task<IReadOnlyList<string>> FindAnnouncedAsync(IServiceProvider services, StoreView store)
    {
        await services.GetRequiredService<PendingSweep>().RunAsync(default);
        await services.GetRequiredService<CallbackSweep>().RunAsync(default);
        return
        [
            .. (await store.AllAsync(Partition.Due)).Select(row => "a due row is left: " + row.Key),
            .. (await store.AllAsync(Partition.Callbacks)).Select(row => "a row is left that says messages wait: " + row.Key),
        ];
    }
}
