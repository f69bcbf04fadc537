using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Payments;

internal static class PaymentEndpoints
{
    public static IServiceCollection AddPaymentEndpoints(this IServiceCollection services)
    {
        services.AddSingleton<IEndpoint, OpenBalancesEndpoint>();
        services.AddSingleton<IEndpoint, InvoicePaymentEndpoint>();
        services.AddSingleton<IEndpoint, ReadPaymentsEndpoint>();
        return services;
    }
}
