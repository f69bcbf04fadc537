using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Sync;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

internal static class AttentionServices
{
    public static IServiceCollection AddAttention(this IServiceCollection services)
    {
        services.AddSingleton<HeldBackInvoices>();
        services.AddSingleton<InvoiceDebtors>();
        services.AddSingleton<OpenCounts>();
        services.AddSingleton<TenantStock>();
        services.AddSingleton(provider => new StockTaking(
            provider.GetRequiredService<TenantStore>(),
            provider.GetRequiredService<TenantStock>(),
            provider.GetRequiredService<ConnectionStates>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Measures>(),
            provider.GetRequiredService<ILogger<StockTaking>>()));
        services.AddSingleton<Reopening>();
        services.AddSingleton<Ignoring>();
        services.AddSingleton<EventIgnoring>();
        services.AddSingleton<Unblocking>();
        services.AddSingleton(provider => new TenantStandings(provider.GetRequiredService<Connections>()));
        services.AddSingleton(provider => new InvoiceActions(
            provider.GetRequiredService<Reopening>(),
            provider.GetRequiredService<Ignoring>(),
            provider.GetRequiredService<HeldBackInvoices>(),
            provider.GetRequiredService<InvoiceStore>(),
            provider.GetRequiredService<TenantHistory>(),
            provider.GetRequiredService<PromptWork>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new RelationActions(
            provider.GetRequiredService<RelationCases>(),
            provider.GetRequiredService<RelationStore>(),
            provider.GetRequiredService<HeldBackInvoices>(),
            provider.GetRequiredService<InvoiceActions>(),
            provider.GetRequiredService<PromptWork>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
