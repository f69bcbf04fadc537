using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Diagnosis;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Payments.Balances;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core;

/// <summary>Puts Core together. A host adds the ports: IRowStore, ISecretStore, IBookkeeping, IEventReader, IPaymentTimes, ICallbackSender.</summary>
public static class CoreServices
{
    /// <exception cref="ArgumentException">The options are faulty; the message says what to change.</exception>
    public static IServiceCollection AddPerfectviewCore(this IServiceCollection services, CoreOptions options)
    {
        var faults = options.Faults().ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IWorkWitness, NoWitness>();
        services.TryAddSingleton<Measures>();
        services.AddSingleton(typeof(TimerRun<>));
        services.AddSingleton(options.Engine);
        services.AddSingleton<DeploymentKey>();
        services.AddSingleton<AdministrationKeys>();
        services.AddSingleton<TenantStore>();
        services.AddSingleton<KnownAdministrations>();
        services.AddSingleton<TenantSecrets>();
        services.AddSingleton<TenantHistory>();
        services.AddSingleton<Connections>();
        services.AddSingleton<InvoiceStore>();
        services.AddPayments(options.Payments).AddCallbacks(options.Callbacks).AddBalances();
        return services.AddRelations().AddEngine().AddIntake(options.Intake).AddSettings().AddLinking().AddAttention().AddPeople().AddDiagnosis();
    }
}

/// <summary>What can be set in Core.</summary>
public sealed record CoreOptions
{
    public EngineOptions Engine { get; init; } = new();

    public IntakeOptions Intake { get; init; } = new();

    public PaymentOptions Payments { get; init; } = new();

    public CallbackOptions Callbacks { get; init; } = new();

    internal IEnumerable<string> Faults() => [.. Engine.Faults(), .. Intake.Faults(), .. Payments.Faults(), .. Callbacks.Faults()];
}
