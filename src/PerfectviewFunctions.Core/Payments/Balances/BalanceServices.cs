using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Core.Callbacks;

namespace PerfectviewFunctions.Core.Payments.Balances;

internal static class BalanceServices
{
    public static IServiceCollection AddBalances(this IServiceCollection services)
    {
        services.AddSingleton<ReadingStandings>();
        services.AddSingleton(provider => new OpenBalances(
            provider.GetRequiredService<PaymentStore>(),
            provider.GetRequiredService<CallbackOutbox>(),
            provider.GetRequiredService<ReadingStandings>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<PaymentOptions>()));
        return services;
    }
}
