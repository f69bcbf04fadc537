using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Payments.Reading;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments;

internal static class PaymentServices
{
    public static IServiceCollection AddPayments(this IServiceCollection services, PaymentOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<PaymentStore>();
        services.AddSingleton<ReadingStates>();
        services.AddSingleton<PaymentWriting>();
        services.AddSingleton<ListReading>();
        services.AddSingleton<Comparison>();
        services.AddSingleton<LookUps>();
        services.AddSingleton<VanishedWork>();
        services.AddSingleton<AdministrationReading>();
        services.AddSingleton(provider => new PaymentSync(
            provider.GetRequiredService<IRowStore>(),
            provider.GetRequiredService<TenantStore>(),
            provider.GetRequiredService<AdministrationReading>(),
            provider.GetRequiredService<CallbackOutbox>(),
            provider.GetRequiredService<IPaymentTimes>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<PaymentOptions>(),
            provider.GetRequiredService<Measures>(),
            provider.GetRequiredService<ILogger<PaymentSync>>()));
        return services;
    }
}
