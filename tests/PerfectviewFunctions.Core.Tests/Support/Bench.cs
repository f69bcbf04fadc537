using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Restoring;
using PerfectviewFunctions.Core.Relations.Sync;
using PerfectviewFunctions.Core.Retention;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Mapping;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;
using PerfectviewFunctions.Testing.Telemetry;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Support;

/// <summary>Core put together over a store in memory, a clock that stands still and books that do as they are told.</summary>
internal sealed class Bench
{
    public static readonly BookkeepingCredentials.Soap Credentials = CredentialsOf(1);

    private static readonly byte[] DeploymentKeyBytes = new byte[32];

    /// <summary>The administration that <see cref="Credentials"/> open.</summary>
    public static readonly AdministrationKey Administration = AdministrationOf(1);

    public static readonly TenantSettings Settings = new() { BookingsOn = true };

    public Bench(EngineOptions? options = null, IWorkWitness? witness = null)
    {
        Options = options ?? new EngineOptions();
        witness ??= new NoWitness();
        KeepDeploymentKey();
        Keys = new AdministrationKeys(new DeploymentKey(Secrets, Store, Clock));
        Tenants = new TenantStore(Store);
        TenantSecrets = new TenantSecrets(Secrets);
        Connections = new Connections(Store, Keys, Books, Clock, Options, Logs.For<Connections>());
        Invoices = new InvoiceStore(Store);
        Due = new DueRows(Store, Clock);
        OpenWork = new OpenWork(Store, Connections, Tenants, Clock);
        Measures = new Measures(Meters);
        Cases = new CaseStore(Store, Due, Clock, Options, Measures);
        Claims = new Claims(Store);
        RelationCases = new RelationCases(Store, Due, Clock, Options, Measures);
        Relations = new RelationStore(Store);
        var indexes = new DebtorIndexes(Store, Books, Clock, Options);
        Debtors = new Debtors(RelationCases, indexes, Books, Clock, Options, witness);
        var settling = new Settling(Cases, Claims, Clock, witness, Measures, Logs.For<Settling>());
        var restores = new RestoreMarks(Store);
        var sending = new Sending(Cases, settling, new NumberClaims(Store, Invoices), Debtors, restores, Books, Clock, witness, Logs.For<Sending>());
        var recovery = new Recovery(
            Cases, settling, Claims, new LookupQuota(Store, Clock, Options, Measures), new FoundDebtors(RelationCases, indexes, Clock), restores, Books, Clock, Options, witness, Logs.For<Recovery>());
        var work = new InvoiceWork(Cases, Events, Debtors, sending, recovery, new LookFirst(restores), Clock, Logs.For<InvoiceWork>());
        var cards = new CardWriting(RelationCases, indexes, Books, Clock, Options, witness);
        var relations = new RelationWork(RelationCases, Events, Debtors, cards, Clock, witness, Logs.For<RelationWork>());
        Engine = new BookingEngine(
            Store, Tenants, new OpenLinks(Tenants, TenantSecrets, Keys, Connections, Clock, Logs.For<OpenLinks>()), OpenWork, new SettingAside(Store, Cases, Clock), work, relations, Clock, Options, witness, Measures, Logs.For<BookingEngine>());
        Prompt = new PromptWork(Engine, Options, Logs.For<PromptWork>());
        Desk = new EventDesk(Store, Clock, Measures);
        Requests = new RequestDesk(Desk, Clock, witness, Logs.For<RequestDesk>());
        Intake = new EventIntake(Store, Tenants, Desk, Requests, Due, Prompt, Clock, witness, Measures, Logs.For<EventIntake>());
    }

    public EngineOptions Options { get; }

    public Meters Meters { get; } = new();

    public Measures Measures { get; }

    public InMemoryRowStore Store { get; } = new();

    public ManualTimeProvider Clock { get; } = new();

    public MemorySecrets Secrets { get; } = new();

    public ScriptedBookkeeping Books { get; } = new();

    public Arriving Events { get; } = new();

    public LogLines Logs { get; } = new();

    public AdministrationKeys Keys { get; }

    public TenantStore Tenants { get; }

    public TenantSecrets TenantSecrets { get; }

    public Connections Connections { get; }

    public InvoiceStore Invoices { get; }

    public DueRows Due { get; }

    public OpenWork OpenWork { get; }

    public CaseStore Cases { get; }

    public Claims Claims { get; }

    public RelationCases RelationCases { get; }

    public RelationStore Relations { get; }

    public Debtors Debtors { get; }

    public BookingEngine Engine { get; }

    public PromptWork Prompt { get; }

