using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.Walks;

/// <summary>
/// A random walk through what can happen to three tenants (two of them in one administration) on two hosts with one store. The same seed
/// takes the same steps; what runs in parallel within a step may interleave anew, and whatever comes of it must satisfy the judge.
/// </summary>
internal sealed class Walk : IAsyncDisposable
{
#pragma warning disable CA5394 // Justification: a walk must be repeatable, not unforeseeable.
    private static readonly string[] Operations = ["AddMutatie", "AddMutatie", "AddRelatie", "GetMutaties", "GetOpenPosten", "GetRelaties"];

    private static readonly FaultKind[] Kinds =
    [
        FaultKind.AnswerLost, FaultKind.CommitLater, FaultKind.ConnectionReset, FaultKind.Http500Before, FaultKind.Http500After,
        FaultKind.Malformed, FaultKind.SessionGone, FaultKind.Throttled, FaultKind.NoMutationNumber,
    ];

    private readonly Random random;
    private readonly World world;
    private readonly FailingWitness witness = new();
    private readonly Host[] hosts;
    private readonly WalkTenant[] tenants;
    private readonly List<string> journal = [];
    private int ids;

    private Walk(Random random, World world)
    {
        this.random = random;
        this.world = world;
        hosts = new Host[2];
        var books = world.Sandbox.Books;
        tenants =
        [
            new WalkTenant("a", "A-", SandboxDemo.SecurityCode2, books.First),
            new WalkTenant("b", "B-", SandboxDemo.SecurityCode2, books.First),
            new WalkTenant("c", "", SandboxDemo.SecondSecurityCode2, books.Administration(SandboxDemo.SecondAdministrationName)),
        ];
    }

    public IReadOnlyList<WalkTenant> Tenants => tenants;

    public World World => world;

    public Host Host => hosts[0];

    public string Journal => string.Join(Environment.NewLine, journal);

    public static async Task<Walk> StartAsync(int seed)
    {
        var dice = new Random(seed);
        var place = await World.CreateAsync(new SandboxSwitches
        {
            Duplicates = Pick(dice, DuplicateRule.RelationAndNumber, DuplicateRule.Number),
            Success = Pick(dice, SuccessForm.EmptyElements, SuccessForm.AbsentChildren, SuccessForm.AbsentErrorMsg),
            EmptyLists = Pick(dice, EmptyListForm.EmptyElement, EmptyListForm.Absent),
            Credits = Pick(dice, CreditForm.Negative, CreditForm.Positive, CreditForm.Absent),
            DottedCodes = Pick(dice, true, false),
            NewSessionEndsOld = Pick(dice, true, false),
        });
        var walk = new Walk(dice, place);
        walk.Note($"switches {place.Sandbox.Books.Switches}");
        for (var i = 0; i < walk.hosts.Length; i++)
        {
            walk.hosts[i] = await walk.NewHostAsync();
        }

        foreach (var tenant in walk.tenants)
        {
            tenant.Books.ClosedUntil = new DateOnly(2025, 12, 31);
            await place.AddTenantAsync(tenant.Name, World.Settings with { NumberPrefix = tenant.Prefix }, credentials: tenant.Credentials);
        }

        return walk;
    }

    public async Task StepAsync()
    {
        switch (random.Next(24))
        {
            case < 8:
                await SendAsync();
                break;
            case < 11:
                await SendInParallelAsync();
                break;
            case < 14:
                AddFault();
                break;
            case < 16:
                Advance(random.Next(4) == 0 ? TimeSpan.FromMinutes(random.Next(20, 150)) : TimeSpan.FromSeconds(random.Next(1, 400)));
                break;
            case < 18:
                await SweepAsync();
                break;
            case 18:
                witness.Arm(random.Next(12), random.Next(2) == 0);
                Note("a host will fail");
                break;
            case 19:
                await RestartAsync();
                break;
            default:
                await ActAsync();
                break;
        }
    }

    /// <summary>Ends all trouble and lets the hosts work until nothing is left to do.</summary>
    public async Task SettleAsync()
    {
        world.Sandbox.Books.Faults.Clear();
        witness.Disarm();
        for (var hour = 0; hour < 12; hour++)
        {
            Advance(TimeSpan.FromHours(1));
            await hosts[hour % 2].SweepAsync();
        }

        Advance(DueRowsRest + TimeSpan.FromMinutes(1));
        await hosts[0].SweepAsync();
    }

    public async ValueTask DisposeAsync() => await world.DisposeAsync();

    /// <summary>What the minute timer lets a due row rest before it clears it.</summary>
    private static TimeSpan DueRowsRest { get; } = TimeSpan.FromMinutes(5);

