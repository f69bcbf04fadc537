using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>What the admin key opens, and what it does not.</summary>
public sealed class InvoiceReadingTests(HostileWorld hostile) : IClassFixture<HostileWorld>
{
    private static int events;

    public static TheoryData<string> Addresses { get; } = ["invoices", "invoices/1", "invoices/does-not-exist", "attention"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Without_the_right_admin_key_every_tenant_looks_the_same(string address)
    {
        using var right = await hostile.Host.GetAsync($"/api/tenants/demo/{address}");
        var key = right.RequestMessage!.Headers.GetValues(AdminKey.Header).Single();
        var answers = new HashSet<Reply>();
        foreach (var tenant in new[] { HostileWorld.Linked, HostileWorld.Unlinked, HostileWorld.Retired, "nobody", "NOBODY", "%2E%2E%2Fdue" })
        {
            foreach (var offered in new[] { null, "", " ", key[..^1], key + "0", key.ToUpperInvariant(), $"{key},{key}" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/tenants/{tenant}/{address}", UriKind.Relative));
                request.Headers.TryAddWithoutValidation(AdminKey.Header, offered is null ? [] : [offered]);
                answers.Add(await hostile.ProblemAsync(401, request));
            }
        }

        Assert.Single(answers);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task With_the_admin_key_unknown_and_retired_tenants_are_not_found(string address)
    {
        var answers = new HashSet<Reply>();
        foreach (var tenant in new[] { "nobody", HostileWorld.Retired, "Demo", "due", "demo%2F..%2Fdemo" })
        {
            answers.Add(await hostile.ProblemAsync(404, async () =>
            {
                using var answer = await hostile.Host.GetAsync($"/api/tenants/{tenant}/{address}");
                return await Reply.ReadAsync(answer);
            }));
        }

        Assert.Single(answers);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=201")]
    [InlineData("limit=1e2")]
    [InlineData("limit=99999999999999999999")]
    [InlineData("limit=%2B1")]
    [InlineData("limit=1&limit=2")]
    [InlineData("limit=%D9%A1")]
    [InlineData("after=%00")]
    [InlineData("after=%27%20or%201%3D1")]
    [InlineData("after=%EF%BF%BF")]
    [InlineData("after=1&after=2")]
    public async Task Query_that_makes_no_sense_is_refused(string query) => await hostile.ProblemAsync(400, async () =>
    {
        using var answer = await hostile.Host.GetAsync($"/api/tenants/demo/invoices?{query}");
        return await Reply.ReadAsync(answer);
    });

    [Theory]
    [InlineData("after=~~~~")]
    [InlineData("after=9999999999999999999:zzz")]
    [InlineData("after=")]
    [InlineData("after=0:")]
    [InlineData("after=..")]
    public async Task Invented_place_gives_no_more_than_invoices_of_the_tenant(string query)
    {
        await hostile.Host.SendAsync(Events.Invoice("of the tenant"));

        using var answer = await hostile.Host.GetAsync($"/api/tenants/demo/invoices?{query}");

        Assert.True(answer.IsSuccessStatusCode);
        foreach (var invoice in JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["invoices"]!.AsArray())
        {
            Assert.NotNull(await hostile.Host.InvoiceAsync(invoice!["number"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task Hundred_and_twenty_invoices_come_in_three_pages_newest_first()
    {
        var (world, host) = await World.StartAsync(settings: new TenantSettings());
        await using var _ = world;
        for (var batch = 0; batch < 6; batch++)
        {
            await host.SendAsync(new JsonArray([.. Enumerable.Range(batch * 20, 20).Select(index => (JsonNode)Events.Invoice($"{index}"))]));
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var pages = new List<JsonArray>();
        string? next = "/api/tenants/demo/invoices?limit=40";
        while (next is not null)
        {
            using var answer = await host.GetAsync(next);
            var page = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            pages.Add(page["invoices"]!.AsArray());
            next = page["next"]?.GetValue<string>();
        }

        Assert.Equal([40, 40, 40], pages.Select(page => page.Count));
        var invoices = pages.SelectMany(page => page).ToList();
        Assert.Equal(
            Enumerable.Range(0, 120).Select(index => $"{index}").Order(StringComparer.Ordinal),
            invoices.Select(invoice => invoice!["number"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        var received = invoices.Select(invoice => invoice!["receivedAt"]!.GetValue<DateTimeOffset>()).ToList();
        Assert.Equal(received.OrderDescending(), received);
        Assert.Equal(6, received.Distinct().Count());
    }

    [Theory]
    [InlineData("2026/0042")]
    [InlineData("2026%2F0042")]
    [InlineData("5%41")]
    [InlineData("100%")]
    [InlineData("%")]
    [InlineData("F 2026 42")]
    [InlineData("F+42")]
    [InlineData("F~2F42")]
    [InlineData("é株😀")]
    [InlineData("a?b#c&d=e")]
    [InlineData("a\\b:c;d")]
    [InlineData("a/../b")]
    [InlineData("<b>\"'")]
    [InlineData("株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株")]
    public async Task Invoice_is_found_by_whatever_number_it_has(string number)
    {
        // An id that takes the most room as a key, beside the number.
        var id = new string('~', 61) + Interlocked.Increment(ref events).ToString("D3", CultureInfo.InvariantCulture);

        var reply = await hostile.Host.SendAsync(Events.Invoice(number, id: id));
        var found = await hostile.Host.InvoiceAsync(number);

        Assert.True(reply.Status == 200, reply.Body);
        Assert.Equal(number, found?["number"]?.GetValue<string>());
    }

    [Fact]
    public async Task Numbers_that_look_alike_in_an_address_are_told_apart()
    {
        var (world, host) = await World.StartAsync(settings: new TenantSettings());
        await using var _ = world;
        string[] numbers = ["a/b", "a%2Fb", "a%252Fb", "a b", "a+b", "a%20b", "A/B", "a~2Fb"];
        await host.SendAsync(new JsonArray([.. numbers.Select((number, index) => (JsonNode)Events.Invoice(number, id: $"{index}"))]));

        foreach (var number in numbers)
        {
            Assert.Equal(number, (await host.InvoiceAsync(number))?["number"]?.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("F/2026/0042", "%252F")]
    [InlineData("f/2026/0042", "%252f")]
    [InlineData("////////////////////////////////////////////////50", "%252F")]
    public async Task Number_with_slashes_is_found_where_a_host_escaped_them_twice(string number, string slash)
    {
        await hostile.Host.SendAsync(Events.Invoice(number, id: $"twice-{Interlocked.Increment(ref events)}"));

        using var answer = await hostile.Host.GetAsync($"/api/tenants/demo/invoices/{number.Replace("/", slash, StringComparison.Ordinal)}");

        Assert.Equal(number, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["number"]?.GetValue<string>());
    }
}
