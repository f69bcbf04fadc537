using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Core;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.EBoekhouden;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.Testing.Storage;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Gate;

/// <summary>Hosts map whatever is registered: what is registered must be whole, and be all there is.</summary>
public sealed class EndpointDefinitionTests
{
    private static IReadOnlyList<IEndpoint> Endpoints { get; } = Registered();

    private static IReadOnlyList<string> AllRoutes { get; } =
        [.. typeof(Routes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(route => (string)route.GetRawConstantValue()!)];

    [Fact]
    public void Every_endpoint_there_is_is_registered_once() => Assert.Equal(
        typeof(IEndpoint).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IEndpoint))).OrderBy(type => type.FullName),
        Endpoints.Select(endpoint => endpoint.GetType()).OrderBy(type => type.FullName));

    [Fact]
    public void Every_route_is_taken_and_every_endpoint_has_one() =>
        Assert.Equal(AllRoutes.Order(), Endpoints.Select(endpoint => endpoint.Definition.Route).Distinct().Order());

    [Fact]
    public void Name_is_unique_and_fit_for_a_function()
    {
        var names = Endpoints.Select(endpoint => endpoint.Definition.Name).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.Matches("^[A-Z][A-Za-z0-9]{1,40}$", name));
    }

    [Fact]
    public void Method_and_route_lead_to_one_endpoint()
    {
        var places = Endpoints.Select(endpoint => (endpoint.Definition.Method, endpoint.Definition.Route)).ToList();

        Assert.Equal(places.Count, places.Distinct().Count());
        Assert.All(places, place => Assert.Contains(place.Method, (string?[])["GET", "POST", null]));
    }

    [Fact]
    public void Access_is_declared_and_tenant_data_needs_the_key() => Assert.All(Endpoints.Select(endpoint => endpoint.Definition), definition =>
    {
        Assert.True(Enum.IsDefined(definition.Access));
        Assert.Equal(
            definition.Route.Contains("tenants/", StringComparison.Ordinal) ? Access.Operator : definition.Access, definition.Access);
        Assert.Equal(definition.Route == Routes.Webhook, definition.Access == Access.Signature);
    });

    [Fact]
    public void Route_stands_under_api_or_koppeling_which_the_functions_host_leaves_to_us() =>
        Assert.All(AllRoutes, route => Assert.Matches("^(api|koppeling)/[^/]", route));

    private static List<IEndpoint> Registered()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ISecretStore, MemorySecrets>();
        services.AddSingleton<IRowStore>(new InMemoryRowStore());
        services.AddPerfectviewCore(new EngineOptions());
        services.AddEBoekhouden(new SoapOptions { Endpoint = new Uri("http://127.0.0.1:1/") });
        services.AddPerfectviewWeb();
        return [.. services.BuildServiceProvider().GetServices<IEndpoint>()];
    }
}
