using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Hosting;

/// <summary>
/// The Functions host sorts functions by name and takes the first whose route and method fit; the narrower route does not win, as it does
/// elsewhere in ASP.NET Core.
/// </summary>
public sealed class RouteOrderTests
{
    private static IReadOnlyList<EndpointDefinition> InOrderOfNames { get; } =
        [.. RegisteredEndpoints.All.Select(endpoint => endpoint.Definition).OrderBy(definition => definition.Name, StringComparer.OrdinalIgnoreCase)];

    public static TheoryData<string> Names { get; } = [.. InOrderOfNames.Select(definition => definition.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_endpoint_of_an_earlier_name_takes_what_is_meant_for_this_one(string name)
    {
        var meant = InOrderOfNames.Single(definition => definition.Name == name);
        var earlier = InOrderOfNames.TakeWhile(definition => definition != meant);

        Assert.DoesNotContain(earlier, other => (other.Method is null || other.Method == meant.Method) && Takes(other.Route, Address(meant.Route)));
    }

    [Theory]
    [InlineData("api/{*rest}", "api/webhooks/x", true)]
    [InlineData("api/tenants/{tenant}", "api/tenants/x", true)]
    [InlineData("api/tenants/{tenant}", "api/tenants/x/settings", false)]
    [InlineData("api/tenants", "api/operators", false)]
    public void Route_takes_an_address(string route, string address, bool takes) => Assert.Equal(takes, Takes(route, address));

    /// <summary>The route with something in place of each parameter.</summary>
    private static string Address(string route) => string.Join(
        '/', TemplateParser.Parse(route).Segments.Select(segment => segment.Parts[0] is { IsParameter: false, Text: var text } ? text : "x"));

    private static bool Takes(string route, string address) =>
        new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch("/" + address, new RouteValueDictionary());
}
