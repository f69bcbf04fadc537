using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Load;

/// <summary>Work that comes faster than the books take it is stored and answered, and booked when they can.</summary>
public sealed class OverloadTests
{
    private const int Requests = 60;
    private const int InEach = 5;

    public static TheoryData<FaultKind> Troubles { get; } = [FaultKind.SlowBefore, FaultKind.Throttled];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Hundreds_of_invoices_while_the_books_are_slow_are_stored_answered_202_and_booked_once_later(FaultKind trouble)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var hosts = new[] { host, await world.AddHostAsync() };
        world.Sandbox.Books.Faults.Add(new Fault(trouble)
        {
            Delay = TimeSpan.FromSeconds(8), RetryAfter = TimeSpan.FromMinutes(2), Times = Fault.UntilCleared,
        });

        var sending = Enumerable.Range(0, Requests).Select(async request =>
        {
            var reply = await hosts[request % 2].SendAsync(new JsonArray([.. Numbers(request).Select(number => Events.Invoice(number))]));
            return (Request: request, Reply: reply);
        });
        var replies = new List<(int Request, Reply Reply)>();
        // Eight at a time, as a sender's pool would: no more than may be in at once.
        foreach (var some in sending.Chunk(8))
        {
            replies.AddRange(await WhileTimePassesAsync(world, Task.WhenAll(some)));
        }

        Assert.All(replies, one => Assert.True(one.Reply.Status is 202 or 200, $"{one.Request}: {one.Reply.Status} {one.Reply.Body}"));
        Assert.True(replies.Count(one => one.Reply.Status == 202) > Requests / 2, "The books were not slower than what came in.");
        var stored = StoreDump.Of(world).Count(row => row.Contains(" event:evt-", StringComparison.Ordinal));
        Assert.Equal(Requests * InEach, stored);

        world.Sandbox.Books.Faults.Clear();
        await world.PassMinutesAsync(host, 20);

        Assert.Equal(
            Enumerable.Range(0, Requests).SelectMany(Numbers).Order(StringComparer.Ordinal),
            world.Books.Mutations.Select(booked => booked.InvoiceNumber).Order(StringComparer.Ordinal));
        Assert.Empty(await host.DueRowsAsync());
    }

    [Fact]
    public async Task Tenant_with_as_many_waiting_as_it_may_hears_429_stores_nothing_and_gets_in_when_they_are_booked()
    {
        await using var world = await World.CreateAsync();
        world.Intake = new IntakeOptions { PendingPerTenant = 10 };
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo");
        var other = await world.AddTenantAsync("other", World.Settings with { NumberPrefix = "B-" }, credentials: OtherBooks(world));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { RetryAfter = TimeSpan.FromMinutes(2), Times = Fault.UntilCleared });
        Assert.Equal(202, (await host.SendAsync(First())).Status);

        var refused = await host.SendAsync(Events.Invoice("2"));

        Assert.Equal(429, refused.Status);
        var problem = JsonNode.Parse(refused.Body)!;
        Assert.Equal("too-many-pending", (string?)problem["reason"]!["code"]);
        Assert.Contains("PendingPerTenant", (string?)problem["reason"]!["actionNl"] ?? problem["reason"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(StoreDump.Of(world), row => row.Contains("evt-2", StringComparison.Ordinal));
        // What is here already is told to be here: nobody has to book it by hand since his second try was turned away.
        var known = await host.SendAsync(First());
        Assert.Equal(202, known.Status);
        Assert.All(JsonNode.Parse(known.Body)!["results"]!.AsArray(), one => Assert.Equal("duplicate", (string?)one!["outcome"]));
        Assert.Equal(429, (await host.SendAsync(new JsonArray([.. First().Select(one => one!.DeepClone()), Events.Invoice("2")]))).Status);
        Assert.Equal(202, (await host.SendAsync(Events.Invoice("3"), other.Value)).Status);
        using (var raw = host.Signed("[]"u8.ToArray()))
        {
            // Unreadable is said first: what can't be stored is not worth coming back with.
            using var answer = await host.Http.SendAsync(raw);
            Assert.Equal(400, (int)answer.StatusCode);
        }

        world.Sandbox.Books.Faults.Clear();
        await world.PassMinutesAsync(host, 5);
        var again = await host.SendAsync(Events.Invoice("2"));
        Assert.Equal((200, "booked"), (again.Status, again.Outcome));
        Assert.Equal(13, world.Books.Mutations.Count);
    }

    private static JsonArray First() => [.. Enumerable.Range(0, 12).Select(number => Events.Invoice($"1-{number}"))];

    private static IEnumerable<string> Numbers(int request) =>
        Enumerable.Range(0, InEach).Select(at => string.Create(CultureInfo.InvariantCulture, $"{request}-{at}"));

    /// <summary>Books of another customer in the sandbox.</summary>
    private static BookkeepingCredentials.Soap OtherBooks(World world)
    {
        var books = world.Sandbox.Books.AddAdministration("other");
        world.Sandbox.Books.AddUser("other", SandboxDemo.SecurityCode1, books.SecurityCode2);
        return new BookkeepingCredentials.Soap("other", SandboxDemo.SecurityCode1, books.SecurityCode2.ToString("B"));
    }

    private static async Task<T> WhileTimePassesAsync<T>(World world, Task<T> work)
    {
        while (!work.IsCompleted)
        {
            await Task.Delay(5);
            world.Clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        return await work;
    }
}
