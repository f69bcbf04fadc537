using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Gate;

/// <summary>Anna is bookkeeper and Bram viewer of demo, Chris operator; Anna was bookkeeper of gone too, until it was retired.</summary>
public sealed class AdmissionTests
{
    private static Dictionary<string, PersonId> People { get; } = new()
    {
        ["anna"] = Scene.Anna, ["bram"] = Scene.Bram, ["chris"] = Scene.Chris, ["nobody"] = Scene.Nobody,
    };

    [Theory]
    [InlineData(Access.TenantView, "demo", "anna", 200)]
    [InlineData(Access.TenantView, "demo", "bram", 200)]
    [InlineData(Access.TenantView, "demo", "chris", 200)]
    [InlineData(Access.TenantView, "demo", "nobody", 404)]
    [InlineData(Access.TenantView, "other", "anna", 404)]
    [InlineData(Access.TenantView, "other", "chris", 200)]
    [InlineData(Access.TenantView, "gone", "anna", 404)]
    [InlineData(Access.TenantView, "gone", "chris", 200)]
    [InlineData(Access.TenantView, "never", "anna", 404)]
    [InlineData(Access.TenantView, "no name!", "anna", 404)]
    [InlineData(Access.TenantManage, "demo", "anna", 200)]
    [InlineData(Access.TenantManage, "demo", "bram", 403)]
    [InlineData(Access.TenantManage, "demo", "chris", 200)]
    [InlineData(Access.TenantManage, "other", "anna", 404)]
    [InlineData(Access.TenantManage, "gone", "anna", 404)]
    [InlineData(Access.PaymentRead, "demo", "bram", 200)]
    [InlineData(Access.PaymentRead, "other", "bram", 404)]
    [InlineData(Access.Operator, "demo", "anna", 403)]
    [InlineData(Access.Operator, "demo", "chris", 200)]
    [InlineData(Access.Operator, "other", "anna", 404)]
    [InlineData(Access.Operator, "gone", "anna", 404)]
    [InlineData(Access.Operator, null, "anna", 403)]
    [InlineData(Access.Operator, null, "nobody", 403)]
    [InlineData(Access.Operator, null, "chris", 200)]
    [InlineData(Access.Person, null, "anna", 200)]
    [InlineData(Access.Person, null, "bram", 200)]
    [InlineData(Access.Person, null, "chris", 200)]
    [InlineData(Access.Person, null, "nobody", 403)]
    [InlineData(Access.TenantView, null, "anna", 403)]
    [InlineData(Access.TenantManage, null, "anna", 403)]
    public async Task Person_may_what_his_role_says(Access access, string? tenant, string person, int status)
    {
        var scene = await Scene.WithPeopleAsync();
        var endpoint = new FakeEndpoint(access, () => Results.Ok());

        var answer = await scene.RunAsync(endpoint, request => SignIn(request, People[person], tenant));

        Assert.Equal((status, status == 200 ? 1 : 0), (answer.Status, endpoint.Calls));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Theory]
    [InlineData(Access.TenantView)]
    [InlineData(Access.TenantManage)]
    [InlineData(Access.Operator)]
    [InlineData(Access.PaymentRead)]
    public async Task Others_tenants_retired_ones_and_none_at_all_are_the_same_answer_for_the_same_work(Access access)
    {
        var scene = await Scene.WithPeopleAsync();
        var seen = new List<(int, string, string, int, int, int)>();
        foreach (var tenant in new[] { "other", "gone", "never" })
        {
            scene.Store.ForgetCounts();
            var answer = await scene.RunAsync(new FakeEndpoint(access, () => Results.Ok()), request => SignIn(request, Scene.Bram, tenant));
            seen.Add((answer.Status, HeadersOf(answer), answer.Body, scene.Store.Gets, scene.Store.Queries, scene.Store.Writes));
        }

        Assert.Single(seen.Distinct());
        Assert.Equal(404, seen[0].Item1);
    }

    [Fact]
    public async Task Bookkeeper_of_a_retired_tenant_gets_what_a_stranger_gets()
    {
        var scene = await Scene.WithPeopleAsync();
        var endpoint = new FakeEndpoint(Access.TenantManage, () => Results.Ok());

        var his = await scene.RunAsync(endpoint, request => SignIn(request, Scene.Anna, "gone"));
        var strangers = await scene.RunAsync(endpoint, request => SignIn(request, Scene.Nobody, "demo"));

        Assert.Equal((strangers.Status, strangers.Body, HeadersOf(strangers)), (his.Status, his.Body, HeadersOf(his)));
    }

    [Fact]
    public async Task Endpoint_learns_who_calls()
    {
        var scene = await Scene.WithPeopleAsync();
        var endpoint = new FakeEndpoint(Access.TenantView, () => Results.Ok());

        await scene.RunAsync(endpoint, request => SignIn(request, Scene.Bram, "demo"));
        Assert.Equal(($"Anna de Vries ({Scene.Bram})", false, Scene.Bram.Value), Told(endpoint));
        await scene.RunAsync(endpoint, request => SignIn(request, Scene.Chris, "demo"));
        Assert.Equal(($"Anna de Vries ({Scene.Chris})", true, Scene.Chris.Value), Told(endpoint));
        await scene.RunAsync(endpoint, request => request.Headers[AdminKey.Header] = Scene.RightKey);
        Assert.Equal(("operator", true, null), Told(endpoint));
    }

