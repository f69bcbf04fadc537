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
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Tests.Support;

/// <summary>The endpoints as hosts find them, and the pages behind one of them.</summary>
internal static class RegisteredEndpoints
{
    private static readonly ServiceProvider Services = Build();

    public static IReadOnlyList<IEndpoint> All { get; } = [.. Services.GetServices<IEndpoint>()];

    public static IReadOnlyList<IPage> Pages { get; } = [.. Services.GetServices<IPage>()];

    /// <summary>With what the worker of Azure Functions registers too, by the rules of a developer's machine.</summary>
    public static ServiceProvider AsOnFunctions() => Build(services => services.AddRazorComponents());

    private static ServiceProvider Build(Action<IServiceCollection>? addHost = null)
    {
        var services = new ServiceCollection();
        addHost?.Invoke(services);
        services.AddLogging();
        services.AddSingleton<ISecretStore, MemorySecrets>();
        services.AddSingleton<IRowStore>(new InMemoryRowStore());
        services.AddSingleton<IPaymentTimes>(new PaymentTimes(new PaymentOptions().Schedule));
        services.AddPerfectviewCore(new CoreOptions());
        services.AddEBoekhouden(new SoapOptions { Endpoint = new Uri("http://127.0.0.1:1/") });
        services.AddPerfectviewWeb();
        return services.BuildServiceProvider(validateScopes: true);
    }
}
