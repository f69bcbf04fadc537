using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Properties.Walks;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties;

/// <summary>
/// Without faults neither the order of events nor how often they come makes a difference: the books and every state end the same. Versions of
/// one invoice have to be there together for that, since the first to be worked on alone is booked.
/// </summary>
public sealed class EventOrderTests
{
    private const int Orders = 6;

#pragma warning disable CA5394 // Justification: test data must be repeatable, not unforeseeable.
    [Fact]
    public async Task Versions_in_one_request_end_the_same_in_any_order_and_number()
    {
        var random = new Random(Seeds.Or(1));
        var events = Enumerable.Range(1, 24).Select(index => Version(random, index, $"F{random.Next(1, 7)}")).ToList();
        var expected = await EndOfAsync([events]);

        for (var order = 0; order < Orders; order++)
        {
            Assert.Equal(expected, await EndOfAsync([Shuffled(random, events)]));
        }
    }

    [Fact]
    public async Task Invoices_over_several_requests_end_the_same_in_any_order_and_number()
    {
        var random = new Random(Seeds.Or(2));
        var events = Enumerable.Range(1, 16).Select(index => Version(random, index, $"F{index}")).ToList();
        var expected = await EndOfAsync([events]);

        for (var order = 0; order < Orders; order++)
        {
            Assert.Equal(expected, await EndOfAsync(Shuffled(random, events).Chunk(random.Next(1, 7))));
        }
    }

    private static WalkEvent Version(Random random, int index, string number) => new(
        $"e{index:D3}",
        number,
        new DateTimeOffset(2026, 3, 2, 8, random.Next(5), 0, TimeSpan.Zero),
        random.Next(3) > 0 ? Fate.Booked : (Fate)random.Next(5),
        random.Next(4),
        random.Next(1, 4) * (random.Next(5) == 0 ? -100m : 100m));

    /// <summary>Every event once or more often.</summary>
    private static List<WalkEvent> Shuffled(Random random, IReadOnlyList<WalkEvent> events)
    {
        var all = events.Concat(events.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(all);
        return [.. all];
    }
#pragma warning restore CA5394

    /// <summary>What stands in the books and in the store when all is sent, without the numbers that the books give out in turn.</summary>
    private static async Task<IReadOnlyList<string>> EndOfAsync(IEnumerable<IReadOnlyList<WalkEvent>> requests)
    {
        await using var world = await World.CreateAsync();
        var tenant = new WalkTenant("a", "", SandboxDemo.SecurityCode2, world.Books);
        var host = await world.AddHostAsync();
        await world.AddTenantAsync(tenant.Name);
        world.Books.ClosedUntil = new DateOnly(2025, 12, 31);
        var states = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var request in requests)
        {
            var reply = await host.SendAsync(new JsonArray([.. request.Select(sent => sent.ToJson(tenant))]), tenant.Name);
            Assert.Equal(200, reply.Status);
            foreach (var (sent, result) in request.Zip(reply.Results))
            {
                // A repeated delivery is told how the first one ended.
                var end = $"{(result!["first"] ?? result["outcome"])!.GetValue<string>()} {result["reason"]?["code"]}";
                Assert.Equal(end, states.GetValueOrDefault(sent.Id, end));
                states[sent.Id] = end;
            }
        }

        return
        [
            .. states.Select(state => $"{state.Key} {state.Value}"),
            .. world.Books.Mutations
                .Select(booked => $"{booked.InvoiceNumber} {booked.RelationCode} {booked.Date:O} {Events.Text(booked.Total)} {booked.Description}")
                .Order(StringComparer.Ordinal),
            .. world.Books.Relations.Select(relation => $"{relation.Code} {relation.Name}").Order(StringComparer.Ordinal),
        ];
    }
}