    private async Task SendAsync()
    {
        var (tenant, host) = (Pick(random, tenants), random.Next(2));
        var batch = MakeBatch(tenant, mayBeRefused: true);
        var untouched = new List<WalkEvent>();
        foreach (var sent in batch.Where(made => made.Valid is not null).Select(made => made.Valid!))
        {
            var invoice = await hosts[host].InvoiceAsync(sent.Number, tenant.Name);
            if (invoice?["bookedNumber"] is null)
            {
                untouched.Add(sent);
            }
        }

        if (await DeliverAsync(host, tenant, batch))
        {
            foreach (var sent in untouched)
            {
                tenant.AtLeast[sent.Number] = tenant.AtLeast.GetValueOrDefault(sent.Number) is { } known && known.IsLaterThan(sent) ? known : sent;
            }
        }
    }

    private async Task SendInParallelAsync()
    {
        var sends = Enumerable.Range(0, random.Next(2, 5))
            .Select(_ => (Tenant: Pick(random, tenants), Host: random.Next(2)))
            .Select(to => (to.Tenant, to.Host, Batch: MakeBatch(to.Tenant, mayBeRefused: false)))
            .ToList();
        Note("in parallel:");
        await Task.WhenAll(sends.Select(send => DeliverAsync(send.Host, send.Tenant, send.Batch)));
    }

    /// <summary>Sends until it is answered, as a sender does.</summary>
    /// <returns>Whether the first attempt was.</returns>
    private async Task<bool> DeliverAsync(int host, WalkTenant tenant, IReadOnlyList<Made> batch)
    {
        Note($"{tenant.Name} by host {host}: {string.Join(" | ", batch.Select(made => made.Told))}");
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var reply = await hosts[host].SendAsync(new JsonArray([.. batch.Select(made => made.Body.DeepClone())]), tenant.Name);
            Note($"  {reply.Status} {(reply.Status is 200 or 202 or 400 ? string.Join(" ", reply.Results.Select(result => result!["outcome"])) : "")}");
            if (reply.Status is 200 or 202 or 400)
            {
                foreach (var (made, result) in batch.Zip(reply.Results))
                {
                    Check(tenant, made, result!);
                }

                return attempt == 0;
            }
        }

