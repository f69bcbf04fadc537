using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties;

/// <summary>Any permutation and duplication of a set of relation events, in whatever requests, ends in the same relations in the books.</summary>
public sealed class RelationOrderTests
{
    private const int Orders = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Relation_events_end_the_same_in_any_order_and_number(int usualSeed)
    {
        var seed = Seeds.Or(usualSeed);
        Console.WriteLine($"{nameof(RelationOrderTests)}: PVF_SEED={seed}");
        var random = new Random(seed);
        var events = Generated(random).ToList();
        var expected = await EndOfAsync(events.Select(one => new[] { one }));

        for (var order = 0; order < Orders; order++)
        {
            Assert.Equal(expected, await EndOfAsync(Shuffled(random, events).Chunk(random.Next(1, 6))));
        }
    }

    /// <summary>And so it does when calls fail in between, whatever the books' documents leave open; and nobody is told to have lost anything.</summary>
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task Relation_events_end_the_same_whatever_happens_to_the_calls(int usualSeed)
    {
        var seed = Seeds.Or(usualSeed);
        Console.WriteLine($"{nameof(RelationOrderTests)}: PVF_SEED={seed}");
        var random = new Random(seed);
        var events = Generated(random).ToList();
        var expected = await EndOfAsync(events.Select(one => new[] { one }));

        for (var order = 0; order < 3; order++)
        {
            Assert.Equal(expected, await EndOfAsync(Shuffled(random, events).Chunk(random.Next(1, 6)), random));
        }
    }

#pragma warning disable CA5394 // Justification: test data must be repeatable, not unforeseeable.
    /// <summary>Two relations with a created event each, changes of every kind of field, some that can't be used, some at the same moment, and deletions.</summary>
    private static IEnumerable<JsonObject> Generated(Random random)
    {
        for (var relation = 1; relation <= 2; relation++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"r-{relation}");
            yield return Named(
                RelationEvents.Created(id, random.Next(10), $"Firma {relation}", new JsonObject { ["code"] = $"K{relation}", ["phone"] = "020-0" }), id, 0);
            for (var index = 1; index <= 9; index++)
            {
                var (minute, what) = (random.Next(10), random.Next(8));
                yield return Named(
                    what == 0 ? RelationEvents.Deleted(id, minute) : RelationEvents.Updated(id, minute, Change(random, relation)), id, index);
            }
        }
    }

    private static JsonObject Change(Random random, int relation)
    {
        var change = new JsonObject();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            (string Name, JsonNode? Value) set = random.Next(12) switch
            {
                0 => ("phone", Text(random, "020-")),
                1 => ("email", random.Next(3) == 0 ? JsonValue.Create("geen adres") : Text(random, "a", "@firma.example")),
                2 => ("visitingAddress", Address(random)),
                3 => ("invoiceAddress", Address(random)),
                4 => ("postalAddress", Address(random)),
                5 => ("iban", Choice(random, "NL91ABNA0417164300", "NL00ABNA0417164300", null)),
                6 => ("chamberOfCommerceNumber", Choice(random, $"1234567{relation}", "12", null)),
                7 => ("name", JsonValue.Create($"Firma {relation} {random.Next(3)}")),
                8 => ("code", Choice(random, $"K{relation}", $"L{relation}", "longer than fifteen", null)),
                9 => ("type", JsonValue.Create("organisation")),
                10 => ("note", Text(random, "Regel 1\r\nregel ")),
                _ => ("invoiceEmail", Text(random, "f", "@firma.example")),
            };
            change[set.Name] = set.Value;
        }

        return change;
    }

    private static JsonValue? Text(Random random, string before, string after = "") =>
        random.Next(4) == 0 ? null : JsonValue.Create(before + random.Next(4).ToString(CultureInfo.InvariantCulture) + after);

    private static JsonValue? Choice(Random random, params string?[] choices) => choices[random.Next(choices.Length)] is { } text ? JsonValue.Create(text) : null;

    private static JsonObject? Address(Random random) =>
        random.Next(4) == 0 ? null : RelationEvents.Address("Kade", random.Next(1, 4).ToString(CultureInfo.InvariantCulture), "1234 AB", "Havenhoofd");

    private static JsonObject Named(JsonObject sent, string relation, int index)
    {
        sent["id"] = string.Create(CultureInfo.InvariantCulture, $"e-{relation}-{index}");
        return sent;
    }

    /// <summary>Every event once or more often.</summary>
    private static List<JsonObject> Shuffled(Random random, IReadOnlyList<JsonObject> events)
    {
        var all = events.Concat(events.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(all);
        return [.. all];
    }

    private static SandboxSwitches Switches(Random random) => new()
    {
        Overlong = (OverlongText)random.Next(2),
        Success = (SuccessForm)random.Next(3),
        EmptyLists = (EmptyListForm)random.Next(2),
        DottedCodes = random.Next(2) == 0,
        OutOfOrderFaults = random.Next(2) == 0,
    };

    /// <summary>Half the requests meet a fault, and half the time some minutes pass before the next.</summary>
    private static async Task TroubleAsync(Random random, World world, Host host)
    {
        if (random.Next(2) == 0)
        {
            var kinds = Enum.GetValues<FaultKind>().Except([FaultKind.SlowBefore, FaultKind.SlowAfter]).ToArray();
            var operations = new[] { "GetRelaties", "UpdateRelatie", "AddRelatie", "OpenSession" };
            world.Sandbox.Books.Faults.Add(new Fault(kinds[random.Next(kinds.Length)])
            {
                Operation = operations[random.Next(operations.Length)], Delay = TimeSpan.FromSeconds(random.Next(110)),
            });
        }

        if (random.Next(2) == 0)
        {
            await world.PassMinutesAsync(host, random.Next(1, 6));
        }
    }
#pragma warning restore CA5394

    /// <param name="random">Null for calls that all go well.</param>
    private static async Task<IReadOnlyList<string>> EndOfAsync(IEnumerable<JsonObject[]> requests, Random? random = null)
    {
        var (world, host) = await RelationEvents.StartAsync(random is null ? null : Switches(random));
        await using var _ = world;
        foreach (var request in requests)
        {
            if (random is not null)
            {
                await TroubleAsync(random, world, host);
            }

            var reply = await host.SendAsync(new JsonArray([.. request.Select(one => one.DeepClone())]));
            Assert.True(reply.Status is 200 || (random is not null && reply.Status is 202), reply.Body);
        }

        if (random is not null)
        {
            world.Sandbox.Books.Faults.Clear();
            await world.PassAsync(host, TimeSpan.FromHours(2), TimeSpan.FromMinutes(5));
            Assert.Empty(await host.DueRowsAsync());
        }

        var relations = (await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/relations")).Json["relations"]!.AsArray();
        Assert.All(relations, relation => Assert.Equal("current", relation!["state"]!.GetValue<string>()));
        foreach (var relation in relations)
        {
            Assert.Null((await host.RelationAsync(relation!["id"]!.GetValue<string>()))!["overwritten"]);
        }

        return [.. world.Books.Relations.OrderBy(relation => relation.Code, StringComparer.Ordinal).Select(Text)];
    }

    /// <summary>By REST a field that was never said is absent and one that was cleared is empty, which come to the same.</summary>
    private static string Text(SandboxRelation relation) =>
        $"{relation.Code}: {string.Join(", ", relation.Fields.Where(field => field.Key != "AddDatum" && field.Value.Length >= ApiChoice.Said(0, 1)).OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"))}";
}
