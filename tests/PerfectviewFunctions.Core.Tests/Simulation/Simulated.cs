using System.Globalization;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Tests.Simulation;

/// <summary>
/// One run: hosts that come, stand still and die, callers that repeat and hang up, a bookkeeper and a clock, all by the dice of one seed; then peace,
/// in which one healthy host has to bring everything to a good end.
/// </summary>
internal sealed class Simulated : IDisposable
{
    private const int HostsAtOnce = 3;
    private const int MostHosts = 9;

    private readonly World world;
    private readonly List<SimulatedHost> hosts = [];
    private readonly List<Actor> actors = [];
    private readonly List<Tenant> tenants = [];
    private readonly Traffic traffic;
    private int started;

    private Simulated(int seed)
    {
        world = new World(seed);
        foreach (var (name, administration, prefix) in ((string, int, string)[])[("ada", 1, "A-"), ("ben", 1, "B-"), ("cor", 2, "")])
        {
            tenants.Add(world.AddTenantAsync(name, administration, prefix).GetAwaiter().GetResult());
            world.Bench.TenantSecrets.SetWebhookAsync(tenants[^1].Id, new WebhookSecrets("whsec_simulated"), default).GetAwaiter().GetResult();
        }

        traffic = new Traffic(world, tenants);
        for (var i = 0; i < HostsAtOnce; i++)
        {
            StartHost();
        }
    }

    /// <summary>Plays a run to its end.</summary>
    /// <param name="acts">After so many acts there is peace.</param>
    public static Outcome Play(int seed, int acts)
    {
        using var run = new Simulated(seed);
        try
        {
            for (var act = 0; act < acts; act++)
            {
                run.Act();
            }

            run.Settle();
        }
        catch (Exception exception) when (exception is InvalidOperationException or InvalidDataException or Xunit.Sdk.XunitException)
        {
            run.world.Violate("broke off: " + exception.Message);
        }

        return new Outcome(seed, acts, run.world.Violations, run.world.Trace);
    }

    public void Dispose()
    {
        hosts.ForEach(host => host.Dispose());
        actors.ForEach(actor => actor.Caller.Dispose());
        world.Bench.Meters.Dispose();
    }

    private void Act()
    {
        switch (world.Random.Next(100))
        {
            case < 60:
                LetOn(1 + world.Random.Next(12));
                break;
            case < 74:
                Deliver();
                break;
            case < 81:
                Start("sweep", host => cancel => host.Pending.RunAsync(cancel));
                break;
            case < 83:
                Start("payments", host => cancel => host.Payments.RunAsync(cancel));
                break;
            case < 85:
                Start("callbacks", host => cancel => host.Callbacks.RunAsync(cancel));
                break;
            case < 91:
                Pass(world.Seconds(5));
                break;
            case < 93:
                Pass(world.Seconds(90));
                break;
            case < 94:
                Pass(world.Seconds(1200));
                break;
            case < 96:
                Pause();
                break;
            case < 97:
                Kill();
                break;
            case < 98:
                HangUp();
                break;
            default:
                Bookkeeper.Act(world, tenants);
                break;
        }
    }

    private List<Actor> Waiting() => actors.FindAll(actor => actor.Host.IsAwake);

    private void LetOn(int steps)
    {
        if (Waiting() is { Count: > 0 } waiting)
        {
            var actor = waiting[world.Random.Next(waiting.Count)];
            while (steps-- > 0 && !actor.IsDone)
            {
                GoOn(actor);
            }
        }
    }

    private void GoOn(Actor actor)
    {
        world.Strands.GoOn(actor);
        Clean(actor);
    }

    private void Clean(Actor actor)
    {
        if (actor.IsDone)
        {
            actors.Remove(actor);
            world.Trace.Add(actor.Name, actor.Fault is { } fault ? "ends by " + fault.GetType().Name : "ends");
            actor.Caller.Dispose();
        }
    }

    private void StartHost()
    {
        var ahead = world.HasSkew ? world.Seconds(10) - TimeSpan.FromSeconds(5) : TimeSpan.Zero;
        var calm = (world.IsCalm, world.IsCalm = true).IsCalm;
        hosts.Add(new SimulatedHost(world, "h" + Text(hosts.Count + 1), ahead));
        world.IsCalm = calm;
        world.Trace.Add(hosts[^1].Name, string.Create(CultureInfo.InvariantCulture, $"starts, {ahead.TotalSeconds:0.000} s ahead"));
        world.Trace.Count("hosts");
    }

