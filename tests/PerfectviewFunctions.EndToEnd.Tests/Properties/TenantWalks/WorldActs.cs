using System.Globalization;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;

/// <summary>What nobody chooses: faults of the books, time, sweeps, restarts, a changed code, sessions that end.</summary>
internal sealed class WorldActs(Stage stage)
{
    private static readonly string[] Operations =
        ["AddMutatie", "AddMutatie", "AddMutatie", "AddRelatie", "GetMutaties", "GetOpenPosten", "GetRelaties", "GetGrootboekrekeningen", "OpenSession"];

    private static readonly FaultKind[] Kinds =
    [
        FaultKind.AnswerLost, FaultKind.AnswerLost, FaultKind.CommitLater, FaultKind.CommitLater, FaultKind.ConnectionReset, FaultKind.Http500Before,
        FaultKind.Http500After, FaultKind.Malformed, FaultKind.SessionGone, FaultKind.Throttled, FaultKind.NoMutationNumber,
    ];

    public Task AddFault()
    {
        var (operation, kind) = (stage.Pick(Operations), stage.Pick(Kinds));
        if (kind is FaultKind.NoMutationNumber or FaultKind.CommitLater && !operation.StartsWith("Add", StringComparison.Ordinal))
        {
            kind = FaultKind.AnswerLost;
        }

        if (kind == FaultKind.SessionGone && operation == "OpenSession")
        {
            kind = FaultKind.ConnectionReset;
        }

        var longest = (int)new EngineOptions().ProvesAbsenceAfter.TotalSeconds;
        var fault = new Fault(kind)
        {
            Operation = operation, Times = 1 + stage.Next(2), Delay = TimeSpan.FromSeconds(1 + stage.Next(longest - 1)),
        };
        stage.Books.Faults.Add(fault);
        stage.Note($"fault {fault}");
        return Task.CompletedTask;
    }

    public Task Pass()
    {
        stage.World.Clock.Advance(stage.Next(4) == 0 ? TimeSpan.FromMinutes(20 + stage.Next(600)) : TimeSpan.FromSeconds(1 + stage.Next(400)));
        stage.Note(stage.World.Clock.GetUtcNow().ToString("dd HH:mm:ss", CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public Func<Task> DrawSweep()
    {
        var hosts = stage.Next(3) == 0 ? stage.Hosts : [stage.PickHost()];
        return () =>
        {
            stage.Note(hosts.Count > 1 ? "both sweep" : "sweep");
            return Task.WhenAll(hosts.Select(TrySweepAsync));
        };
    }

    public async Task RestartAsync()
    {
        var which = stage.Next(2);
        stage.Note($"host {which} starts anew");
        await stage.RestartAsync(which);
    }

    /// <summary>Somebody changes code 1 in the books, or revokes his tokens: they are refused here until others are saved.</summary>
    public Task ChangeCode()
    {
        var party = stage.Pick(stage.Parties);
        stage.World.Refuse(stage.Next(int.MaxValue).ToString("x32", CultureInfo.InvariantCulture), party.UserName);
        stage.Note($"the credentials of {party.UserName} are refused, and sessions end");
        return Task.CompletedTask;
    }

    public Task EndSessions()
    {
        stage.Note("sessions end");
        stage.Books.EndSessions();
        return Task.CompletedTask;
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
}
