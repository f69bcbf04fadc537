using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.EndToEnd.Tests.Hostile;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Recovery;

/// <summary>What is wrong with a tenant is found, with what to do; looking changes nothing.</summary>
public sealed class DiagnosisTests
{
    private const string Address = "/api/tenants/demo/diagnosis";

    [Fact]
    public async Task Tenant_that_is_well_has_nothing_to_do()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));

        var diagnosis = await DiagnoseAsync(host);

        Assert.Equal(("info", ""), (diagnosis["severity"]!.GetValue<string>(), string.Join(' ', Codes(diagnosis))));
        var picture = diagnosis["picture"]!;
        Assert.Equal(
            ("linked", "working", "free", "0", 5000),
            (Text(picture, "state"), Text(picture["connection"]!, "state"), Text(picture["work"]!, "state"), Text(picture["pending"]!, "count"),
                picture["lookUps"]!["limit"]!.GetValue<int>()));
    }

    [Fact]
    public async Task What_waits_and_why_is_found_and_nothing_is_written_or_asked()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("held").With(invoice => invoice["currency"] = "USD"));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.CommitLater) { Operation = "AddMutatie", Delay = TimeSpan.FromMinutes(1) });
        await host.SendAsync(Events.Invoice("unsure"));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "AddMutatie", Code = RefusedUsers.Refusal });
        await host.SendAsync(Events.Invoice("refused"));
        world.Clock.Advance(TimeSpan.FromHours(25));
        world.Sandbox.Books.Calls.Clear();
        var before = StoreDump.Of(world);

        var diagnosis = await DiagnoseAsync(host);

        Assert.Equal("action", Text(diagnosis, "severity"));
        Assert.Superset(
            new HashSet<string> { "connection-rests", "invoices-held", "work-waits-long", "invoices-uncertain-long" }, Codes(diagnosis).ToHashSet());
        Assert.Contains(diagnosis["findings"]!.AsArray(), finding => Text(finding!, "en").Contains("currency-not-euro (1)", StringComparison.Ordinal));
        Assert.Equal(before, StoreDump.Of(world));
        Assert.Equal(0, world.Sandbox.Books.Calls.Total);
    }

    [Fact]
    public async Task Timer_that_does_not_run_is_told()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("1"));
        Assert.DoesNotContain("work-overdue", Codes(await DiagnoseAsync(host)));

        world.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Contains("work-overdue", Codes(await DiagnoseAsync(host)));
    }

    [Fact]
    public async Task Disagreements_of_store_and_books_are_found_by_reading_alone()
    {
        var (world, host) = await World.StartAsync(new SandboxSwitches { MaxRows = 500 });
        await using var _ = world;
        foreach (var number in (string[])["fine", "gone", "twice", "moved"])
        {
            Assert.Equal("booked", (await host.SendAsync(Events.Invoice(number))).Outcome);
        }

        await host.SendAsync(Events.Invoice("held").With(invoice => invoice["currency"] = "USD"));
        Assert.Equal(["invoices-held", "compared"], Codes(await DiagnoseAsync(host, "?compare=true")));

        Spoil(world.Books);
        world.Sandbox.Books.Calls.Clear();
        var before = StoreDump.Of(world);
        var diagnosis = await DiagnoseAsync(host, "?compare=true&days=10");

        Assert.Equal(
            ["absent-in-books", "compared", "invoices-held", "other-in-books", "twice-in-books", "unbooked-in-books"],
            Codes(diagnosis).Order(StringComparer.Ordinal));
        Assert.All(world.Sandbox.Books.Calls.Counts.Keys, call => Assert.Contains(call, (string[])["OpenSession", "GetMutaties", "GetOpenPosten", "CloseSession"]));
        Assert.All(StoreDump.Of(world).Except(before), row => Assert.Contains(" quota:", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Comparison_leaves_the_look_ups_to_what_is_uncertain()
    {
        await using var world = await World.CreateAsync();
        world.Engine = world.Engine with { LookupsPerMonth = 20 };
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo");

        Assert.Equal(["compared"], Codes(await DiagnoseAsync(host, "?compare=true")));
        Assert.Equal(["compared"], Codes(await DiagnoseAsync(host, "?compare=true")));

        Assert.Equal(["not-compared-look-ups"], Codes(await DiagnoseAsync(host, "?compare=true")));
        Assert.Equal(2, world.Sandbox.Books.Calls.LookUps());
    }

    [Fact]
    public async Task Where_the_secrets_cannot_be_read_that_is_told_and_everything_else_that_can_be_seen()
    {
        await using var world = await World.CreateAsync();
        BreakableSecrets? secrets = null;
        var host = await world.AddHostAsync(builder =>
        {
            var store = builder.Services.Last(service => service.ServiceType == typeof(ISecretStore));
            builder.Services.AddSingleton<ISecretStore>(provider => secrets = new BreakableSecrets((ISecretStore)store.ImplementationFactory!(provider)));
        });
        await world.AddTenantAsync("demo");
        await host.SendAsync(Events.Invoice("held").With(invoice => invoice["currency"] = "USD"));
        var key = SecretName.ForDeployment("admin-key");
        secrets!.Fault = name => name == key ? null : new SecretsUnavailableException("gone");

        Assert.Equal(["secrets-unreadable", "invoices-held"], Codes(await DiagnoseAsync(host, "?compare=true")));
    }

    [SoapFact]
    public async Task Range_that_may_be_cut_is_halved_until_a_day_is_left()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        for (var day = 0; day < 20; day++)
        {
            world.Books.AddInvoices(45, $"S{day}-", "K1", new DateOnly(2026, 2, 1).AddDays(day), new SandboxMutationLine(1m, 0m, "GEEN", 0m, "8000"));
        }

        world.Sandbox.Books.Calls.Clear();

        var diagnosis = await DiagnoseAsync(host, "?compare=true");

        Assert.Equal(["compared"], Codes(diagnosis));
        Assert.Contains("900 invoices there, 0 of this link, 900 of others", Text(diagnosis["findings"]![0]!, "en"), StringComparison.Ordinal);
        Assert.InRange(world.Sandbox.Books.Calls.LookUps(), 3, 9);
    }

    [Theory]
    [InlineData("?compare=perhaps")]
    [InlineData("?compare=true&days=0")]
    [InlineData("?days=401")]
    [InlineData("?days=-1")]
    public async Task What_makes_no_sense_is_refused(string query)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        Assert.Equal(400, (await host.ApiAsync(HttpMethod.Get, Address + query)).Status);
        Assert.Equal(404, (await host.ApiAsync(HttpMethod.Get, "/api/tenants/unknown/diagnosis")).Status);
    }

    private static void Spoil(SandboxAdministration books)
    {
        var (gone, twice, moved) = (Row("gone"), Row("twice"), Row("moved"));
        books.DeleteMutation(gone.Number);
        books.AddMutation(twice);
        books.DeleteMutation(moved.Number);
        books.AddMutation(moved with { Date = moved.Date.AddDays(-1) });
        books.AddMutation(twice with { InvoiceNumber = "held" });
        books.AddMutation(twice with { InvoiceNumber = "a stranger's" });

        SandboxMutation Row(string number) => books.Mutations.Single(mutation => mutation.InvoiceNumber == number);
    }

    private static async Task<JsonNode> DiagnoseAsync(Host host, string query = "")
    {
        var reply = await host.ApiAsync(HttpMethod.Get, Address + query);
        Assert.True(reply.Status == 200, reply.Body);
        return reply.Json;
    }

    private static IReadOnlyList<string> Codes(JsonNode diagnosis) => [.. diagnosis["findings"]!.AsArray().Select(finding => Text(finding!, "code"))];

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
