using System.Globalization;
using PerfectviewFunctions.Chaos.Planning;
using PerfectviewFunctions.Core.Engine;

namespace PerfectviewFunctions.Chaos.Running;

/// <summary>One place of a host: whenever its process ends, another takes its place, with troubles that follow from the seed.</summary>
internal sealed class Slot(int number, ChaosOptions options, Stage stage, Figures figures)
{
    private const int Signalled = 128 + 9;

    private readonly Lock gate = new();
    private HostProcess? host;
    private volatile Uri? address;
    private volatile bool isCalm;
    private volatile bool isOver;
    private bool wasKilled;

    /// <summary>Null while nobody listens.</summary>
    public Uri? Address => address;

    /// <summary>Keeps a process running until it is told to end.</summary>
    public async Task RunAsync()
    {
        for (var incarnation = 1; !isOver; incarnation++)
        {
            var log = Path.Combine(stage.Folder, string.Create(CultureInfo.InvariantCulture, $"host-{number}-{incarnation}.log"));
            var wasCalm = isCalm;
            var (started, listening) = await HostProcess.StartAsync(
                stage.Folder, log, [.. stage.Arguments, .. wasCalm ? [] : Troubles(incarnation)], options.IsLong, figures);
            using (started)
            {
                lock (gate)
                {
                    host = started;
                    wasKilled = false;
                }

                if (isCalm && !wasCalm)
                {
                    // Peace came while it was starting with its troubles.
                    await EndAsync(started);
                    continue;
                }

                address = listening;
                figures.Add("hosts started");
                if (isOver)
                {
                    started.Kill();
                }

                await started.Ended;
                address = null;
                lock (gate)
                {
                    host = null;
                    if (!wasKilled && started.ExitCode == Signalled)
                    {
                        figures.Add("kills by itself at a step");
                    }
                    else if (started.ExitCode != Signalled && started.ExitCode != 0)
                    {
                        figures.Add("hosts that ended by an error");
                    }
                }
            }
        }
    }

    public void Kill() => OnHost(found =>
    {
        wasKilled = true;
        found.Kill();
        figures.Add("kills from outside");
    });

    public async Task PauseAsync(TimeSpan length)
    {
        HostProcess? paused = null;
        OnHost(found => paused = found.TryPause() ? found : null);
        if (paused is null)
        {
            return;
        }

        figures.Add("pauses");
        await Task.Delay(length);
        OnHost(found =>
        {
            if (ReferenceEquals(found, paused))
            {
                found.Resume();
            }
        });
    }

    /// <summary>Ends the process in peace; the next one is started.</summary>
    public async Task RestartAsync()
    {
        if (Current() is { } found)
        {
            figures.Add("restarts in peace");
            await EndAsync(found);
        }
    }

    /// <summary>From now on there is no trouble: a process that has some is replaced.</summary>
    public async Task CalmAsync()
    {
        isCalm = true;
        if (Current() is { } found)
        {
            await EndAsync(found);
        }
    }

    public async Task EndAsync()
    {
        isOver = true;
        if (Current() is { } found)
        {
            await EndAsync(found);
        }
    }

    private async Task EndAsync(HostProcess found)
    {
        lock (gate)
        {
            wasKilled = true;
        }

        address = null;
        found.Resume();
        await found.EndAsync(TimeSpan.FromSeconds(15));
    }

    private HostProcess? Current()
    {
        lock (gate)
        {
            return host;
        }
    }

    private void OnHost(Action<HostProcess> act)
    {
        lock (gate)
        {
            if (host is { IsRunning: true } found)
            {
                act(found);
            }
        }
    }

    private IReadOnlyList<string> Troubles(int incarnation)
    {
        var dice = new Dice(HashCode(options.Seed, number, incarnation));
        var storeSeed = dice.Below(int.MaxValue);
        var (step, times) = (dice.Of(Enum.GetValues<WorkStep>()), dice.Between(1, Math.Clamp(options.Events / 20, 10, 80)));
        string[] kill = dice.OneIn(2) ? [string.Create(CultureInfo.InvariantCulture, $"--Kill={step}:{times}")] : [];
        return [string.Create(CultureInfo.InvariantCulture, $"--StoreFaults={storeSeed}:{dice.Between(1, 12)}"), .. kill];
    }

    /// <summary>The same in every process, as <see cref="System.HashCode"/> is not.</summary>
    private static int HashCode(int first, int second, int third) => unchecked((((first * 31) + second) * 1009) + third);
}
