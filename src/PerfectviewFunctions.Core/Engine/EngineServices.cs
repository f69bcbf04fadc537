using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Restoring;
using PerfectviewFunctions.Core.Retention;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

internal static class EngineServices
{
    public static IServiceCollection AddEngine(this IServiceCollection services)
    {
        services.AddSingleton<DueRows>();
        services.AddSingleton<OpenWork>();
        services.AddSingleton<OpenLinks>();
        services.AddSingleton<CaseStore>();
        services.AddSingleton<Claims>();
        services.AddSingleton<NumberClaims>();
        services.AddSingleton<LookupQuota>();
        services.AddSingleton<Settling>();
        services.AddSingleton<Sending>();
        services.AddSingleton<Recovery>();
        services.AddSingleton<RestoreMarks>();
        services.AddSingleton<LookFirst>();
        services.AddSingleton<InvoiceWork>();
        services.AddSingleton<SettingAside>();
        services.AddSingleton<BookingEngine>();
        services.AddSingleton<PromptWork>();
        services.AddSingleton<BodyRetention>();
        services.AddSingleton(provider => new PendingSweep(
            provider.GetRequiredService<TenantStore>(),
            provider.GetRequiredService<DueRows>(),
            provider.GetRequiredService<OpenWork>(),
            provider.GetRequiredService<BookingEngine>(),
            provider.GetRequiredService<BodyRetention>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<EngineOptions>(),
            provider.GetRequiredService<ILogger<PendingSweep>>()));
        return services;
    }
}
