using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Payments.Reading;
using PerfectviewFunctions.Core.Restoring;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Payments;

/// <summary>The reading of payments put together, with a planned time every hour, on a tenant whose invoices a test places itself.</summary>
internal sealed class PaymentBench
{
    public static readonly TenantSettings Settings = Bench.Settings with { PaymentsOn = true };

    public PaymentBench(PaymentOptions? options = null, IWorkWitness? witness = null)
    {
        options ??= new PaymentOptions();
        witness ??= new NoWitness();
        var links = new OpenLinks(Bench.Tenants, Bench.TenantSecrets, Bench.Keys, Bench.Connections, Bench.Clock, Bench.Logs.For<OpenLinks>());
        Outbox = new CallbackOutbox(Bench.Store, new CallbackDueRows(Bench.Store, Bench.Clock), Bench.Clock);
        var restores = new RestoreMarks(Bench.Store);
        var writing = new PaymentWriting(Bench.Store, Outbox, restores, witness);
        var lookUps = new LookUps(Bench.Books, Bench.Claims, new LookupQuota(Bench.Store, Bench.Clock, Bench.Options, Bench.Measures), options);
        var reading = new AdministrationReading(
            Bench.Store,
            new ReadingStates(Bench.Store),
            new ListReading(Bench.Tenants, links, Bench.Books, Bench.Clock, Bench.Logs.For<ListReading>()),
            new Comparison(Bench.Store, writing, restores, options, Bench.Logs.For<Comparison>()),
            new VanishedWork(lookUps, writing, Bench.Clock, witness),
            Bench.Clock,
            Bench.Options,
            witness,
            Bench.Measures,
            Bench.Logs.For<AdministrationReading>());
        Payments = new PaymentStore(Bench.Store);
        Sync = new PaymentSync(
            Bench.Store, Bench.Tenants, reading, Outbox, new Hourly(), Bench.Clock, options, Bench.Measures, Bench.Logs.For<PaymentSync>());
    }

    public Bench Bench { get; } = new();

    public CallbackOutbox Outbox { get; }

    public PaymentStore Payments { get; }

    public PaymentSync Sync { get; }

    /// <summary>What the books list as open, by number.</summary>
    public SortedDictionary<string, OpenItem> Open { get; } = new(StringComparer.Ordinal);

    /// <summary>A tenant with so many booked invoices of 121.00, all open in the books.</summary>
    public async Task<Tenant> AddTenantAsync(int invoices, string name = "demo", int administration = 1, TenantSettings? settings = null)
    {
        var tenant = await Bench.AddTenantAsync(name, administration, settings: settings ?? Settings);
        var rows = Enumerable.Range(1, invoices).Select(number => Invoice($"F{number}", Bench.AdministrationOf(administration), number));
        foreach (var batch in rows.Chunk(RowLimits.BatchRows))
        {
            await Bench.Store.WriteAsync(Partition.Of(tenant.Id), [.. batch.Select(PaymentRows.ToInsert)], default);
        }

        for (var number = 1; number <= invoices; number++)
        {
            Open[$"F{number}"] = new OpenItem($"F{number}", "K1", "Debtor", new DateOnly(2026, 3, 2), 121m, 0m, 121m);
        }

        Bench.Books.OnReadOpen = () => new Answer<OpenItems>.Success(new OpenItems([.. Open.Values], IsSnapshot: true));
        Bench.Books.OnFind = number => new Answer<FoundBookings>.Success(new FoundBookings([Booking(number)], Complete: true));
        return tenant;
    }

    /// <summary>An hour later.</summary>
    public async Task ReadAsync()
    {
        Bench.Clock.Advance(TimeSpan.FromHours(1));
        Bench.Books.Forget();
        Bench.Store.ForgetCounts();
        await Sync.RunAsync(default);
    }

    public async Task<PaymentState> StateAsync(Tenant tenant, string number)
    {
        var payment = await Payments.FindAsync(tenant.Id, number, default);
        Assert.NotNull(payment);
        return payment.Status.State;
    }

    public InvoicePayment Invoice(string number, AdministrationKey administration, long mutation) => new(
        number, administration, mutation, number, "K1", 121m, Bench.Clock.GetUtcNow(), new PaymentStatus(PaymentState.NotRead, Bench.Clock.GetUtcNow()))
    {
        Date = new DateOnly(2026, 3, 2), DueDate = new DateOnly(2026, 3, 16),
    };

    private static BookedMutation Booking(string number) => new(
        long.Parse(number[1..], System.Globalization.CultureInfo.InvariantCulture), true, new DateOnly(2026, 3, 2), number, "K1",
        [new BookedLine(100m, 21m, "HOOG_VERK_21")]);

    private sealed class Hourly : IPaymentTimes
    {
        public DateTimeOffset LastAt(DateTimeOffset now) => new(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), now.Offset);

        public DateTimeOffset NextAfter(DateTimeOffset now) => LastAt(now) + TimeSpan.FromHours(1);
    }
}
