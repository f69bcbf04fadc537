using Microsoft.AspNetCore.Components;
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
using PerfectviewFunctions.Web.KeyRing;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Tests.Support;

/// <summary>The endpoints as hosts find them, and the pages behind one of them.</summary>
internal static class RegisteredEndpoints
{
    private static readonly ServiceProvider Services = Build();

    public static IReadOnlyList<IEndpoint> All { get; } = [.. Services.GetServices<IEndpoint>()];

    public static IReadOnlyList<IPage> Pages { get; } = [.. Services.GetServices<IPage>()];

    /// <summary>All of the product, beside a part of the renderer that is there per request, as the worker of Azure Functions registers some.</summary>
    /// <param name="beside">A host whose store and secrets this one has too.</param>
    public static ServiceProvider AsOnFunctions(IServiceProvider? beside = null) => Build(
        services => services.AddScoped<IComponentActivator, Activator>(), isWhole: true, beside);

    private static ServiceProvider Build(Action<IServiceCollection>? addHost = null, bool isWhole = false, IServiceProvider? beside = null)
    {
        var services = new ServiceCollection();
        addHost?.Invoke(services);
        services.AddLogging();
        services.AddSingleton(_ => beside?.GetRequiredService<ISecretStore>() ?? new MemorySecrets());
        services.AddSingleton(_ => beside?.GetRequiredService<IRowStore>() ?? new InMemoryRowStore());
        services.AddSingleton<IPaymentTimes>(new PaymentTimes(new PaymentOptions().Schedule));
        services.AddPerfectviewCore(new CoreOptions());
        services.AddEBoekhouden(new SoapOptions { Endpoint = new Uri("http://127.0.0.1:1/") });
        services.AddPerfectviewWeb();
        if (isWhole)
        {
            services.AddKeyRing();
        }

        return services.BuildServiceProvider(validateScopes: true);
    }

    private sealed class Activator : IComponentActivator
    {
        public IComponent CreateInstance(Type componentType) => (IComponent)System.Activator.CreateInstance(componentType)!;
    }
}
