using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Attention;

/// <summary>
/// A person acts between any two store calls or calls to the books of a worker, and a worker between any two store calls of a person: nothing is
/// booked twice, nothing is sent after it was ignored, and nothing is left that nobody comes back to.
/// </summary>
public sealed class ActionInterleavings
{
    public static TheoryData<string, string> Cases =>
        Interleaving.Cases(["fresh", "held back", "waiting", "uncertain", "held back unclear"], ["retry", "ignore", "retry and ignore"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Person_acts_between_any_two_calls_of_a_worker(string start, string action) =>
        Interleaving.PersonAmidAWorkerAsync(() => Scene.SetUpAsync(start), start, action);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Worker_comes_between_any_two_calls_of_a_person(string start, string action) =>
        Interleaving.WorkerAmidAPersonAsync(() => Scene.SetUpAsync(start), start, action);

    private sealed class Scene(Bench bench, Desk desk, Core.Tenants.Tenant tenant) : IInterleaved
    {
        /// <summary>How often the books had taken the number when a person's ignoring was confirmed; null while it was not.</summary>
        private int? takenWhenIgnored;
        private int taken;

        public Bench Bench => bench;

        public static async Task<Scene> SetUpAsync(string start)
        {
            var bench = new Bench();
            var desk = new Desk(bench);
            var tenant = await bench.AddTenantAsync();
            var now = bench.Clock.GetUtcNow();
            switch (start)
            {
                case "fresh":
                    await bench.PlaceAsync(tenant, bench.Events.Valid("e-F1", "F1"));
                    break;
                case "held back":
                    await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, null, "vat-category-unmapped");
                    await bench.PlaceAsync(tenant, bench.Events.Valid("e9", "F1", minute: 5));
                    break;
                case "waiting":
                    await desk.BringAsync(tenant, "F1", InvoiceState.Booking, desk.IntentOf(tenant, "F1", null), "books-unreachable");
                    break;
                case "uncertain":
                    await desk.BringAsync(tenant, "F1", InvoiceState.Uncertain, desk.IntentOf(tenant, "F1", now), "outcome-uncertain");
                    break;
                default:
                    await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, desk.IntentOf(tenant, "F1", now), "lookup-incomplete");
                    await bench.PlaceAsync(tenant, bench.Events.Valid("e9", "F1", minute: 5));
                    break;
            }

            bench.Clock.Advance(TimeSpan.FromHours(1));
            var scene = new Scene(bench, desk, tenant);
            bench.Books.OnBook = _ =>
            {
                scene.taken++;
                return null;
            };
            return scene;
        }

        public async Task ActAsync(string action)
        {
            if (action.Contains("retry", StringComparison.Ordinal))
            {
                await desk.RetryAsync(tenant, "F1");
            }

            if (action.Contains("ignore", StringComparison.Ordinal)
                && await desk.IgnoreAsync(tenant, "F1") is ActionResult.Done { Invoice.State: InvoiceState.Ignored })
            {
                takenWhenIgnored = taken;
            }
        }

        public async Task CheckAsync(string told)
        {
            await desk.CheckIndexAsync(tenant);
            CheckTaken(told);
            var sweep = bench.NewSweep();
            for (var hour = 0; hour < 4; hour++)
            {
                bench.Clock.Advance(TimeSpan.FromHours(1));
                await sweep.RunAsync(default);
            }

            CheckTaken(told);
            await desk.CheckIndexAsync(tenant);
            var invoice = (await bench.Invoices.FindAsync(tenant.Id, "F1", default))!;
            Assert.True(invoice.State is InvoiceState.Booked or InvoiceState.Ignored or InvoiceState.NeedsAttention, $"{told}: {invoice.State}");
            Assert.True(invoice.State != InvoiceState.Booked || taken == 1, $"{told}: booked, and the books took {taken}");
            Assert.True(
                await bench.OpenWork.NextAtAsync(tenant.Id, default) is null || invoice is { State: InvoiceState.NeedsAttention, Intent: not null },
                $"{told}: work is left");
        }

        private void CheckTaken(string told)
        {
            Assert.True(taken <= 1, $"{told}: booked {taken} times");

            Assert.True(takenWhenIgnored is not { } known || known == taken, $"{told}: sent after it was ignored {string.Join(",", bench.Books.Calls)} {string.Join(Environment.NewLine, bench.Logs.Lines)}");
        }
    }
}
