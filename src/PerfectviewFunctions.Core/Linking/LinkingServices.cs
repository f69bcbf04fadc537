using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

internal static class LinkingServices
{
    public static IServiceCollection AddLinking(this IServiceCollection services)
    {
        services.AddSingleton<LinkTurns>();
        services.AddSingleton<AdministrationFinder>();
        services.AddSingleton<LinkMove>();
        services.AddSingleton<WaitingInvoices>();
        services.AddSingleton(provider => new ConnectionTest(
            provider.GetRequiredService<TenantSecrets>(),
            provider.GetRequiredService<AdministrationKeys>(),
            provider.GetRequiredService<IBookkeeping>(),
            provider.GetRequiredService<AdministrationFinder>(),
            provider.GetRequiredService<KnownAdministrations>(),
            provider.GetRequiredService<Connections>(),
            provider.GetRequiredService<DueRows>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ConnectionStates(
            provider.GetRequiredService<TenantSecrets>(),
            provider.GetRequiredService<AdministrationKeys>(),
            provider.GetRequiredService<Connections>()));
        services.AddSingleton(provider => new LinkDesk(
            provider.GetRequiredService<TenantStore>(),
            provider.GetRequiredService<TenantSecrets>(),
            provider.GetRequiredService<AdministrationKeys>(),
            provider.GetRequiredService<AdministrationFinder>(),
            provider.GetRequiredService<IBookkeeping>(),
            provider.GetRequiredService<ConnectionTest>(),
            provider.GetRequiredService<LinkTurns>(),
            provider.GetRequiredService<LinkMove>(),
            provider.GetRequiredService<WaitingInvoices>(),
            provider.GetRequiredService<Connections>(),
            provider.GetRequiredService<DueRows>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new TenantDesk(
            provider.GetRequiredService<TenantStore>(),
            provider.GetRequiredService<TenantSecrets>(),
            provider.GetRequiredService<LinkTurns>(),
            provider.GetRequiredService<LinkMove>(),
            provider.GetRequiredService<WaitingInvoices>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new KeyDesk(
            provider.GetRequiredService<TenantStore>(),
            provider.GetRequiredService<TenantSecrets>(),
            provider.GetRequiredService<LinkTurns>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
