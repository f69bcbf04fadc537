using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Settings;
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
        services.AddSingleton<TenantHistory>();
        services.AddSingleton<Connections>();
        services.AddSingleton<InvoiceStore>();
        return services.AddRelations().AddEngine().AddIntake().AddSettings().AddLinking().AddAttention().AddPeople();
    }
}
