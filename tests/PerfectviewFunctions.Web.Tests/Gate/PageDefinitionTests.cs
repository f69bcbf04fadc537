using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages;
using PerfectviewFunctions.Web.Pages.Serving;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Gate;

/// <summary>The rule of every page and of everything a form asks for.</summary>
public sealed class PageDefinitionTests
{
    private const string Tenant = PageRoutes.Overview;

    private static List<PageDefinition> Definitions { get; } = [.. RegisteredEndpoints.Pages.Select(page => page.Definition)];

    [Fact]
    public void Anybody_reaches_nothing_of_a_tenant() => Assert.Equal(
        [PageRoutes.SignIn, PageRoutes.SignIn, PageRoutes.Asset, PageRoutes.Language],
        Definitions.Where(page => page.Access == Access.Anybody).Select(page => page.Route).Order(StringComparer.Ordinal));

    [Fact]
    public void Page_of_a_tenant_is_for_whoever_may_look_at_it_and_its_forms_for_whoever_may_change_it() => Assert.All(
        Definitions.Where(page => page.Route.StartsWith(Tenant, StringComparison.Ordinal)),
        page => Assert.Contains(
            page.Access, HttpMethods.IsGet(page.Method) ? (Access[])[Access.TenantView, Access.TenantManage, Access.Operator] : [Access.TenantManage, Access.Operator]));

    [Fact]
    public void Rule_about_a_tenant_stands_where_the_route_names_one() => Assert.All(
        Definitions.Where(page => page.Access is Access.TenantView or Access.TenantManage or Access.PaymentRead),
        page => Assert.StartsWith(Tenant, page.Route, StringComparison.Ordinal));

    [Fact]
    public void Every_page_is_shown_or_sent_and_nothing_has_two() => Assert.Equal(
        Definitions.Count, Definitions.Where(page => page.Method is "GET" or "POST").DistinctBy(page => (page.Method, page.Route)).Count());

    [Fact]
    public void Every_page_there_is_is_registered_once() => Assert.Equal(
        typeof(IPage).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IPage))).OrderBy(type => type.FullName),
        RegisteredEndpoints.Pages.Select(page => page.GetType()).OrderBy(type => type.FullName));
}
