using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Hostile;
using PerfectviewFunctions.EndToEnd.Tests.Properties.Walks;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;

/// <summary>
/// Where a walk takes place: three tenants, two administrations, two hosts that may fail and one that never does, on one store; and the dice.
/// All draws are made before anything runs in parallel, so that a seed takes the same steps.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
#pragma warning disable CA5394 // Justification: a walk must be repeatable, not unforeseeable.
    /// <summary>So long a step may take before the clock moves on, for those who wait for each other on it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    private readonly Random random;
    private readonly List<string> journal = [];
    private readonly FailingWitness witness = new();
    private readonly Host[] hosts = new Host[2];
    private readonly BreakableStore[] stores = new BreakableStore[2];
    private readonly IRowStore[] files = new IRowStore[2];

    private Stage(Random random, World world)
    {
        this.random = random;
        World = world;
        var (first, second) = (world.Books, world.Sandbox.Books.Administration(SandboxDemo.SecondAdministrationName));
        world.Sandbox.Books.AddUser("derde", SandboxDemo.SecurityCode1, [first.SecurityCode2, second.SecurityCode2]);
        Administrations = [first, second];
        Parties = [new Party("a", SandboxDemo.UserName, first), new Party("b", SandboxDemo.UserName, first), new Party("c", "derde", second)];
        foreach (var administration in Administrations)
        {
            administration.AddLedgerAccount("1310", "Debiteuren overig", "DEB");
            administration.ClosedUntil = new DateOnly(2025, 12, 31);
        }
    }

    public World World { get; }

    public SandboxBooks Books => World.Sandbox.Books;

    public IReadOnlyList<SandboxAdministration> Administrations { get; }

    public Dictionary<AdministrationKey, SandboxAdministration> ByKey { get; } = [];

    public IReadOnlyList<Party> Parties { get; }

    /// <summary>A host that never fails, to look at the store with and to heal.</summary>
    public Host Clean { get; private set; } = null!;

    /// <summary>Whether a host fails on purpose in this step.</summary>
    public bool IsTroubled { get; private set; }

    public string Journal => string.Join(Environment.NewLine, journal);

    public static async Task<Stage> SetUpAsync(int seed)
    {
        var dice = new Random(seed);
        var world = await World.CreateAsync(new SandboxSwitches
        {
            Duplicates = dice.Next(2) == 0 ? DuplicateRule.RelationAndNumber : DuplicateRule.Number,
            Credits = (CreditForm)dice.Next(3),
            NewSessionEndsOld = dice.Next(2) == 0,
        });
        var stage = new Stage(dice, world);
        stage.Note($"switches {world.Sandbox.Books.Switches}");
        stage.Clean = await world.AddHostAsync(Lenient);
        for (var i = 0; i < stage.hosts.Length; i++)
        {
            await stage.StartAsync(i);
        }

        foreach (var party in stage.Parties)
        {
            await world.AddTenantAsync(
                party.Name,
                World.Settings with { NumberPrefix = $"{party.Name.ToUpperInvariant()}-", Description = "{number} {reference}" },
                credentials: new BookkeepingCredentials.Soap(party.UserName, SandboxDemo.SecurityCode1, party.Home.SecurityCode2.ToString()));
            party.Used = party.Current = world.SecretOf(party.Id);
        }

        foreach (var administration in stage.Administrations)
        {
            var credentials = DemoTenant.Credentials with { SecurityCode2 = administration.SecurityCode2.ToString() };
            stage.ByKey.Add(await world.KeyOfAsync(credentials), administration);
        }

        world.Sandbox.Books.Calls.Clear();
        return stage;
    }

    public int Next(int below) => random.Next(below);

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public Host PickHost() => hosts[random.Next(hosts.Length)];

    public IReadOnlyList<Host> Hosts => hosts;

    public SandboxAdministration BooksOf(Party party) => ByKey[party.Tenant.Administration!.Value];

    /// <summary>What opens the books for a tenant's user at this moment.</summary>
    public string Code1Of(Party party) => Books.Users.Single(user => user.UserName == party.UserName).SecurityCode1;

    public void Note(string what)
    {
        lock (journal)
        {
            journal.Add(what);
        }
    }

    /// <summary>Notes an answer, which must be one of those that the moment allows. A host that fails on purpose may say so.</summary>
    public void Expect(ApiReply reply, string what, params int[] allowed)
    {
        Note($"  {what}: {reply.Status} {(reply.Status is 409 or 422 or 503 ? reply.ReasonCode ?? string.Join(' ', reply.Pointers) : "")}");
        Assert.True(allowed.Contains(reply.Status) || (IsTroubled && reply.Status is 500 or 503), $"{what}: {reply.Status} {reply.Body}");
    }

    /// <summary>Lets a host fail at some step of its work, or its store at some call, within this step of the walk.</summary>
    public void MakeTrouble()
    {
        IsTroubled = true;
        if (random.Next(2) == 0)
        {
            witness.Arm(random.Next(10), random.Next(2) == 0);
            Note("a host will fail");
            return;
        }

        var (which, at, after) = (random.Next(stores.Length), random.Next(1, 60), random.Next(2) == 0);
        stores[which].Reset();
        Func<int, Exception?> fails = call => call == at ? new StoreUnavailableException("Out of reach, on purpose.") : null;
        (stores[which].Before, stores[which].After) = after ? (stores[which].Before, fails) : (fails, stores[which].After);
        Note($"the store of host {which} will fail {(after ? "after" : "before")} call {at}");
    }

    public void EndTrouble()
    {
        IsTroubled = false;
        witness.Disarm();
        Array.ForEach(stores, store => store.Reset());
    }

    /// <summary>Waits for work, and moves the clock for those who wait on it for a turn or a lease.</summary>
    public async Task UntilDoneAsync(Task work)
    {
        while (await Task.WhenAny(work, Task.Delay(Patience)) != work)
        {
            World.Clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        await work;
    }

    public async Task RestartAsync(int which)
    {
        await World.RemoveHostAsync(hosts[which]);
        (files[which] as IDisposable)?.Dispose();
        await StartAsync(which);
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        Array.ForEach(files, file => (file as IDisposable)?.Dispose());
    }

    private static void Lenient(WebApplicationBuilder builder) => builder.Services.AddSingleton(new GateOptions { MaxFailures = int.MaxValue });

    private async Task StartAsync(int which)
    {
        files[which] = World.Rows.Open();
        stores[which] = new BreakableStore(files[which]);
        hosts[which] = await World.AddHostAsync(builder =>
        {
            Lenient(builder);
            builder.Services.AddSingleton<IRowStore>(stores[which]);
            builder.Services.AddSingleton<IWorkWitness>(witness);
        });
    }
#pragma warning restore CA5394
}
