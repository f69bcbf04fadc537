using System.Globalization;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Properties.Walks;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>Where a walk takes place: one or two tenants, two hosts that may fail, on one store; and the dice.</summary>
internal sealed class Scene : IAsyncDisposable
{
#pragma warning disable CA5394 // Justification: a walk must be repeatable, not unforeseeable.
    /// <summary>Whoever asks for a reading gets one.</summary>
    public static readonly PaymentOptions Patient = new() { AskAgainAfter = TimeSpan.Zero };

    private readonly Random random;
    private readonly List<string> journal = [];
    private readonly FailingWitness witness = new();
    private readonly Host[] hosts = new Host[2];
    private int numbers;

    private Scene(Random random, World world, Setting setting)
    {
        (this.random, World, Setting) = (random, world, setting);
        var second = world.Sandbox.Books.Administration(SandboxDemo.SecondAdministrationName);
        Firms = setting.Firms switch
        {
            FirmSpread.One => [new Firm("a", "", world.Books)],
            FirmSpread.TwoInOneAdministration => [new Firm("a", "A-", world.Books), new Firm("b", "B-", world.Books)],
            _ => [new Firm("a", "", world.Books), new Firm("b", "", second)],
        };
    }

    public World World { get; }

    public Setting Setting { get; }

    public SandboxBooks Books => World.Sandbox.Books;

    public CallbackReceiver Receiver => Books.Receiver;

    public IReadOnlyList<Firm> Firms { get; }

    public IEnumerable<Sale> Sales => Firms.SelectMany(firm => firm.Sales);

    public IReadOnlyList<Host> Hosts => hosts;

    /// <summary>Whether a host is about to fail on purpose.</summary>
    public bool IsTroubled { get; private set; }

    public string Journal => string.Join(Environment.NewLine, journal);

    public static async Task<Scene> SetUpAsync(int seed)
    {
        var setting = Setting.Of(seed);
        var world = await World.CreateAsync(setting.Switches);
        world.Payments = setting.LookupsPerMonth is { } few ? Patient with { LookupsPerMonth = few } : Patient;
        var scene = new Scene(new Random(seed), world, setting);
        scene.Note($"{setting}");
        await scene.StartAsync(0);
        await scene.StartAsync(1);
        foreach (var firm in scene.Firms)
        {
            await world.AddTenantAsync(
                firm.Name,
                World.Settings with { PaymentsOn = true, NumberPrefix = firm.Prefix, CallbackAddress = world.Sandbox.CallbackAddress.ToString() },
                credentials: firm.Credentials);
            scene.Receiver.SetSecret(firm.Name, world.SecretOf(firm.Id).Reveal());
            firm.Administration = (await scene.TenantAsync(firm)).Administration!.Value;
            firm.Books.AddRelation("ANDER", "Klant van een ander");
            firm.Books.AddInvoices(setting.Bulk, "X", "ANDER", new DateOnly(2026, 1, 5), new SandboxMutationLine(5m, 0, "GEEN", 0, SandboxDemo.RevenueAccount));
        }

        return scene;
    }

    public int Next(int below) => random.Next(below);

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>A number that was not used before.</summary>
    public int NewNumber() => ++numbers;

    public async Task<Tenant> TenantAsync(Firm firm) =>
        (await hosts[0].Services.GetRequiredService<TenantStore>().FindAsync(firm.Id, CancellationToken.None))!;

    public void Note(string what) => journal.Add(what);

    public void Pass(TimeSpan time)
    {
        World.Clock.Advance(time);
        Note(World.Clock.GetUtcNow().ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    /// <summary>Lets a host fail at some step of its work.</summary>
    public void MakeTrouble()
    {
        IsTroubled = true;
        witness.Arm(random.Next(12), random.Next(2) == 0);
        Note("a host will fail");
    }

    public void EndTrouble()
    {
        IsTroubled = false;
        witness.Disarm();
    }

    public async Task RestartAsync(int which)
    {
        await World.RemoveHostAsync(hosts[which]);
        await StartAsync(which);
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private async Task StartAsync(int which) =>
        hosts[which] = await World.AddHostAsync(builder => builder.Services.AddSingleton<IWorkWitness>(witness));
#pragma warning restore CA5394
}
