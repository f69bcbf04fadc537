using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Core;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.EBoekhouden;
using PerfectviewFunctions.Perfectview;
using PerfectviewFunctions.Web.KeyRing;

namespace PerfectviewFunctions.Web.Hosting;

/// <summary>What all hosts have in common. Each adds its own IRowStore and ISecretStore, and its kind of routes and timers.</summary>
public static class ProductServices
{
    /// <exception cref="ArgumentException">The settings are faulty; a host reads and judges them first.</exception>
    public static IServiceCollection AddPerfectview(this IServiceCollection services, ProductSettings settings)
    {
        services.AddSingleton(settings.Gate);
        services.AddSingleton<IPaymentTimes>(new PaymentTimes(settings.Payments.Schedule));
        services.AddPerfectviewCore(new CoreOptions { Engine = settings.Engine, Intake = settings.Intake, Payments = settings.Payments, Callbacks = settings.Callbacks });
        services.AddEBoekhouden(settings.Soap, settings.Rest);
        services.AddPerfectviewCallbacks();
        services.AddPerfectviewWeb();
        return services.AddKeyRing();
    }
}
