using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.EBoekhouden.Rest;
using PerfectviewFunctions.EBoekhouden.Soap;

namespace PerfectviewFunctions.EBoekhouden;

public static class EBoekhoudenServices
{
    /// <summary>
    /// Registers the gateway to e-Boekhouden as the one <see cref="IBookkeeping"/> of the process, which speaks either API, as the credentials want. Takes
    /// <see cref="TimeProvider"/>, <see cref="ILoggerFactory"/> and, where they are there, <see cref="Measures"/> from the container.
    /// </summary>
    /// <param name="rest">The real address when it is left out.</param>
    /// <exception cref="ArgumentException">The options are faulty; the message says what to change.</exception>
    public static IServiceCollection AddEBoekhouden(this IServiceCollection services, SoapOptions soap, RestOptions? rest = null)
    {
        var ofRest = rest ?? new RestOptions();
        SoapOptions.ThrowIfFaulty(soap);
        RestOptions.ThrowIfFaulty(ofRest);
        return services.AddSingleton<IBookkeeping>(provider =>
        {
            var clock = provider.GetRequiredService<TimeProvider>();
            var (loggers, measures) = (provider.GetRequiredService<ILoggerFactory>(), provider.GetService<Measures>());
            return new EBoekhoudenBooks(
                SoapBookkeeping.Create(soap, clock, loggers, measures), RestBookkeeping.Create(ofRest, clock, loggers, measures));
        });
    }
}