    public EventDesk Desk { get; }

    public RequestDesk Requests { get; }

    public EventIntake Intake { get; }

    /// <summary>A sweep of a host of its own, which has not repaired anything yet.</summary>
    public PendingSweep NewSweep() => new(Tenants, Due, OpenWork, Engine, NewRetention(), Clock, Options, Logs.For<PendingSweep>());

    public BodyRetention NewRetention() => new(Store, Tenants, Clock, Logs.For<BodyRetention>());

    /// <summary>The key of one of the administrations of this bench, by a number of the test's choosing.</summary>
    public static AdministrationKey AdministrationOf(int number) => new(Convert.ToHexStringLower(
        HMACSHA256.HashData(DeploymentKeyBytes, Encoding.UTF8.GetBytes("administration\n" + CredentialsOf(number).SecurityCode2)).AsSpan(0, 16)));

    /// <summary>Adds a linked tenant, by itself one that books everything.</summary>
    public async Task<Tenant> AddTenantAsync(
        string name = "demo", int administration = 1, TenantState state = TenantState.Linked, bool withCredentials = true,
        TenantSettings? settings = null, BookkeepingApi api = BookkeepingApi.Soap)
    {
        var tenant = new Tenant(TenantId.Parse(name), state, AdministrationOf(administration), settings ?? Settings, Sample.Mapping) { Api = api };
        Assert.True(await Tenants.AddAsync(tenant, new HistoryEntry(Clock.GetUtcNow(), "operator", HistoryKind.TenantCreated, []), default));
        if (withCredentials)
        {
            await TenantSecrets.SetBookkeepingAsync(tenant.Id, CredentialsOf(administration, api), default);
        }

        return tenant;
    }

    /// <summary>Stores events without anybody working on them, as a process that dies at once leaves them.</summary>
    public async Task PlaceAsync(Tenant tenant, params EventRead[] events)
    {
        await Due.AnnounceAsync(tenant.Id, Clock.GetUtcNow(), default);
        foreach (var read in events)
        {
            await Desk.PlaceAsync(tenant.Id, read, default);
        }
    }

    public async Task<EventOutcome> TakeOneAsync(Tenant tenant, EventRead read) => (await Intake.TakeAsync(tenant, [read], default))![0];

    public Task WorkAsync(TimeSpan? budget = null) =>
        Engine.WorkAsync(Administration, null, budget ?? Options.RequestBudget, default);

    public async Task<InvoiceState?> StateOfAsync(Tenant tenant, string number) =>
        (await Invoices.FindAsync(tenant.Id, number, default))?.State;

    public async Task<StoredEvent?> EventAsync(Tenant tenant, string key) =>
        await Store.GetAsync(Partition.Of(tenant.Id), EventRows.KeyOf(key), default) is { } row ? EventRows.Read(row) : null;

    public async Task<DateTimeOffset?> DueAtAsync(TenantId tenant) =>
        (await Store.GetAsync(Partition.Due, tenant.Value, default))?.Values.Instant("at");

    /// <summary>Every row of a partition by key.</summary>
    public async Task<IReadOnlyList<Row>> RowsAsync(string partition)
    {
        var rows = new List<Row>();
        await foreach (var row in Store.QueryAsync(partition, " ", "\u007F", default))
        {
            rows.Add(row);
        }

        return rows;
    }

    public static string Numbered(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);

    private static BookkeepingCredentials.Soap CredentialsOf(int administration) => new(
        "user", new string('c', 32), string.Create(CultureInfo.InvariantCulture, $"6b1f0a5e-0d5c-4d8f-9a52-{administration:D12}"));

    private static BookkeepingCredentials CredentialsOf(int administration, BookkeepingApi api) => api == BookkeepingApi.Soap
        ? CredentialsOf(administration)
        : new BookkeepingCredentials.Rest(Numbered("token-", administration)) { Administration = AdministrationOf(administration).Value };

    /// <summary>A host that is not at its first start; both calls end at once, being in memory.</summary>
    private void KeepDeploymentKey()
    {
        _ = Secrets.SetAsync(SecretName.ForDeployment("administration-key"), Convert.ToBase64String(DeploymentKeyBytes), default);
        _ = Store.TryInsertAsync("deployment", "administration-key", new RowValues
        {
            { "fingerprint", Convert.ToHexStringLower(HMACSHA256.HashData(DeploymentKeyBytes, "fingerprint"u8)) },
            { "madeAt", Clock.GetUtcNow() },
            { "kept", true },
        }, default);
        Store.ForgetCounts();
    }
}