    private Actor? Start(string what, Func<SimulatedHost, Func<CancellationToken, Task>> act)
    {
        if (hosts.FindAll(host => host.IsAwake) is not { Count: > 0 } awake)
        {
            return null;
        }

        var host = awake[world.Random.Next(awake.Count)];
        var actor = new Actor($"{host.Name} {what} {Text(++started)}", host);
        actors.Add(actor);
        world.Trace.Add(actor.Name, "begins");
        world.Strands.Start(actor, act(host));
        Clean(actor);
        return actor;
    }

    /// <summary>Any request: one that was not answered, most often, or one that was, once more.</summary>
    private void Deliver()
    {
        var unanswered = traffic.Requests.FindAll(request => !request.IsAnswered);
        var among = unanswered.Count > 0 && world.Random.Next(5) > 0 ? unanswered : traffic.Requests;
        var request = among[world.Random.Next(among.Count)];
        Start("call of " + request.Tenant.Id.Value, host => cancel => TakeAsync(host, request, cancel));
        world.Trace.Count("requests");
    }

    private static async Task TakeAsync(SimulatedHost host, Request request, CancellationToken cancellationToken)
    {
        var answers = await host.Intake.TakeAsync(request.Tenant, request.Events, cancellationToken);
        request.IsAnswered |= answers is not null && !cancellationToken.IsCancellationRequested;
    }

    private void Pause()
    {
        // A process that does nothing may as well run.
        var busy = Waiting();
        if (busy.Count > 0)
        {
            var host = busy[world.Random.Next(busy.Count)].Host;
            host.PausedUntil = world.Now + TimeSpan.FromSeconds(65) + world.Seconds(900);
            world.Trace.Add(host.Name, $"stands still until {host.PausedUntil:HH:mm:ss.fff}");
            world.Trace.Count("pauses");
            actors.FindAll(actor => actor.Host == host).ForEach(actor => actor.WasPaused = true);
        }
    }

    private void Kill()
    {
        var alive = hosts.FindAll(host => !host.IsDead);
        if (hosts.Count == MostHosts || alive.Count == 0)
        {
            return;
        }

        var host = alive[world.Random.Next(alive.Count)];
        host.IsDead = true;
        world.Trace.Add(host.Name, "dies");
        world.Trace.Count("kills");
        foreach (var actor in actors.FindAll(actor => actor.Host == host))
        {
            world.Trace.Count("killed after " + actor.LastStep);
            actors.Remove(actor);
            actor.Gate!.OnKilled?.Invoke();
        }

        StartHost();
    }

    private void HangUp()
    {
        if (Waiting() is { Count: > 0 } waiting)
        {
            var actor = waiting[world.Random.Next(waiting.Count)];
            world.Trace.Add(actor.Name, "is cancelled");
            world.Trace.Count("cancellations");
            actor.Caller.Cancel();
        }
    }

    /// <summary>Time passes; nobody who is awake is held up for longer than his call takes.</summary>
    private void Pass(TimeSpan by)
    {
        var end = world.Now + by;
        while (true)
        {
            var next = Waiting().Where(actor => actor.Gate!.Until <= end).MinBy(actor => actor.Gate!.Until);
            var wakes = hosts.Where(host => !host.IsDead && host.PausedUntil <= end).MinBy(host => host.PausedUntil);
            if (wakes is not null && !(next?.Gate!.Until < wakes.PausedUntil))
            {
                world.PassTo(wakes.PausedUntil!.Value);
                wakes.PausedUntil = null;
                world.Trace.Add(wakes.Name, "goes on");
            }
            else if (next is not null)
            {
                world.PassTo(next.Gate!.Until);
                GoOn(next);
            }
            else
            {
                world.PassTo(end);
                return;
            }
        }
    }

    /// <summary>No more faults. Those who stand still go on before the end, or only after everything.</summary>
    private void Settle()
    {
        world.IsCalm = true;
        world.Trace.Add("scheduler", "peace");
        var settling = new Settling(world, tenants, traffic, Healthy());
        if (world.Random.Next(2) == 0)
        {
            FinishAll(awakeOnly: true);
            settling.Run();
        }

        FinishAll(awakeOnly: false);
        settling.Run();
        settling.ReadPayments();
        new Check(world, traffic).Run();
    }

    private SimulatedHost Healthy()
    {
        if (world.Random.Next(2) == 0 || hosts.Find(host => host.IsAwake) is not { } survivor)
        {
            StartHost();
            return hosts[^1];
        }

        return survivor;
    }

    private void FinishAll(bool awakeOnly)
    {
        if (!awakeOnly)
        {
            hosts.ForEach(host => host.PausedUntil = null);
        }

        while (Waiting() is { Count: > 0 } waiting)
        {
            GoOn(waiting[world.Random.Next(waiting.Count)]);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What came of a run.</summary>
internal sealed record Outcome(int Seed, int Acts, IReadOnlyList<string> Violations, Trace Trace);
