using System.Globalization;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>Books, a connector, its customers with an administration each, and the sender.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly SandboxServer sandbox;
    private readonly IConnector connector;

    private Scene(SandboxServer sandbox, IConnector connector, int seed)
    {
        this.sandbox = sandbox;
        this.connector = connector;
        Invoices = new InvoiceMaker(seed);
    }

    public SandboxBooks Books => sandbox.Books;

    public List<Customer> Customers { get; } = [];

    public InvoiceMaker Invoices { get; }

    public FrontDoor Door { get; } = new();

    public Ledger Ledger { get; } = new();

    public static async Task<Scene> StartAsync(Func<Uri, Task<IConnector>> start, int customers, int seed)
    {
        var books = await SandboxServer.StartAsync(new SandboxOptions());
        var scene = new Scene(books, await start(books.SoapAddress), seed);
        await scene.AddCustomersAsync(customers);
        return scene;
    }

    public async Task AddCustomersAsync(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"t{number}");
            var books = Books.AddAdministration(name);
            Books.AddUser(name, SandboxDemo.SecurityCode1, books.SecurityCode2);
            Customers.Add(await connector.AddAsync(name, books));
        }
    }

    /// <summary>From now on every call to the books takes that much longer.</summary>
    public void SlowBooks(int milliseconds)
    {
        Books.Faults.Clear();
        if (milliseconds > 0)
        {
            Books.Faults.Add(new Fault(FaultKind.SlowBefore) { Delay = TimeSpan.FromMilliseconds(milliseconds), Times = Fault.UntilCleared });
        }
    }

    /// <summary>Sends invoices in one request, and expects them in the books.</summary>
    /// <param name="host">Which of the hosts gets it, counted round.</param>
    /// <param name="debtor">Its code; by itself the one debtor that the customer has.</param>
    public Task<Reply> SendAsync(Customer customer, int count = 1, int host = 0, string? debtor = null)
    {
        var invoices = Invoices.Next(customer, count, debtor);
        Ledger.Expect(customer, invoices);
        return Door.SendAsync(customer, invoices, host);
    }

    /// <summary>Sends the first invoice of every customer, which makes the relation and opens the session, and waits until all are booked.</summary>
    public async Task WarmUpAsync(int each = 1)
    {
        await Parallel.ForEachAsync(Customers, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (customer, _) =>
        {
            for (var sent = 0; sent < each; sent++)
            {
                await SendAsync(customer, host: sent);
            }
        });
        await Ledger.BookedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // First the sender's connections: a host that stops waits for them.
        Door.Dispose();
        await connector.DisposeAsync();
        await sandbox.DisposeAsync();
    }
}
