using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Linking;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Signing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>Several people and senders at the same moment, over two hosts: each is told what came of his part, and that is what stands there.</summary>
public sealed class CrowdTests
{
    private static JsonObject[] Changes { get; } =
    [
        new() { ["name"] = "Winkel" },
        new() { ["bookingsOn"] = false },
        new() { ["bookingsFrom"] = "2026-02-01" },
        new() { ["relationsOn"] = true },
        new() { ["personNames"] = "last-only" },
        new() { ["grouping"] = "per-line" },
        new() { ["paymentTermDays"] = 30 },
        new() { ["description"] = "{number}" },
        new() { ["numberPrefix"] = "A-" },
        new() { ["retentionDays"] = 30 },
    ];

    [Fact]
    public async Task Of_ten_changes_of_different_fields_one_is_saved_and_the_others_are_shown_it()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var second = await world.AddHostAsync();
        var read = (await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/settings")).ETag;

        var replies = await Task.WhenAll(Changes.Select((change, at) =>
            (at % 2 == 0 ? host : second).ApiAsync(HttpMethod.Patch, "/api/tenants/demo/settings", change.DeepClone(), read)));

        var winner = Assert.Single(replies, reply => reply.Status == 200);
        var now = await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/settings");
        Assert.Equal(winner.Body, now.Body);
        foreach (var (reply, change) in replies.Zip(Changes).Where(one => one.First != winner))
        {
            Assert.Equal((412, now.ETag), (reply.Status, reply.ETag));
            var (name, value) = change.Single();
            Assert.True(JsonNode.DeepEquals(value, reply.Json["yours"]![name]), reply.Body);
            Assert.All(reply.Json["current"]!.AsObject(), field => Assert.True(JsonNode.DeepEquals(now.Json[field.Key], field.Value), reply.Body));
        }
    }

    [Fact]
    public async Task Two_sets_of_credentials_at_once_leave_one_whole()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var second = await world.AddHostAsync();

        var replies = await WhileTimePassesAsync(world, Task.WhenAll(Enumerable.Range(0, 8).Select(at =>
            (at % 3 == 0 ? second : host).SaveAsync(at % 2 == 0 ? LinkApi.Credentials(confirm: true) : LinkApi.Second(confirm: true)))));

