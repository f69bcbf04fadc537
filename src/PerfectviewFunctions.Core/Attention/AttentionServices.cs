using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

internal static class AttentionServices
{
    public static IServiceCollection AddAttention(this IServiceCollection services)
    {
        services.AddSingleton<HeldBackInvoices>();
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
            provider.GetRequiredService<BookingEngine>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<EngineOptions>(),
            provider.GetRequiredService<ILogger<InvoiceActions>>()));
        return services;
    }
}
