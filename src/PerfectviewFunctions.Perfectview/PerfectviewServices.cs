using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Perfectview.Callbacks;

namespace PerfectviewFunctions.Perfectview;

public static class PerfectviewServices
{
    /// <summary>
    /// Registers the signed webhook as the one <see cref="ICallbackSender"/> of the process. Takes <see cref="CallbackOptions"/>,
    /// <see cref="SettingsOptions"/> and <see cref="TimeProvider"/> from the container.
    /// </summary>
    public static IServiceCollection AddPerfectviewCallbacks(this IServiceCollection services) =>
        services.AddSingleton<ICallbackSender>(provider =>
        {
            var options = provider.GetRequiredService<CallbackOptions>();
            var policy = AddressPolicy.Of(options, provider.GetRequiredService<SettingsOptions>());
            var handler = CallbackHttp.CreateHandler(new GuardedConnector(policy, Dns.GetHostAddressesAsync), options.Timeout);
            return new CallbackSender(
                CallbackHttp.CreateClient(handler),
                policy,
                options,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<CallbackSender>>());
        });
}