        Assert.All(replies, reply => Assert.True(
            reply.Status == 200 || (reply.Status == 409 && reply.ReasonCode is "link-being-changed" or "administration-in-use"), reply.Body));
        Assert.Contains(replies, reply => reply.Status == 200);
        var tenant = (await host.Services.GetRequiredService<TenantStore>().FindAsync(TenantId.Parse("demo"), CancellationToken.None))!;
        var saved = await host.Services.GetRequiredService<TenantSecrets>().BookkeepingAsync(tenant.Id, SecretAge.Now, CancellationToken.None);
        var keys = host.Services.GetRequiredService<AdministrationKeys>();
        Assert.Equal(tenant.Administration, await keys.OfAsync(saved!, CancellationToken.None));
        Assert.Single(StoreDump.Of(world), row => row.StartsWith("administration:", StringComparison.Ordinal) && row.Contains(" tenant:demo ", StringComparison.Ordinal));
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"))).Outcome);
        Assert.Single(world.Sandbox.Books.Administrations.SelectMany(books => books.Mutations));
    }

    [Fact]
    public async Task Of_ten_who_make_the_same_tenant_one_makes_it()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var second = await world.AddHostAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(at => (at % 2 == 0 ? host : second).CreateAsync("nieuw", $"Nieuw {at}")));

        var winner = Assert.Single(replies, reply => reply.Status == 201);
        Assert.All(replies.Where(reply => reply != winner), reply => Assert.Equal((409, "tenant-id-taken"), (reply.Status, reply.ReasonCode)));
        Assert.Equal(winner.Body, (await host.ApiAsync(HttpMethod.Get, "/api/tenants/nieuw")).Body);
        Assert.Single((await host.ApiAsync(HttpMethod.Get, "/api/tenants/nieuw/history")).Json["entries"]!.AsArray());
    }

    [Fact]
    public async Task Of_secrets_made_at_once_the_last_two_are_good_and_no_other()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var second = await world.AddHostAsync();

        var replies = await WhileTimePassesAsync(world, Task.WhenAll(Enumerable.Range(0, 6).Select(at => (at % 2 == 0 ? host : second).RotateAsync())));

        Assert.All(replies, reply => Assert.True(reply.Status == 200 || reply.ReasonCode == "link-being-changed", reply.Body));
        var made = replies.Where(reply => reply.Status == 200).Select(reply => reply.Json["secret"]!.GetValue<string>()).ToList();
        var good = new List<string>();
        foreach (var (index, text) in made.Append(world.SecretOf(TenantId.Parse("demo")).Reveal()).Index())
        {
            Assert.True(WebhookSecret.TryParse(text, out var secret));
            using var request = host.Signed("[]"u8.ToArray(), secret: secret);
            using var answer = await host.Http.SendAsync(request);
            Assert.True((int)answer.StatusCode is 400 or 401, $"{index}: {answer.StatusCode}");
            if ((int)answer.StatusCode == 400)
            {
                good.Add(text);
            }
        }

        Assert.Equal(2, good.Count);
        Assert.NotEmpty(made.Intersect(good));
        Assert.Equal(2, good.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Invoices_sent_while_the_link_ends_are_stored_or_refused_and_booked_once_when_it_is_back(int round)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var second = await world.AddHostAsync();
        var numbers = Enumerable.Range(0, 12).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();

        var sending = Task.WhenAll(numbers.Select(async (number, at) =>
        {
            await Task.Delay(at * round);
            return await (at % 2 == 0 ? host : second).SendAsync(Events.Invoice(number));
        }));
        await Task.Delay(6 * round);
        var unlinked = await WhileTimePassesAsync(world, host.UnlinkAsync());
        var replies = await WhileTimePassesAsync(world, sending);

        LinkApi.AssertStatus(200, unlinked);
        Assert.All(replies, reply => Assert.True(reply.Status is 200 or 202 or 409, $"{reply.Status} {reply.Body}"));
        foreach (var (number, reply) in numbers.Zip(replies))
        {
            Assert.Equal(reply.Status != 409, await host.InvoiceAsync(number) is not null);
            Assert.Equal(reply.Status != 409, StoreDump.Of(world).Any(row => row.Contains($" event:evt-{number} ", StringComparison.Ordinal)));
        }

        LinkApi.AssertStatus(200, await host.SaveAsync(LinkApi.Credentials()));
        await world.PassMinutesAsync(host, 15);
        var taken = numbers.Zip(replies).Where(one => one.Second.Status != 409).Select(one => one.First).ToList();
        Assert.Equal(taken.Order(StringComparer.Ordinal), Booked(world));
        foreach (var number in numbers)
        {
            Assert.Equal(taken.Contains(number) ? "duplicate" : "booked", (await host.SendAsync(Events.Invoice(number))).Outcome);
        }

        Assert.Equal(numbers.Order(StringComparer.Ordinal), Booked(world));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    public async Task Retiring_beside_linking_again_leaves_a_tenant_that_is_one_or_the_other(int milliseconds)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var second = await world.AddHostAsync();
        await host.UnlinkAsync();

        var linking = host.SaveAsync(LinkApi.Credentials());
        await Task.Delay(milliseconds);
        var (retired, linked) = await WhileTimePassesAsync(world, BothAsync(second.RetireAsync(), linking));

        var state = (await host.TenantAsync())["state"]!.GetValue<string>();
        Assert.Contains((retired.Status, linked.Status, state), new[] { (200, 404, "retired"), (200, 409, "retired"), (409, 200, "linked") });
        var tenant = TenantId.Parse("demo");
        var secrets = host.Services.GetRequiredService<TenantSecrets>();
        Assert.Equal(state == "linked", await secrets.BookkeepingAsync(tenant, SecretAge.Now, CancellationToken.None) is not null);
        Assert.Equal(state == "linked", await secrets.WebhookAsync(tenant, SecretAge.Now, CancellationToken.None) is not null);
        Assert.Equal(state == "linked" ? 200 : 401, (await host.SendAsync(Events.Invoice("1"))).Status);
    }

    /// <summary>A sender that was let in just before the link ended, while somebody ends and retires it.</summary>
    [Theory]
    [InlineData(WorkStep.DueStored)]
    [InlineData(WorkStep.EventStored)]
    public async Task Invoice_that_comes_in_while_its_tenant_retires_is_never_taken_and_lost(WorkStep step)
    {
        await using var world = await World.CreateAsync();
        var person = await world.AddHostAsync();
        ApiReply? retired = null;
        var worker = await world.AddHostAsync(builder => builder.Services.AddSingleton<IWorkWitness>(new Once(step, () =>
        {
            LinkApi.AssertStatus(200, person.UnlinkAsync().GetAwaiter().GetResult());
            retired = person.RetireAsync().GetAwaiter().GetResult();
        })));
        await world.AddTenantAsync("demo");

        var reply = await worker.SendAsync(Events.Invoice("1"));

        // Taken: it can't be retired while that waits. Retired: it was not taken, and whoever sent it knows.
        Assert.Equal(step == WorkStep.EventStored ? (202, 409) : (401, 200), (reply.Status, retired!.Status));
        LinkApi.AssertStatus(200, await person.RetireAsync() is { Status: 200 } done ? done : await person.SaveAsync(LinkApi.Credentials()));
        await world.PassMinutesAsync(person, 3);
        Assert.Equal(step == WorkStep.EventStored ? 1 : 0, world.Books.Mutations.Count);
    }

    private static IEnumerable<string> Booked(World world) => world.Books.Mutations.Select(booked => booked.InvoiceNumber).Order(StringComparer.Ordinal);

    private static async Task<(T, T)> BothAsync<T>(Task<T> one, Task<T> other) => (await one, await other);

    /// <summary>Who has to wait for another does so on the clock of the test.</summary>
    private static async Task<T> WhileTimePassesAsync<T>(World world, Task<T> work)
    {
        while (!work.IsCompleted)
        {
            await Task.Delay(10);
            world.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        return await work;
    }

    private sealed class Once(WorkStep at, Action act) : IWorkWitness
    {
        private bool done;

        public void Reached(WorkStep step)
        {
            if (step == at && !done)
            {
                done = true;
                act();
            }
        }
    }
}
