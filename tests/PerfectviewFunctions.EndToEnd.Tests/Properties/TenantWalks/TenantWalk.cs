using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Linking;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;

/// <summary>
/// A random walk through all that people, senders, time and the books can do to three tenants, one act after another or several at once, with a
/// judge after every step, and at the end when everything has healed.
/// </summary>
internal sealed class TenantWalk(Stage stage) : IAsyncDisposable
{
    private readonly SenderActs senders = new(stage);
    private readonly SettingsActs settings = new(stage);
    private readonly LinkActs links = new(stage);
    private readonly ButtonActs buttons = new(stage);
    private readonly WorldActs world = new(stage);
    private readonly PeopleJudge judge = new(stage);

    public string Journal => stage.Journal;

    public static async Task<TenantWalk> StartAsync(int seed)
    {
        var walk = new TenantWalk(await Stage.SetUpAsync(seed));
        await walk.judge.CheckStepAsync();
        return walk;
    }

    public async Task StepAsync()
    {
        var isTroubled = stage.Next(9) == 0;
        IReadOnlyList<Func<Task>> acts = stage.Next(5) == 0
            ? [.. Enumerable.Range(0, 2 + stage.Next(4)).Select(_ => DrawTogether())]
            : [DrawAlone()];
        if (acts.Count > 1)
        {
            stage.Note("at once:");
        }

        if (isTroubled)
        {
            stage.MakeTrouble();
        }

        await stage.UntilDoneAsync(Task.WhenAll(acts.Select(act => act())));
        stage.EndTrouble();
        await judge.CheckStepAsync();
    }

    /// <summary>Ends all trouble, brings every tenant back to where its bookings are, and lets days pass.</summary>
    public async Task HealAsync()
    {
        stage.Note("all heals");
        stage.Books.Faults.Clear();

        // A change of a link that died keeps its turn for a minute.
        stage.World.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var party in stage.Parties)
        {
            await LinkAsync(party, party.Tenant.Administration!.Value);
        }

        await PassHoursAsync(12);
        for (var round = 0; round < 3 && await FollowIntentsAsync(); round++)
        {
            await PassHoursAsync(12);
        }

        for (var day = 0; day < 3; day++)
        {
            stage.World.Clock.Advance(TimeSpan.FromDays(1));
            await stage.Clean.SweepAsync();
        }

        await judge.CheckStepAsync();
        await judge.CheckEndAsync();
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private Func<Task> DrawAlone() => stage.Next(30) switch
    {
        < 7 => senders.Draw(together: false),
        < 10 => settings.DrawSettings(together: false),
        < 12 => settings.DrawMapping(together: false),
        < 17 => links.Draw(together: false),
        < 20 => buttons.Draw(together: false),
        < 23 => world.AddFault,
        < 25 => world.Pass,
        < 27 => world.DrawSweep(),
        27 => stage.Next(2) == 0 ? world.ChangeCode : world.EndSessions,
        28 => world.RestartAsync,
        _ => () =>
        {
            LinkActs.Adopt(stage.Pick(stage.Parties));
            return Task.CompletedTask;
        },
    };

    private Func<Task> DrawTogether() => stage.Next(12) switch
    {
        < 4 => senders.Draw(together: true),
        4 => settings.DrawSettings(together: true),
        5 => settings.DrawMapping(together: true),
        < 9 => links.Draw(together: true),
        < 11 => buttons.Draw(together: true),
        _ => world.DrawSweep(),
    };

    private async Task PassHoursAsync(int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            stage.World.Clock.Advance(TimeSpan.FromHours(1));
            await stage.UntilDoneAsync(stage.Hosts[hour % 2].SweepAsync());
        }

        await judge.CheckStepAsync();
    }

    /// <returns>Whether any tenant had to go elsewhere for a booking that was sent there.</returns>
    private async Task<bool> FollowIntentsAsync()
    {
        var moved = false;
        foreach (var party in stage.Parties)
        {
            var elsewhere = party.Invoices.Values.FirstOrDefault(invoice =>
                invoice is { State: InvoiceState.Booking or InvoiceState.Uncertain, Intent: not null } && invoice.Intent.Administration != party.Tenant.Administration);
            if (elsewhere is not null)
            {
                stage.Note($"{party.Name} goes where #{elsewhere.Number} was sent");
                await LinkAsync(party, elsewhere.Intent!.Administration);
                moved = true;
            }
        }

        return moved;
    }

    private async Task LinkAsync(Party party, AdministrationKey administration)
    {
        party.MayMove = true;
        for (var round = 0; round < 4; round++)
        {
            var save = stage.Clean.SaveAsync(links.Credentials(party, stage.ByKey[administration], confirm: true), party.Name);
            await stage.UntilDoneAsync(save);
            var reply = await save;
            if (reply.Status == 200)
            {
                return;
            }

            Assert.True(reply.ReasonCode is "prefix-needed" or "prefix-needed-elsewhere", $"{party.Name} can't be linked: {reply.Status} {reply.Body}");
            foreach (var one in reply.ReasonCode == "prefix-needed" ? [party] : stage.Parties)
            {
                await SettingsActs.FreeAsync(stage.Clean, one, round);
            }
        }

        Assert.Fail($"{party.Name} can't be linked.");
    }
}