        Assert.Fail("Ten deliveries were not answered.");
        return false;
    }

    private static void Check(WalkTenant tenant, Made made, JsonNode result)
    {
        if (made.Faulty is { } faulty)
        {
            tenant.Faulty.Enqueue(faulty);
        }

        var outcome = result["outcome"]!.GetValue<string>();
        Assert.Equal(made.Valid is null, outcome == "refused");
        if (made.Valid is { } sent && outcome == "booked")
        {
            lock (tenant.Promised)
            {
                var number = result["mutationNumber"]!.GetValue<long>();
                Assert.Equal(number, tenant.Promised.GetValueOrDefault(sent.Number, number));
                tenant.Promised[sent.Number] = number;
            }
        }
    }

    private IReadOnlyList<Made> MakeBatch(WalkTenant tenant, bool mayBeRefused) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Make(tenant, mayBeRefused))];

    private Made Make(WalkTenant tenant, bool mayBeRefused)
    {
        var known = tenant.Valid.Values.ToList();
        var choice = random.Next(12);
        if (mayBeRefused && choice == 0)
        {
            tenant.Refused++;
            var faulty = NewEvent(tenant);
            var body = faulty.ToJson(tenant);
            body.InvoiceOf().Remove("date");
            return new Made(null, body, $"{faulty.Id} #{faulty.Number} faulty") { Faulty = faulty };
        }

        if (tenant.Faulty.Count > 0 && choice == 5)
        {
            var mended = tenant.Faulty.Dequeue();
            tenant.Refused--;
            tenant.Valid.Add(mended.Id, mended);
            return new Made(mended, mended.ToJson(tenant), $"{mended.Id} mended");
        }

        if (known.Count > 0 && mayBeRefused && choice == 1)
        {
            tenant.Refused++;
            var used = Pick(random, [.. known]);
            return new Made(null, (used with { Fate = Fate.Booked, Net = 7777m + tenant.Refused }).ToJson(tenant), $"id {used.Id} used again");
        }

        if (known.Count > 0 && choice < 4)
        {
            var again = Pick(random, [.. known]);
            return new Made(again, again.ToJson(tenant), $"{again.Id} again");
        }

        var made = NewEvent(tenant);
        if (known.Count > 0 && choice == 4)
        {
            var same = Pick(random, [.. known]);
            made = same with { Id = made.Id, OccurredAt = made.OccurredAt };
        }

        tenant.Valid.Add(made.Id, made);
        return new Made(made, made.ToJson(tenant), $"{made.Id} #{made.Number} {made.Fate} {made.OccurredAt:HH:mm} {made.Net}");
    }

    private WalkEvent NewEvent(WalkTenant tenant)
    {
        var isCredit = random.Next(6) == 0;
        var number = string.Create(CultureInfo.InvariantCulture, $"{(isCredit ? "C" : "F")}{random.Next(1, 5 + (tenant.Valid.Count / 3))}");
        var fate = random.Next(5) > 0 ? Fate.Booked : Pick(random, Enum.GetValues<Fate>());
        return new WalkEvent(
            string.Create(CultureInfo.InvariantCulture, $"e{++ids:D4}"),
            number,
            new DateTimeOffset(2026, 3, 2, 8, random.Next(40), 0, TimeSpan.Zero),
            isCredit && fate == Fate.NothingToBook ? Fate.Booked : fate,
            random.Next(5),
            (isCredit ? -1 : 1) * random.Next(1, 5) * 100m);
    }

    private void AddFault()
    {
        var operation = Pick(random, Operations);
        var kind = Pick(random, Kinds);
        if (kind == FaultKind.NoMutationNumber && operation.StartsWith("Get", StringComparison.Ordinal))
        {
            kind = FaultKind.AnswerLost;
        }

        var longest = (int)new EngineOptions().ProvesAbsenceAfter.TotalSeconds;
        var fault = new Fault(kind)
        {
            Operation = operation, Times = random.Next(1, 3), Delay = TimeSpan.FromSeconds(random.Next(1, longest)),
        };
        world.Sandbox.Books.Faults.Add(fault);
        Note($"fault {fault}");
    }

    private void Advance(TimeSpan by)
    {
        world.Clock.Advance(by);
        Note($"{world.Clock.GetUtcNow():HH:mm:ss}");
    }

    private async Task SweepAsync()
    {
        if (random.Next(3) == 0)
        {
            Note("both sweep");
            await Task.WhenAll(hosts.Select(TrySweepAsync));
        }
        else
        {
            Note("sweep");
            await TrySweepAsync(Pick(random, hosts));
        }
    }

    /// <summary>A failure on purpose may end a sweep, as it would for the timer.</summary>
    private static async Task TrySweepAsync(Host host)
    {
        try
        {
            await host.SweepAsync();
        }
        catch (Exception exception) when (exception.Message.EndsWith("on purpose.", StringComparison.Ordinal))
        {
            // The next sweep goes on.
        }
    }

    /// <summary>People retry and ignore what there is, all at once and beside a sweep.</summary>
    private async Task ActAsync()
    {
        var acts = Enumerable.Range(0, random.Next(1, 6))
            .Select(_ => (Tenant: Pick(random, tenants), Host: Pick(random, hosts), Ignores: random.Next(3) == 0))
            .Where(act => act.Tenant.Valid.Count > 0)
            .Select(act => (act.Tenant, act.Host, act.Ignores, Pick(random, [.. act.Tenant.Valid.Values]).Number))
            .ToList();
        var sweeping = Pick(random, hosts);
        Note("people act:");
        await Task.WhenAll([.. acts.Select(act => ActAsync(act.Tenant, act.Host, act.Ignores, act.Number)), TrySweepAsync(sweeping)]);
    }

    private async Task ActAsync(WalkTenant tenant, Host host, bool ignores, string number)
    {
        if (ignores)
        {
            lock (tenant.Ignored)
            {
                tenant.Ignored.Add(number);
            }
        }

        var reply = await host.ApiAsync(
            HttpMethod.Post,
            $"/api/tenants/{tenant.Name}/{(ignores ? "ignore" : "retry")}",
            ignores ? new JsonObject { ["number"] = number, ["reason"] = "Zo maar." } : new JsonObject { ["numbers"] = new JsonArray(number) });
        Note($"  {tenant.Name} {(ignores ? "ignore" : "retry")} #{number} {reply.Status} {(reply.Status == 409 ? reply.ReasonCode : "")}");
        Assert.Contains(reply.Status, (int[])[200, 409]);
    }

    private async Task RestartAsync()
    {
        var index = random.Next(2);
        Note($"host {index} starts anew");
        await world.RemoveHostAsync(hosts[index]);
        hosts[index] = await NewHostAsync();
    }

    private Task<Host> NewHostAsync() => world.AddHostAsync(builder => builder.Services.AddSingleton<IWorkWitness>(witness));

    private void Note(string what)
    {
        lock (journal)
        {
            journal.Add(what);
        }
    }

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
#pragma warning restore CA5394

    /// <param name="Valid">Null for an event that is refused.</param>
    private sealed record Made(WalkEvent? Valid, JsonObject Body, string Told)
    {
        /// <summary>What was refused for a fault and can be sent again without it.</summary>
        public WalkEvent? Faulty { get; init; }
    }
}
