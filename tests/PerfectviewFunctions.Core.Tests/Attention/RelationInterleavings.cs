using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Attention;

/// <summary>
/// A person chooses, retries or sets aside between any two calls of a worker, a worker comes between any two of a person, and any one store call fails: nobody
/// gets two debtors, what was said last stands in the books, and nothing is left that nobody comes back to.
/// </summary>
public sealed class RelationInterleavings
{
    public static TheoryData<string, string> Cases =>
        Interleaving.Cases(["fresh", "doubtful", "half made", "change", "change under way"], ["choose", "new", "retry", "aside"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Person_acts_between_any_two_calls_of_a_worker(string start, string action) =>
        Interleaving.PersonAmidAWorkerAsync(() => Scene.SetUpAsync(start), start, action);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Worker_comes_between_any_two_calls_of_a_person(string start, string action) =>
        Interleaving.WorkerAmidAPersonAsync(() => Scene.SetUpAsync(start), start, action);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Any_one_store_call_fails_before_or_after_it_was_done(string start, string action)
    {
        foreach (var after in new[] { false, true })
        {
            for (var at = 1; ; at++)
            {
                var scene = await Scene.SetUpAsync(start);
                var (calls, failed) = (0, false);
                Task Fail(StoreCall call)
                {
                    if (!failed && ++calls == at)
                    {
                        failed = true;
                        throw new StoreUnavailableException("down");
                    }

                    return Task.CompletedTask;
                }

                scene.Bench.Store.Before = after ? null : Fail;
                scene.Bench.Store.After = after ? Fail : null;
                try
                {
                    await scene.ActAsync(action);
                    await scene.Bench.WorkAsync();
                }
                catch (StoreUnavailableException)
                {
                    // The caller is told to come again.
                }

                (scene.Bench.Store.Before, scene.Bench.Store.After) = (null, null);
                
                // These books find no booking again, so that one whose answer was not stored is sent once more: that is shown elsewhere.
                await scene.CheckAsync($"{start}, {action}, store fails {(after ? "after" : "before")} call {at}", bookings: 2);
                if (!failed)
                {
                    Assert.True(at > 1);
                    break;
                }
            }
        }
    }

    private sealed class Scene(Bench bench, Desk desk, Tenant tenant) : IInterleaved
    {
        private bool isChosen;

        public Bench Bench => bench;

        private static DebtorDetails Said(string phone) =>
            new("r-1", IsPerson: false) { Name = "Jansen", Code = "10001", Phone = phone };

        public static async Task<Scene> SetUpAsync(string start)
        {
            var bench = new Bench();
            var tenant = await bench.AddTenantAsync(settings: Bench.Settings with { RelationsOn = true });
            var scene = new Scene(bench, new Desk(bench), tenant);
            bench.Books.OnAddDebtor = card =>
                bench.Books.Debtors.Any(debtor => debtor.Code == card.Code) ? new Answer<long>.Refused("CREL001", "taken") : null;
            EventRead Change(string id, int minute, string phone) => bench.Events.Changed(
                id, Said(phone), minute, RelationField.Name, RelationField.Code, RelationField.Phone);
            switch (start)
            {
                case "fresh":
                    await bench.PlaceAsync(tenant, Change("e-1", 1, "1"), Change("e-2", 2, "2"));
                    break;
                case "doubtful":
                    bench.Books.Debtors.Add(new BookedDebtor(7, "10001", "Iemand Anders", "", "", "", ""));
                    bench.Books.Cards[7] = new BookedCard(7, new DebtorCard("10001", false, "Iemand Anders"), new Dictionary<string, string>());
                    await bench.TakeOneAsync(tenant, Change("e-1", 1, "1"));
                    await bench.TakeOneAsync(tenant, bench.Events.Valid("e-F1", "F1", debtor: Said("1")));
                    await bench.PlaceAsync(tenant, Change("e-2", 2, "2"));
                    break;
                case "half made":
                    bench.Books.OnAddDebtor = card =>
                    {
                        bench.Books.OnAddDebtor = _ => null;
                        bench.Books.Debtors.Add(BookedDebtor.Of(9, card));
                        bench.Books.Cards[9] = new BookedCard(9, card, new Dictionary<string, string>());
                        return new Answer<long>.Unclear("books-connection-lost", "lost");
                    };
                    bench.Books.OnReadDebtors = () => new Answer<DebtorList>.Success(new DebtorList([], IsWhole: true));
                    await bench.TakeOneAsync(tenant, Change("e-1", 1, "1"));
                    bench.Books.OnReadDebtors = () => null;
                    await bench.PlaceAsync(tenant, Change("e-2", 2, "2"), bench.Events.Valid("e-F1", "F1", debtor: Said("1")));
                    break;
                default:
                    await bench.TakeOneAsync(tenant, Change("e-1", 1, "1"));
                    if (start == "change under way")
                    {
                        bench.Books.OnUpdateDebtor = _ => new Answer<bool>.Unclear("books-connection-lost", "lost");
                        await bench.TakeOneAsync(tenant, Change("e-3", 1, "3"));
                        bench.Books.OnUpdateDebtor = _ => null;
                    }

                    await bench.PlaceAsync(tenant, Change("e-2", 2, "2"), bench.Events.Valid("e-F1", "F1", debtor: Said("1")));
                    break;
            }

            bench.Clock.Advance(TimeSpan.FromMinutes(1));
            return scene;
        }

        public async Task ActAsync(string action)
        {
            var done = action switch
            {
                "choose" => await desk.Relations.ChooseAsync(tenant, "r-1", new DebtorChoice.Candidate("10001"), Desk.By, default),
                "new" => await desk.Relations.ChooseAsync(tenant, "r-1", new DebtorChoice.New(), Desk.By, default),
                "aside" => await desk.Relations.SetAsideAsync(tenant, "r-1", Desk.Why, Desk.By, default),
                _ => await desk.Relations.RetryAsync(tenant, "r-1", Desk.By, default),
            };
            isChosen |= done is RelationActionResult.Done && action is ("choose" or "new");
        }

        public Task CheckAsync(string what) => CheckAsync(what, bookings: 1);

        public async Task CheckAsync(string told, int bookings)
        {
            var sweep = bench.NewSweep();
            for (var turn = 0; turn < 6; turn++)
            {
                bench.Clock.Advance(TimeSpan.FromMinutes(turn < 3 ? 10 : 60));
                await sweep.RunAsync(default);
            }

            var relation = (await bench.Relations.FindAsync(tenant.Id, "r-1", default))!;
            var isHeld = relation.State == RelationState.NeedsAttention;
            var waits = isHeld || relation.IsSetAside;
            Assert.True(waits ? !isChosen && relation.LinkIn(Bench.Administration) is DebtorLink.Doubtful : relation.State == RelationState.Current, $"{told}: {relation}");
            Assert.True(await bench.OpenWork.NextAtAsync(tenant.Id, default) is null, $"{told}: work is left");
            Assert.True(bench.Books.Debtors.Count(debtor => debtor.Name == "Jansen") <= 1, $"{told}: two debtors {string.Join(' ', bench.Books.Calls)}");
            var rows = await bench.RowsAsync(Partition.Of(tenant.Id));
            Assert.Equal(isHeld, rows.Any(row => row.Key.StartsWith(RelationRows.HeldPrefix, StringComparison.Ordinal)));
            if (!waits)
            {
                var linked = Assert.IsType<DebtorLink.Linked>(relation.LinkIn(Bench.Administration));
                Assert.True(bench.Books.Cards[linked.Id].Card is { Phone: "2", Name: "Jansen" }, $"{told}: {bench.Books.Cards[linked.Id].Card} {string.Join(' ', bench.Books.Calls)}");
                Assert.DoesNotContain(rows, row => row.Key.StartsWith(EventRows.OpenPrefix, StringComparison.Ordinal));
                Assert.All(
                    rows.Where(row => row.Key.StartsWith("event:e-", StringComparison.Ordinal)).Select(EventRows.Read).Where(stored => stored.RelationId is not null),
                    stored => Assert.True(stored.State == EventState.Done, $"{told}: {stored}"));
            }

            if (await bench.Invoices.FindAsync(tenant.Id, "F1", default) is { } invoice)
            {
                Assert.True(bench.Books.Calls.Count(call => call == "book F1") <= bookings, $"{told}: booked twice");
                if (invoice.State == InvoiceState.NeedsAttention && !waits)
                {
                    // Whoever chose is told to come again when the store failed him; a retry of the relation takes the invoice along.
                    Assert.IsType<RelationActionResult.Done>(await desk.Relations.RetryAsync(tenant, "r-1", Desk.By, default));
                    invoice = (await bench.Invoices.FindAsync(tenant.Id, "F1", default))!;
                }

                Assert.True(invoice.State == (waits ? InvoiceState.NeedsAttention : InvoiceState.Booked), $"{told}: {invoice.State} {invoice.Reason}");
            }
        }
    }
}
