using System.Reflection;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Gate;

/// <summary>Hosts map whatever is registered: what is registered must be whole, and be all there is.</summary>
public sealed class EndpointDefinitionTests
{
    /// <summary>What takes a body and yet changes nothing.</summary>
    private static readonly string[] OnlyLooks = [Routes.Preview, Routes.NamePreview];

    /// <summary>What changes nothing but how much is known of the books, which the timer would find out too.</summary>
    private static readonly string[] LooksIntoTheBooks = [Routes.ReadPayments];

    private static IReadOnlyList<IEndpoint> Endpoints => RegisteredEndpoints.All;

    private static IEnumerable<EndpointDefinition> Definitions => Endpoints.Select(endpoint => endpoint.Definition);

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
        Assert.All(places, place => Assert.Contains(place.Method, (string?[])["GET", "POST", "PUT", "PATCH", "DELETE", null]));
    }

    [Fact]
    public void Access_is_declared()
    {
        Assert.False(Enum.IsDefined(default(Access)));
        Assert.All(Definitions, definition => Assert.True(Enum.IsDefined(definition.Access), definition.Name));
    }

    [Fact]
    public void Signature_is_for_the_webhook_alone() =>
        Assert.All(Definitions, definition => Assert.Equal(definition.Route == Routes.Webhook, definition.Access == Access.Signature));

    [Fact]
    public void Anybody_reaches_nothing_of_a_tenant_and_nothing_that_changes() => Assert.Equal(
        // What lies behind the one route of all pages has rules of its own: PageDefinitionTests.
        [Routes.Unknown, Routes.Health, Routes.Ready, Routes.OpenApi, Routes.Pages],
        Definitions.Where(definition => definition.Access == Access.Anybody).Select(definition => definition.Route).Order());

    [Fact]
    public void Rule_about_a_tenant_stands_where_the_route_names_one() => Assert.All(
        Definitions.Where(definition => definition.Access is Access.TenantView or Access.TenantManage or Access.PaymentRead),
        definition => Assert.StartsWith(Routes.Tenant, definition.Route, StringComparison.Ordinal));

    [Fact]
    public void Rule_of_a_tenants_route_is_about_that_tenant_or_for_operators() => Assert.All(
        Definitions.Where(definition => definition.Route.StartsWith(Routes.Tenant, StringComparison.Ordinal)),
        definition => Assert.Contains(
            definition.Access, (Access[])[Access.Operator, Access.TenantView, Access.TenantManage, Access.PaymentRead]));

    [Fact]
    public void Whatever_changes_a_tenant_needs_more_than_to_look_at_it() => Assert.All(
        Definitions.Where(definition => definition.Route.StartsWith(Routes.Tenant, StringComparison.Ordinal) && definition.Method != "GET"),
        definition =>
        {
            Access[] allowed = OnlyLooks.Contains(definition.Route) ? [Access.TenantView]
                : LooksIntoTheBooks.Contains(definition.Route) ? [Access.PaymentRead]
                : [Access.TenantManage, Access.Operator];
            Assert.Contains(definition.Access, allowed);
        });

    [Fact]
    public void Who_may_do_what_is_for_operators() => Assert.All(
        Definitions.Where(definition => definition.Route is Routes.TenantPeople or Routes.TenantPerson or Routes.Operators or Routes.Operator or Routes.Retire),
        definition => Assert.Equal(Access.Operator, definition.Access));

    [Fact]
    public void Route_stands_under_api_or_koppeling_which_the_functions_host_leaves_to_us() =>
        Assert.All(AllRoutes, route => Assert.Matches("^(api|koppeling)/[^/]", route));
}
