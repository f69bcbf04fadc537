using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Simulation.Hosts;
using PerfectviewFunctions.Testing.Telemetry;

namespace PerfectviewFunctions.Core.Tests.Simulation;

/// <summary>One process of the product: Core as its own registrations put it together, over ports that the scheduler holds.</summary>
internal sealed class SimulatedHost : IDisposable
{
    /// <summary>What a host does beside another does the same; within one loop nothing runs at the same time, so that a seed says it all.</summary>
    private static readonly CoreOptions Options = new()
    {
        Engine = new EngineOptions { SweepParallelism = 1 },
        Payments = new PaymentOptions { Parallelism = 1 },
        Callbacks = new CallbackOptions { Parallelism = 1 },
    };

    private readonly ServiceProvider services;

    public SimulatedHost(World world, string name, TimeSpan ahead)
    {
        Name = name;
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new SkewedClock(world.Clock, ahead))
            .AddSingleton<IRowStore>(new HostStore(world, name))
            .AddSingleton<ISecretStore>(new HostSecrets(world))
            .AddSingleton<IBookkeeping>(new HostBooks(world))
            .AddSingleton<IEventReader>(world.Bench.Events)
            .AddSingleton<ICallbackSender>(new HostCallbacks(world))
            .AddSingleton<IPaymentTimes>(new Hourly())
            .AddSingleton<IWorkWitness>(new Witness(world))
            .AddSingleton<IMeterFactory, Meters>()
            .AddSingleton(typeof(ILogger<>), typeof(TracedLog<>))
            .AddSingleton(world)
            .AddPerfectviewCore(Options)
            .BuildServiceProvider();

        // A host that has not started yet serves nobody; and two calls that wait for one key would be let on by each other.
        services.GetRequiredService<AdministrationKeys>().FingerprintAsync(Support.Bench.Credentials, CancellationToken.None)
            .GetAwaiter().GetResult();
        Intake = services.GetRequiredService<EventIntake>();
        Pending = services.GetRequiredService<PendingSweep>();
        Payments = services.GetRequiredService<PaymentSync>();
        Callbacks = services.GetRequiredService<CallbackSweep>();
    }

    public string Name { get; }

    public EventIntake Intake { get; }

    public PendingSweep Pending { get; }

    public PaymentSync Payments { get; }

    public CallbackSweep Callbacks { get; }

    public bool IsDead { get; set; }

    /// <summary>Null unless its process stands still.</summary>
    public DateTimeOffset? PausedUntil { get; set; }

    public bool IsAwake => !IsDead && PausedUntil is null;

    public void Dispose() => services.Dispose();

    private sealed class Witness(World world) : IWorkWitness
    {
        public void Reached(WorkStep step)
        {
            world.Trace.Add(world.Running?.Name ?? "healthy", "reached " + step);
            if (world.Running is { } actor)
            {
                actor.LastStep = step.ToString();
            }
        }
    }

    private sealed class Hourly : IPaymentTimes
    {
        public DateTimeOffset LastAt(DateTimeOffset now) => new(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), now.Offset);

        public DateTimeOffset NextAfter(DateTimeOffset now) => LastAt(now) + TimeSpan.FromHours(1);
    }
}

/// <summary>Puts what a host warns of into the trace.</summary>
internal sealed class TracedLog<T>(World world) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            world.Trace.Add(world.Running?.Name ?? "healthy", $"{logLevel}: {formatter(state, exception)} {exception?.Message}");
        }
    }
}
