using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core;

/// <summary>Puts Core together. A host adds the ports: IRowStore, ISecretStore, IBookkeeping, IEventReader.</summary>
public static class CoreServices
{
    public static IServiceCollection AddPerfectviewCore(this IServiceCollection services, EngineOptions options)
    {
        var faults = options.Faults().ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IWorkWitness, NoWitness>();
        services.AddSingleton(options);
        services.AddSingleton<DeploymentKey>();
        services.AddSingleton<AdministrationKeys>();
        services.AddSingleton<TenantStore>();
        services.AddSingleton<TenantSecrets>();
        services.AddSingleton<Connections>();
        services.AddSingleton<InvoiceStore>();
        services.AddSingleton<EventsForAttention>();
        services.AddSingleton<DebtorLinkStore>();
        services.AddSingleton<DebtorIndexes>();
        services.AddSingleton<Debtors>();
        services.AddSingleton<DueRows>();
        services.AddSingleton<OpenWork>();
        services.AddSingleton<CaseStore>();
        services.AddSingleton<Claims>();
        services.AddSingleton<LookupQuota>();
        services.AddSingleton<Settling>();
        services.AddSingleton<Sending>();
        services.AddSingleton<Recovery>();
        services.AddSingleton<InvoiceWork>();
        services.AddSingleton<SettingAside>();
        services.AddSingleton<BookingEngine>();
        services.AddSingleton<EventDesk>();
        services.AddSingleton(provider => new EventIntake(
            provider.GetRequiredService<IRowStore>(),
            provider.GetRequiredService<EventDesk>(),
            provider.GetRequiredService<DueRows>(),
            provider.GetRequiredService<BookingEngine>(),
            provider.GetRequiredService<TimeProvider>(),
            options,
            provider.GetRequiredService<IWorkWitness>(),
            provider.GetRequiredService<ILogger<EventIntake>>()));
        services.AddSingleton(provider => new PendingSweep(
            provider.GetRequiredService<TenantStore>(),
            provider.GetRequiredService<DueRows>(),
            provider.GetRequiredService<OpenWork>(),
            provider.GetRequiredService<BookingEngine>(),
            provider.GetRequiredService<TimeProvider>(),
            options,
            provider.GetRequiredService<ILogger<PendingSweep>>()));
        return services;
    }
}
