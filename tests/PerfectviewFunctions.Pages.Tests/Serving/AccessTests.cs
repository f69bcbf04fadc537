using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;
using Xunit;
using Host = PerfectviewFunctions.EndToEnd.Tests.Support.Host;

namespace PerfectviewFunctions.Pages.Tests.Serving;

/// <summary>Every page and every act there is, asked for by everybody who may not.</summary>
public sealed class AccessTests
{
    /// <summary>Of which nothing may be seen.</summary>
    private const string Name = "De Geheime Bakker";

    /// <summary>A form of each act, so that none stops at a fault before the rule that is tested; what it lacks would be a fault at most.</summary>
    private static readonly (string, string)[] Fields =
    [
        ("part", "General"), ("version", "1"), ("name", "Gekaapt"), ("retentionDays", "1"), ("confirmUnlink", "on"), ("confirmRetire", "on"),
        ("userName", "a"), ("securityCode1", "b"), ("securityCode2", "c"), ("id", "nieuw"), ("nummer", "2026-001"), ("reason", "zomaar"),
    ];

    [Fact]
    public async Task Who_is_nobody_is_sent_to_sign_in_whatever_he_asks_for()
    {
        await using var world = await World.CreateAsync();
        var host = await StartAsync(world, trusted: true);
        using var nobody = new Person(host, 0);

        await NothingComesOfAsync(world, host, nobody, seen => Assert.StartsWith("/.auth/login/aad?", seen.Location, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Word_of_a_front_end_that_is_not_trusted_opens_nothing()
    {
        await using var world = await World.CreateAsync();
        var host = await StartAsync(world, trusted: false);
        using var bookkeeper = await new Person(host, 1).AsAsync("bookkeeper", "demo");

        await NothingComesOfAsync(
            world, host, bookkeeper, seen => Assert.StartsWith("/koppeling/_/aanmelden?", seen.Location, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stranger_sees_nothing_of_anything()
    {
        await using var world = await World.CreateAsync();
        var host = await StartAsync(world, trusted: true);
        using var stranger = new Person(host, 9);

        await NothingComesOfAsync(world, host, stranger, seen => Assert.InRange(seen.Status, 403, 404));
    }

    [Fact]
    public async Task Who_signed_in_with_the_wrong_account_can_sign_out_and_choose_another()
    {
        await using var world = await World.CreateAsync();
        var host = await StartAsync(world, trusted: true);
        using var stranger = new Person(host, 9);

        Assert.Contains("href=\"/.auth/logout?", (await stranger.AskAsync(HttpMethod.Get, "/koppeling")).Body, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"/.auth/login/aad?post_login_redirect_uri=%2Fkoppeling\"",
            (await stranger.AskAsync(HttpMethod.Get, "/koppeling/_/aanmelden")).Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tenant_of_others_looks_like_one_that_is_not_there()
    {
        await using var world = await World.CreateAsync();
        var host = await StartAsync(world, trusted: true);
        using var foreigner = await new Person(host, 3).AsAsync("bookkeeper", "ander");
        await foreigner.AsAsync("bookkeeper", "weg");
        await host.SetStateAsync("weg", TenantState.Retired);
        var token = await foreigner.TokenAsync("/koppeling/ander/instellingen");
        Assert.NotEqual("none", token);
        var before = StoreDump.Of(world);

        foreach (var page in OfTenants(host))
        {
            var answers = new List<(int, string)>();
            foreach (var tenant in new[] { "demo", "weg", "nergens" })
            {
                var seen = await foreigner.AskAsync(new HttpMethod(page.Method), AddressOf(page, tenant), [("formulier", token), .. Fields]);
                answers.Add((seen.Status, seen.Body.Replace(tenant, "*", StringComparison.Ordinal)));
            }

            Assert.Equal((page, 404), (page, answers[0].Item1));
            Assert.Single(answers.Distinct());
        }

        Assert.Equal(before, StoreDump.Of(world));
    }

    [Fact]
    public async Task Who_may_only_look_sees_every_page_without_a_form_that_changes_and_does_nothing()
    {
        await using var world = await World.CreateAsync();
        var host = await StartAsync(world, trusted: true);
        using var viewer = await new Person(host, 2).AsAsync("viewer", "demo");
        var token = await viewer.TokenAsync("/koppeling/demo");
        Assert.NotEqual("none", token);
        var before = StoreDump.Of(world);

        foreach (var page in OfTenants(host))
        {
            var seen = await viewer.AskAsync(new HttpMethod(page.Method), AddressOf(page, "demo"), [("formulier", token), .. Fields]);
            Assert.True(seen.IsKeptNowhere, page.Route);
            if (page is { Method: "GET", Access: Access.TenantView })
            {
                Assert.True(seen.Status is 200 or 404, $"{page.Route}: {seen.Status}");
                Assert.True(Count(seen.Body, "method=\"post\"") <= 1, $"{page.Route} has a form besides that for signing out.");
            }
            else
            {
                Assert.Equal((page, 403), (page, seen.Status));
            }
        }

        Assert.Equal(before, StoreDump.Of(world));
    }

    private static async Task<Host> StartAsync(World world, bool trusted)
    {
        var host = await world.AddHostAsync(builder => builder.Services.AddSingleton(new GateOptions { TrustPrincipalHeader = trusted }));
        await world.AddTenantAsync("demo", World.Settings with { Name = Name, NumberPrefix = "D-" });
        await world.AddTenantAsync("ander", World.Settings with { NumberPrefix = "A-" });
        await world.AddTenantAsync("weg", World.Settings with { NumberPrefix = "B-" });
        return host;
    }

    private static async Task NothingComesOfAsync(World world, Host host, Person person, Action<Seen> check)
    {
        var token = await person.TokenAsync("/koppeling/_/aanmelden");
        var before = StoreDump.Of(world);

        foreach (var page in Definitions(host).Where(page => page.Access != Access.Anybody && page.Route != "_/afmelden"))
        {
            var seen = await person.AskAsync(new HttpMethod(page.Method), AddressOf(page, "demo"), [("formulier", token), .. Fields]);
            check(seen);
            Assert.True(seen.IsKeptNowhere, page.Route);
            Assert.DoesNotContain(Name, seen.Body, StringComparison.Ordinal);
        }

        Assert.Equal(before, StoreDump.Of(world));
    }

    private static IEnumerable<PageDefinition> Definitions(Host host) => host.Services.GetServices<IPage>().Select(page => page.Definition);

    private static IEnumerable<PageDefinition> OfTenants(Host host) =>
        Definitions(host).Where(page => page.Route.StartsWith("{tenant}", StringComparison.Ordinal));

    private static string AddressOf(PageDefinition page, string tenant) =>
        $"/koppeling/{page.Route.Replace("{tenant}", tenant, StringComparison.Ordinal)}".TrimEnd('/');

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
