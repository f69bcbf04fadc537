using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.EBoekhouden.Soap;

namespace PerfectviewFunctions.EBoekhouden;

public static class EBoekhoudenServices
{
    /// <summary>
    /// Registers the gateway to e-Boekhouden as the one <see cref="IBookkeeping"/> of the process. Takes <see cref="TimeProvider"/>,
    /// <see cref="ILoggerFactory"/> and, where they are there, <see cref="Measures"/> from the container.
    /// </summary>
    /// <exception cref="ArgumentException">The options are faulty; the message says what to change.</exception>
    public static IServiceCollection AddEBoekhouden(this IServiceCollection services, SoapOptions options)
    {
        SoapOptions.ThrowIfFaulty(options);
        return services.AddSingleton<IBookkeeping>(provider => SoapBookkeeping.Create(
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetService<Measures>()));
    }
}
