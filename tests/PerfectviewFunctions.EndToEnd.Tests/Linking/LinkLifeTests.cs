using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Linking;

/// <summary>A tenant's life over the API: made, linked, moved, ended, linked again, retired.</summary>
public sealed class LinkLifeTests
{
    [Fact]
    public async Task New_tenant_is_made_linked_and_books()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.ChangeSettingsAsync(settings => settings["numberPrefix"] = "A-");

        var created = await host.CreateAsync("nieuw-1", "Nieuw");
        LinkApi.AssertStatus(201, created);
        Assert.Equal(("unlinked", "not-linked"), (created.Json["state"]!.GetValue<string>(), LinkApi.ConnectionOf(created.Json)));
        Assert.Equal("/api/webhooks/nieuw-1", created.Json["webhookAddress"]!.GetValue<string>());
        var createdAt = created.Json["createdAt"]!.GetValue<DateTimeOffset>();
        world.Clock.Advance(TimeSpan.FromHours(2));

        var linked = await host.SaveAsync(LinkApi.Second(), "nieuw-1");

        LinkApi.AssertStatus(200, linked);
        Assert.Equal("first", linked.Json["test"]!["administration"]!.GetValue<string>());
        Assert.Equal("nothing-mapped", linked.Json["test"]!["warnings"]![0]!["code"]!.GetValue<string>());
        Assert.Equal(createdAt, linked.Json["offerAgainFrom"]!.GetValue<DateTimeOffset>());
        Assert.Equal("working", LinkApi.ConnectionOf(linked.Json["tenant"]!));
        Assert.Equal(world.Clock.GetUtcNow(), linked.Json["tenant"]!["linkedAt"]!.GetValue<DateTimeOffset>());
    }

    [Fact]
    public async Task Id_that_is_taken_or_none_is_refused()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        Assert.Equal((409, "tenant-id-taken"), await host.CreateAsync("demo") is var taken ? (taken.Status, taken.ReasonCode) : default);
        Assert.Equal(["/id"], (await host.CreateAsync("Geen Naam")).Pointers);
    }

    [Fact]
    public async Task Local_host_starts_without_its_tenant_once_that_is_retired()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        Assert.False(await DemoTenant.IsWantedAsync(host.App, default));

        await host.UnlinkAsync();
        LinkApi.AssertStatus(200, await host.RetireAsync());

        Assert.False(await DemoTenant.IsWantedAsync(host.App, default));
    }

    [Fact]
    public async Task Tenants_are_listed_in_pages()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        foreach (var id in new[] { "c", "a", "b" })
        {
            await host.CreateAsync(id);
        }

        await host.RetireAsync("b");
        var first = (await host.ApiAsync(HttpMethod.Get, "/api/tenants?limit=3")).Json;
        var rest = (await host.ApiAsync(HttpMethod.Get, first["next"]!.GetValue<string>())).Json;

        Assert.Equal(["a", "b", "c"], IdsOf(first));
        Assert.Equal(["demo"], IdsOf(rest));
        Assert.Null(rest["next"]);
        Assert.Equal("retired", first["tenants"]![1]!["state"]!.GetValue<string>());
        Assert.Equal(400, (await host.ApiAsync(HttpMethod.Get, "/api/tenants?limit=0")).Status);
        Assert.Equal(400, (await host.ApiAsync(HttpMethod.Get, "/api/tenants?after=A%20B")).Status);
    }

    [Fact]
    public async Task Other_administration_is_confirmed_first_and_then_takes_what_waits()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var second = world.Sandbox.Books.Administration(SandboxDemo.SecondAdministrationName);
        await host.SendAsync(Events.Invoice("1"));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddRelatie" });
        Assert.Equal("accepted", (await host.SendAsync(Events.Invoice("2").For(Events.Debtor("rel-2", "Slagerij De Os")))).Outcome);

        var asked = await host.SaveAsync(LinkApi.Second());
        Assert.Equal((409, "other-administration"), (asked.Status, asked.ReasonCode));
        Assert.Contains("(1)", asked.Json["reason"]!["nl"]!.GetValue<string>(), StringComparison.Ordinal);
        var moved = await host.SaveAsync(LinkApi.Second(confirm: true));
        await world.PassMinutesAsync(host, 3);

        LinkApi.AssertStatus(200, moved);
        Assert.Null(moved.Json["offerAgainFrom"]);
        Assert.Equal("1", Assert.Single(world.Books.Mutations).InvoiceNumber);
        Assert.Equal("2", Assert.Single(second.Mutations).InvoiceNumber);
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("3"))).Outcome);
        Assert.Equal(2, second.Mutations.Count);
    }

    [Theory]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.CommitLater)]
    public async Task Other_administration_waits_until_the_fate_of_every_invoice_is_known(FaultKind kind)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(40) });
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "GetOpenPosten" });
        await host.SendAsync(Events.Invoice("1"));
        Assert.Equal("uncertain", await host.StateAsync("1"));

        var busy = await host.SaveAsync(LinkApi.Second(confirm: true));
        Assert.Equal((409, "administration-busy"), (busy.Status, busy.ReasonCode));
        await host.UnlinkAsync();
        Assert.Equal("administration-busy", (await host.SaveAsync(LinkApi.Second(confirm: true))).ReasonCode);
        LinkApi.AssertStatus(200, await host.SaveAsync(LinkApi.Credentials()));

        await world.PassMinutesAsync(host, 15);
        Assert.Equal("booked", await host.StateAsync("1"));
        LinkApi.AssertStatus(200, await host.SaveAsync(LinkApi.Second(confirm: true)));
        await world.PassMinutesAsync(host, 15);
        Assert.Single(world.Books.Mutations);
        Assert.Empty(world.Sandbox.Books.Administration(SandboxDemo.SecondAdministrationName).Mutations);
    }

    [Fact]
    public async Task Unlinked_tenant_answers_409_and_goes_on_with_what_waited_when_linked_again()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("1"));

        var unlinked = await host.UnlinkAsync();
        var again = await host.UnlinkAsync();
        var unlinkedAt = world.Clock.GetUtcNow();

        LinkApi.AssertStatus(200, unlinked);
        Assert.Equal(("unlinked", 1), (unlinked.Json["state"]!.GetValue<string>(), unlinked.Json["waitingInvoices"]!.GetValue<int>()));
        Assert.Null(unlinked.Json["credentialsAt"]);
        Assert.Equal(200, again.Status);
        Assert.Equal(409, (await host.SendAsync(Events.Invoice("2"))).Status);
        Assert.Equal("not-linked", LinkApi.ReasonOf((await host.TestAsync()).Json));
        await world.PassAsync(host, TimeSpan.FromDays(1), TimeSpan.FromMinutes(30));

        // The hourly look at all tenants is well over and the next one far: what goes on by itself now goes on because of the link.
        await world.PassMinutesAsync(host, 10);
        Assert.Empty(world.Books.Mutations);

        var linked = await host.SaveAsync(LinkApi.Credentials());
        Assert.Equal(unlinkedAt, linked.Json["offerAgainFrom"]!.GetValue<DateTimeOffset>());
        await world.PassMinutesAsync(host, 1);

        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("2"))).Outcome);
        Assert.Equal("duplicate", (await host.SendAsync(Events.Invoice("1"))).Outcome);
        Assert.Equal(["1", "2"], world.Books.Mutations.Select(mutation => mutation.InvoiceNumber).Order(StringComparer.Ordinal));
    }

    [SoapFact]
    public async Task Saving_new_codes_ends_a_pause()
    {
        const string newCode = "0123456789abcdef0123456789abcdef";
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.ChangeSecurityCode1(SandboxDemo.UserName, newCode);
        world.Sandbox.Books.EndSessions();
        await host.SendAsync(Events.Invoice("1"));
        var paused = (await host.TenantAsync())["connection"]!;
        Assert.Equal(("paused", "connection-paused"), (paused["state"]!.GetValue<string>(), LinkApi.ReasonOf(paused)));
        Assert.NotNull(paused["nextTryAt"]);

        LinkApi.AssertStatus(200, await host.SaveAsync(LinkApi.Credentials(code1: newCode)));
        await world.PassMinutesAsync(host, 1);

        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal("working", LinkApi.ConnectionOf(await host.TenantAsync()));
    }

    [Fact]
    public async Task Shared_administration_needs_prefixes()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.CreateAsync("tweede");

        Assert.Equal((409, "prefix-needed"), await host.SaveAsync(LinkApi.Credentials(), "tweede") is var own ? (own.Status, own.ReasonCode) : default);
        await host.ChangeSettingsAsync(settings => settings["numberPrefix"] = "B-", "tweede");
        Assert.Equal("prefix-needed-elsewhere", (await host.SaveAsync(LinkApi.Credentials(), "tweede")).ReasonCode);
        await host.ChangeSettingsAsync(settings => settings["numberPrefix"] = "A-");
        LinkApi.AssertStatus(200, await host.SaveAsync(LinkApi.Credentials(), "tweede"));
    }

    [Fact]
    public async Task Tenant_retires_only_when_ended_and_done_and_its_id_with_it()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("1"));

        Assert.Equal("still-linked", (await host.RetireAsync()).ReasonCode);
        await host.UnlinkAsync();
        Assert.Equal("work-open", (await host.RetireAsync()).ReasonCode);
        await host.SaveAsync(LinkApi.Credentials());
        await world.PassMinutesAsync(host, 2);
        await host.UnlinkAsync();
        var retired = await host.RetireAsync();

        LinkApi.AssertStatus(200, retired);
        LinkApi.AssertStatus(200, await host.RetireAsync());
        Assert.Equal("retired", (await host.TenantAsync())["state"]!.GetValue<string>());
        Assert.Equal(401, (await host.SendAsync(Events.Invoice("2"))).Status);
        Assert.Equal(404, (await host.SaveAsync(LinkApi.Credentials())).Status);
        Assert.Equal("tenant-id-taken", (await host.CreateAsync("demo")).ReasonCode);
        Assert.DoesNotContain(await SecretsAsync(world), name => name.Contains("tenant-demo", StringComparison.Ordinal));
    }

    private static IEnumerable<string> IdsOf(JsonNode list) => list["tenants"]!.AsArray().Select(tenant => tenant!["id"]!.GetValue<string>());

    private static async Task<IReadOnlyList<string>> SecretsAsync(World world)
    {
        var texts = new List<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(world.Folder, "secrets"), "*", SearchOption.AllDirectories))
        {
            texts.Add(Path.GetFileName(file) + await File.ReadAllTextAsync(file));
        }

        return texts;
    }
}
