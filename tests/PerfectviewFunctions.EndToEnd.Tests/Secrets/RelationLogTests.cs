using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.EndToEnd.Tests.Secrets;

/// <summary>What a relation says of people stays in the store and the books: no log line has any of it, whatever goes wrong.</summary>
public sealed class RelationLogTests
{
    private static readonly Dictionary<string, JsonNode> Said = new()
    {
        ["name"] = "Zeldzaamnaam Q7x BV",
        ["contactPerson"] = "Contactzeldzaam Q7x",
        ["salutation"] = "Geachte Zeldzaam Q7x",
        ["phone"] = "0700-7771771",
        ["mobilePhone"] = "0600-8882882",
        ["email"] = "zeldzaam-q7x@relatie.example",
        ["invoiceEmail"] = "factuur-q7x@relatie.example",
        ["website"] = "https://q7x.relatie.example",
        ["vatNumber"] = "NL123456782B90",
        ["chamberOfCommerceNumber"] = "76543210",
        ["iban"] = "NL91ABNA0417164300",
        ["bic"] = "ABNANL2AXXX",
        ["note"] = "Notitiezeldzaam Q7x",
        ["visitingAddress"] = Address("Zeldzaamstraat", "771", "9876 QX", "Zeldzaamdorp"),
    };

    [Fact]
    public async Task Nothing_that_is_said_of_a_relation_shows_in_a_log_line()
    {
        var world = await World.CreateAsync();
        await using var _ = world;
        var host = await world.AddHostAsync(builder => builder.Logging.SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft", LogLevel.Trace));
        await world.AddTenantAsync("demo", RelationEvents.Settings);
        var books = world.Sandbox.Books;
        var minute = 0;

        // Made, changed, and each with all that can go wrong on the way.
        await SendAsync(Created("r-1", minute, "x", All()), "updated");
        foreach (var operation in new[] { "OpenSession", "GetRelaties", "UpdateRelatie" })
        {
            foreach (var kind in Enum.GetValues<FaultKind>().Except([FaultKind.SlowBefore, FaultKind.SlowAfter, FaultKind.CommitLater, FaultKind.Refuse]))
            {
                books.EndSessions();
                world.Books.ChangeRelation(world.OnlyRelation().Id, new Dictionary<string, string> { ["Telefoon"] = "0700-9993993" });
                books.Faults.Add(new Fault(kind) { Operation = operation, Delay = TimeSpan.FromMilliseconds(1) });
                await SendAsync(Updated("r-1", ++minute, new JsonObject { ["phone"] = "0700-7771771", ["note"] = $"Notitiezeldzaam Q7x {minute}" }), null);
                await world.PassMinutesAsync(host, 12);
                books.Faults.Clear();
            }
        }

        books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "UpdateRelatie", Code = "CREL999" });
        await SendAsync(Updated("r-1", ++minute, new JsonObject { ["phone"] = "0700-8882882" }), "needs-attention");

        // Held back, refused and used again.
        await SendAsync(Created("r-2", 0, "Zeldzaamnaam Q7x BV", All()), null);
        await host.ChooseAsync("r-2", null);
        await SendAsync(Updated("r-1", ++minute, new JsonObject { ["iban"] = "NL00ABNA0417164300", ["email"] = "zeldzaam-q7x", ["phone"] = 7007771771 }), "refused");
        await SendAsync(Created("r-1", 0, "Zeldzaamnaam Q7x BV", new JsonObject { ["phone"] = "0700-7771771" }), "refused");
        foreach (var address in new[] { "relations", "relations/r-1", "relations?held=true", "attention", "history" })
        {
            Assert.Equal(200, (await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/" + address)).Status);
        }

        await host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/name-preview", new JsonObject { ["lastName"] = "Zeldzaamnaam Q7x BV" });

        Assert.Contains(host.Logs.Lines, line => line.Contains("stands in the books as Perfectview has it", StringComparison.Ordinal));
        foreach (var part in new[]
        {
            "q7x", "zeldzaam", "7771771", "8882882", "9993993", "@relatie", "123456782", "76543210", "0417164300", "ABNANL2A",
            "9876 QX", "9876QX",
        })
        {
            Assert.All(host.Logs.Lines, line => Assert.False(line.Contains(part, StringComparison.OrdinalIgnoreCase), $"{part}: {line}"));
        }

        async Task SendAsync(JsonObject sent, string? outcome)
        {
            var reply = await host.SendAsync(sent);
            Assert.True(outcome is null || reply.Outcome == outcome, reply.Body);
        }
    }

    private static JsonObject All()
    {
        var all = new JsonObject();
        foreach (var (name, value) in Said)
        {
            all[name] = value.DeepClone();
        }

        return all;
    }
}
