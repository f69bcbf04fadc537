using PerfectviewFunctions.Benchmarks.Reporting;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>How often an invoice needs the books and the store.</summary>
internal sealed class CallScenario : IScenario
{
    private const int Steady = 20;

    public string Name => "calls";

    public string Title => "Calls per invoice";

    public async Task<ScenarioReport> RunAsync(CompareOptions options)
    {
        var books = new List<FigureRow>();
        foreach (var subject in Subject.Both)
        {
            books.AddRange(await BooksAsync(subject, options.Seed));
        }

        var store = await StoreScene.MeasureAsync(options.Seed);
        return new ScenarioReport(
            Name,
            Title,
            [
                new FigureTable("Calls to e-Boekhouden per invoice.", books),
                new FigureTable("Operations on our store per request. The straightforward connector has no store.", [.. store.Select(one => one.ToRow())]),
            ],
            [
                "The first session of our tenant is opened when its link is made and tested, and serves until it ends; the other opens one per invoice.",
                .. store.Where(one => one.Invoices == 1).Select(one => one.OneByOne),
            ]);
    }

    private static async Task<IReadOnlyList<FigureRow>> BooksAsync(Subject subject, int seed)
    {
        await using var scene = await Scene.StartAsync(subject.StartAsync, 1, seed);
        var customer = scene.Customers[0];
        customer.Books.AddRelation("K-known", SentInvoice.NameOf("K-known"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["KvkNummer"] = SentInvoice.ChamberOfCommerceNumberOf("K-known"),
        });
        return
        [
            await CountAsync("first invoice of a tenant, new relation", "K-new", 1),
            await CountAsync("new relation", "K-newer", 1),
            await CountAsync("relation that stands in the books", "K-known", 1),
            await CountAsync("steady state", "K-known", Steady),
            await CountAsync("after the session ended", "K-known", 1, scene.Books.EndSessions),
        ];

        async Task<FigureRow> CountAsync(string point, string debtor, int invoices, Action? before = null)
        {
            before?.Invoke();
            scene.Books.Calls.Clear();
            for (var sent = 0; sent < invoices; sent++)
            {
                await scene.SendAsync(customer, debtor: debtor);
            }

            await scene.Ledger.BookedAsync();
            return new FigureRow(point, subject.Name, BooksCalls.Of(scene, invoices));
        }
    }
}
