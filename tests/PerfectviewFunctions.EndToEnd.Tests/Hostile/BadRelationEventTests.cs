using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>Relation events that do not keep the contract: refused by pointer, stored as such, and without a trace in relations or books.</summary>
public sealed class BadRelationEventTests(HostileWorld hostile) : IClassFixture<HostileWorld>
{
    private static int events;

    public static TheoryData<string, string> Faults { get; } = new()
    {
        { "/data/relation/id", "\"id\":null" },
        { "/data/relation/id", "\"id\":\"\"" },
        { "/data/relation/id", "\"id\":\" r\"" },
        { "/data/relation/id", "\"id\":\"r\\u00a0\"" },
        { "/data/relation/id", "\"id\":7" },
        { "/data/relation/id", "\"id\":[\"r\"]" },
        { "/data/relation/id", "\"id\":\"r\\u0000\"" },
        { "/data/relation/id", "\"id\":\"r\\ud800\"" },
        { "/data/relation/id", "\"id\":\"r\\uffff\"" },
        { "/data/relation/id", $"\"id\":\"{new string('x', 65)}\"" },
        { "/data/relation/id", "\"id\":\"r\",\"i\\u0064\":\"r\"" },
        { "/data/relation/type", "\"id\":\"r\",\"type\":null" },
        { "/data/relation/type", "\"id\":\"r\",\"type\":\"Person\"" },
        { "/data/relation/type", "\"id\":\"r\",\"type\":[]" },
        { "/data/relation/name", "\"id\":\"r\",\"type\":\"organisation\",\"name\":null" },
        { "/data/relation/name", "\"id\":\"r\",\"type\":\"organisation\",\"name\":\"\\u0000 \"" },
        { "/data/relation/lastName", "\"id\":\"r\",\"type\":\"person\",\"lastName\":\"\"" },
        { "/data/relation/name", "\"id\":\"r\",\"name\":{\"nl\":\"x\"}" },
        { "/data/relation/phone", "\"id\":\"r\",\"phone\":[\"020-1\",\"020-2\"]" },
        { "/data/relation/phone", "\"id\":\"r\",\"phone\":20123456" },
        { "/data/relation/phone", "\"id\":\"r\",\"phone\":\"1\",\"phone\":\"2\"" },
        { "/data/relation/iban", "\"id\":\"r\",\"iban\":false" },
        { "/data/relation/gender", "\"id\":\"r\",\"gender\":\"x\"" },
        { "/data/relation/visitingAddress", "\"id\":\"r\",\"visitingAddress\":\"Kade 1\"" },
        { "/data/relation/visitingAddress", "\"id\":\"r\",\"visitingAddress\":[]" },
        { "/data/relation/visitingAddress", "\"id\":\"r\",\"visitingAddress\":[{\"street\":\"Kade\"}]" },
        { "/data/relation/postalAddress/streetNumber", "\"id\":\"r\",\"postalAddress\":{\"streetNumber\":1}" },
        { "/data/relation/postalAddress/city", "\"id\":\"r\",\"postalAddress\":{\"city\":\"a\",\"city\":\"b\"}" },
        { "/data/relation/invoiceAddress/street", $"\"id\":\"r\",\"invoiceAddress\":{{\"street\":\"{new string('x', 151)}\"}}" },
        { "/data/relation/note", $"\"id\":\"r\",\"note\":\"{new string('x', 4001)}\"" },
        { "/data/relation/note", $"\"id\":\"r\",\"note\":\"{new string('x', 250 * 1024)}\"" },
        { "/data/relation/note", $"\"id\":\"r\",\"note\":[{string.Join(',', Enumerable.Repeat("[]", 80_000))}]" },
        { "/data/relation/email", $"\"id\":\"r\",\"email\":{{{string.Join(',', Enumerable.Range(0, 15_000).Select(index => $"\"f{index}\":null"))}}}" },
        { "/data/relation/x", "\"id\":\"r\",\"x\":\"\\udc00\"" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Faulty_relation_event_is_refused_by_its_pointer_and_leaves_no_relation(string pointer, string relation)
    {
        var (id, calls) = (Next(), hostile.World.Sandbox.Books.Calls.Total);
        var body = $"{{\"id\":\"{id}\",\"type\":\"relation.updated\",\"occurredAt\":\"2026-03-02T08:00:00Z\",\"data\":{{\"relation\":{{{relation}}}}}}}";

        var reply = await hostile.Host.SendAsync(Encoding.UTF8.GetBytes(body));

        Assert.True(reply.Status == 400, $"{reply.Status} {reply.Body}");
        Assert.Equal(pointer, Assert.Single(reply.Results[0]!["faults"]!.AsArray())!["pointer"]!.GetValue<string>());
        Assert.InRange(reply.Body.Length, 1, 3000);
        await AssertNothingCameOfItAsync(id, calls);
    }

    [Theory]
    [InlineData("/data", "7")]
    [InlineData("/data", "null")]
    [InlineData("/data", "[{\"relation\":{\"id\":\"r\"}}]")]
    [InlineData("/data/relation", "{}")]
    [InlineData("/data/relation", "{\"relation\":null}")]
    [InlineData("/data/relation", "{\"relation\":[]}")]
    [InlineData("/data/relation", "{\"relation\":\"r\"}")]
    [InlineData("/data/relation", "{\"relation\":{\"id\":\"r\"},\"relation\":{\"id\":\"r\"}}")]
    public async Task Relation_event_without_a_relation_is_refused_whatever_its_type(string pointer, string data)
    {
        foreach (var type in new[] { "created", "updated", "deleted" })
        {
            var (id, calls) = (Next(), hostile.World.Sandbox.Books.Calls.Total);

            var reply = await hostile.Host.SendAsync(Encoding.UTF8.GetBytes(
                $"{{\"id\":\"{id}\",\"type\":\"relation.{type}\",\"occurredAt\":\"2026-03-02T08:00:00Z\",\"data\":{data}}}"));

            Assert.True(reply.Status == 400, reply.Body);
            Assert.Contains(reply.Results[0]!["faults"]!.AsArray(), fault => fault!["pointer"]!.GetValue<string>() == pointer);
            await AssertNothingCameOfItAsync(id, calls);
        }
    }

    [Fact]
    public async Task Note_that_makes_the_event_too_large_is_a_request_too_large_and_leaves_nothing()
    {
        var sent = RelationEvents.Updated("r-9", 0, new JsonObject { ["note"] = new string('x', 256 * 1024) });

        await hostile.ProblemAsync(413, () => hostile.Host.SendAsync(sent));
    }

    private static string Next() => "BR-" + Interlocked.Increment(ref events).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task AssertNothingCameOfItAsync(string id, int calls)
    {
        Assert.Equal(calls, hostile.World.Sandbox.Books.Calls.Total);
        Assert.DoesNotContain(StoreDump.Of(hostile.World), row => row.StartsWith("tenant:demo relation:", StringComparison.Ordinal));
        hostile.World.Clock.Advance(TimeSpan.FromSeconds(1)); // so that the newest is the first
        var listed = (await hostile.Host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/attention")).Json["events"]!.AsArray();
        Assert.Equal(id, listed[0]!["id"]?.GetValue<string>());
    }
}
