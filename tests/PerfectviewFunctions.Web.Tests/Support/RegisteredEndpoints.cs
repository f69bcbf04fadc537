using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Core;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.EBoekhouden;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.Testing.Storage;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Web.Tests.Support;

/// <summary>The endpoints as hosts find them.</summary>
internal static class RegisteredEndpoints
{
    public static IReadOnlyList<IEndpoint> All { get; } = Build();

    private static List<IEndpoint> Build()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ISecretStore, MemorySecrets>();
        services.AddSingleton<IRowStore>(new InMemoryRowStore());
        services.AddSingleton<IPaymentTimes>(new PaymentTimes(new PaymentOptions().Schedule));
        services.AddPerfectviewCore(new CoreOptions());
        services.AddEBoekhouden(new SoapOptions { Endpoint = new Uri("http://127.0.0.1:1/") });
        services.AddPerfectviewWeb();
        return [.. services.BuildServiceProvider().GetServices<IEndpoint>()];
    }
}