    [Fact]
    public async Task Role_that_was_taken_opens_nothing_any_more()
    {
        var scene = await Scene.WithPeopleAsync();
        var endpoint = new FakeEndpoint(Access.TenantView, () => Results.Ok());
        await scene.Desk.RevokeAsync(Core.Tenants.TenantId.Parse("demo"), Scene.Bram, new("setup"), default);

        var answer = await scene.RunAsync(endpoint, request => SignIn(request, Scene.Bram, "demo"));

        Assert.Equal(404, answer.Status);
    }

    [Theory]
    [InlineData(Access.Operator)]
    [InlineData(Access.Person)]
    [InlineData(Access.TenantView)]
    [InlineData(Access.TenantManage)]
    [InlineData(Access.PaymentRead)]
    public async Task Where_the_header_is_not_trusted_a_person_is_nobody(Access access)
    {
        var scene = await Scene.WithPeopleAsync(new GateOptions());
        var endpoint = new FakeEndpoint(access, () => Results.Ok());

        var signedIn = await scene.RunAsync(endpoint, request => SignIn(request, Scene.Chris, "demo"));
        var plain = await scene.RunAsync(endpoint, request => request.RouteValues["tenant"] = "demo");

        Assert.Equal((401, 0), (signedIn.Status, endpoint.Calls));
        Assert.Equal(plain.Body, signedIn.Body);
    }

    [Theory]
    [InlineData("POST", 403)]
    [InlineData("GET", 200)]
    public async Task Change_that_another_site_asks_for_in_his_name_is_refused(string method, int status)
    {
        var scene = await Scene.WithPeopleAsync();
        foreach (var person in new[] { Scene.Anna, Scene.Chris })
        {
            var endpoint = new FakeEndpoint(Access.TenantView, () => Results.Ok(), method);

            var answer = await scene.RunAsync(endpoint, request =>
            {
                SignIn(request, person, "demo");
                request.Headers["Sec-Fetch-Site"] = "cross-site";
            });

            Assert.Equal((status, status == 200 ? 1 : 0), (answer.Status, endpoint.Calls));
        }
    }

    [Fact]
    public async Task Who_has_a_key_may_call_from_any_site()
    {
        var scene = await Scene.WithPeopleAsync();

        var answer = await scene.RunAsync(new FakeEndpoint(Access.Operator, () => Results.Ok(), "POST"), request =>
        {
            SignIn(request, Scene.Anna, "demo");
            request.Headers[AdminKey.Header] = Scene.RightKey;
            request.Headers["Sec-Fetch-Site"] = "cross-site";
            request.Headers.Origin = "https://evil.example";
        });

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData(Access.PaymentRead, "demo", Scene.ReadKeyOfDemo, 200)]
    [InlineData(Access.PaymentRead, "demo", "pvr_dem", 401)]
    [InlineData(Access.PaymentRead, "demo", "PVR_DEMO", 401)]
    [InlineData(Access.PaymentRead, "demo", "", 401)]
    [InlineData(Access.PaymentRead, "other", Scene.ReadKeyOfDemo, 401)]
    [InlineData(Access.PaymentRead, "other", "", 401)]
    [InlineData(Access.PaymentRead, "never", Scene.ReadKeyOfDemo, 401)]
    [InlineData(Access.PaymentRead, "gone", "pvr_gone", 401)]
    [InlineData(Access.PaymentRead, "no name!", Scene.ReadKeyOfDemo, 401)]
    [InlineData(Access.TenantView, "demo", Scene.ReadKeyOfDemo, 401)]
    [InlineData(Access.TenantManage, "demo", Scene.ReadKeyOfDemo, 401)]
    [InlineData(Access.Operator, "demo", Scene.ReadKeyOfDemo, 401)]
    public async Task Read_key_opens_the_payments_of_its_tenant_and_nothing_else(Access access, string tenant, string key, int status)
    {
        var scene = await Scene.WithPeopleAsync();
        var endpoint = new FakeEndpoint(access, () => Results.Ok());

        var answer = await scene.RunAsync(endpoint, request => OfferReadKey(request, tenant, key));

        Assert.Equal((status, status == 200 ? 1 : 0), (answer.Status, endpoint.Calls));
        Assert.Equal(status == 200 ? "read key" : null, endpoint.Caller?.Actor.Name);
    }

    [Fact]
    public async Task Wrong_read_key_costs_the_same_whether_the_tenant_is_there_or_not()
    {
        var scene = await Scene.WithPeopleAsync();
        var seen = new List<(string, string, int, int)>();
        foreach (var tenant in new[] { "demo", "other", "gone", "never" })
        {
            scene.Store.ForgetCounts();
            var answer = await scene.RunAsync(
                new FakeEndpoint(Access.PaymentRead, () => Results.Ok()), request => OfferReadKey(request, tenant, "pvr_wrong"));
            seen.Add((answer.Body, HeadersOf(answer), scene.Store.Gets + scene.Store.Queries, scene.Secrets.Reads));
            scene.Secrets.Reads = 0;
        }

        Assert.Single(seen.Distinct());
    }

    private static void SignIn(HttpRequest request, PersonId person, string? tenant)
    {
        request.Headers[Principal.Header] = Scene.PrincipalOf(person);
        if (tenant is not null)
        {
            request.RouteValues["tenant"] = tenant;
        }
    }

    private static void OfferReadKey(HttpRequest request, string tenant, string key)
    {
        request.RouteValues["tenant"] = tenant;
        request.Headers[ReadKey.Header] = key;
    }

    private static (string?, bool?, string?) Told(FakeEndpoint endpoint) =>
        (endpoint.Caller?.Actor.Name, endpoint.Caller?.IsOperator, endpoint.Caller?.Person);

    private static string HeadersOf(Ran answer) => string.Join('\n', answer.Headers.Select(header => $"{header.Key}: {header.Value}").Order());
}
