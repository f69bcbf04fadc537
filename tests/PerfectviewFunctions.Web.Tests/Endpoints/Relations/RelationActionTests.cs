using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Endpoints.Relations;

/// <summary>A person says which debtor it is, or has it tried again.</summary>
public sealed class RelationActionTests
{
    private const string Address = "/api/tenants/demo/relations/rel-1";
    private const string AnyChoice = """{"create":true}""";

    /// <summary>Has the code of the invoices' debtor, and nothing else that agrees with it.</summary>
    private static readonly BookedDebtor Stranger = new(7, "K100", "Een Vreemde", "9999 ZZ", "", "", "");

    [Fact]
    public async Task Chosen_candidate_is_linked_and_the_invoices_that_waited_are_booked_on_it()
    {
        await using var scene = await WaitingAsync();
        var before = (await scene.GetAsync("/api/tenants/demo/relations?held=true")).Json["relations"]!.AsArray().Single()!;

        var answer = await scene.PostAsync(Address + "/link", """{"code":"K100"}""");

        Assert.Equal(("rel-1", "needs-attention", "doubtful"), ((string?)before["id"], (string?)before["state"], (string?)before["link"]!["state"]));
        Assert.Equal("debtor-ambiguous", (string?)before["reason"]!["code"]);
        Assert.Equal("""[{"code":"K100","name":"Een Vreemde","postalCode":"9999 ZZ"}]""", before["candidates"]!.ToJsonString());
        Assert.Equal("""["link","retry"]""", before["actions"]!.ToJsonString());
        Assert.Equal(200, answer.Status);
        Assert.Equal(("current", "linked", "K100"), LinkIn(answer));
        Assert.Equal(
            ["F-1 retried booked 1", "F-2 retried booked 2"],
            answer.Json["invoices"]!.AsArray().Select(one => $"{one!["number"]} {one["outcome"]} {one["state"]} {one["mutationNumber"]}").Order(StringComparer.Ordinal));
        Assert.All(scene.Books.Bookings, booking => Assert.Equal("K100", booking.DebtorCode));
        Assert.Equal("""{"relations":[]}""", (await scene.GetAsync("/api/tenants/demo/relations?held=true")).Body);
    }

    [Fact]
    public async Task New_one_is_created_where_it_is_none_of_them()
    {
        await using var scene = await WaitingAsync();

        var answer = await scene.PostAsync(Address + "/link", """{"create":true}""");

        Assert.Equal(200, answer.Status);
        Assert.Equal(("current", "linked"), (LinkIn(answer).State, LinkIn(answer).Link));
        Assert.Equal(2, scene.Books.Debtors.Count);
        Assert.Equal(scene.Books.Debtors[1].Code, LinkIn(answer).Code);
        Assert.All(scene.Books.Bookings, booking => Assert.Equal(scene.Books.Debtors[1].Code, booking.DebtorCode));
    }

    [Theory]
    [InlineData("""{"code":"K101"}""", "no-such-candidate")]
    [InlineData("""{"code":"k100"}""", "no-such-candidate")]
    public async Task Code_that_is_no_candidate_is_refused_with_those_that_are(string json, string reason)
    {
        await using var scene = await WaitingAsync();

        var answer = await scene.PostAsync(Address + "/link", json);

        Assert.Equal((409, reason), (answer.Status, answer.ReasonCode));
        Assert.Contains("K100", (string)answer.Json["reason"]!["nl"]!, StringComparison.Ordinal);
        Assert.Empty(scene.Books.Bookings);
    }

    [Fact]
    public async Task Second_choice_is_refused_since_nothing_is_in_doubt_any_more()
    {
        await using var scene = await WaitingAsync();
        await scene.PostAsync(Address + "/link", """{"code":"K100"}""");

        var (chosen, tried) = (await scene.PostAsync(Address + "/link", AnyChoice), await scene.PostAsync(Address + "/retry"));

        Assert.Equal((409, "no-choice-open"), (chosen.Status, chosen.ReasonCode));
        Assert.Equal((409, "nothing-to-retry"), (tried.Status, tried.ReasonCode));
    }

    [Theory]
    [InlineData("{}", 422)]
    [InlineData("""{"create":false}""", 422)]
    [InlineData("""{"code":null,"create":null}""", 422)]
    [InlineData("""{"code":"K100","create":true}""", 422)]
    [InlineData("""{"code":" "}""", 422)]
    [InlineData("""{"code":"1234567890123456"}""", 422)]
    [InlineData("""{"code":"a\u0000b"}""", 422)]
    [InlineData("""{"code":10001}""", 400)]
    [InlineData("""{"create":"true"}""", 400)]
    [InlineData("""{"kode":"K100"}""", 400)]
    [InlineData("[]", 400)]
    public async Task Choice_that_is_none_is_refused_and_leaves_all_as_it_was(string json, int status)
    {
        await using var scene = await WaitingAsync();

        var answer = await scene.PostAsync(Address + "/link", json);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 422 ? ["/code"] : [], answer.Pointers);
        Assert.Equal("doubtful", (string?)(await scene.GetAsync(Address)).Json["link"]!["state"]);
    }

    [Fact]
    public async Task Code_beside_create_that_is_not_wanted_is_a_choice()
    {
        await using var scene = await WaitingAsync();

        var answer = await scene.PostAsync(Address + "/link", """{"code":" K100 ","create":false}""");

        Assert.Equal((200, "K100"), (answer.Status, LinkIn(answer).Code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public async Task Retry_looks_again_whether_sent_with_an_empty_body_or_none(string? json)
    {
        await using var scene = await WaitingAsync();

        var still = await scene.PostAsync(Address + "/retry", json);

        Assert.Equal(200, still.Status);
        Assert.Equal("doubtful", LinkIn(still).Link);
        Assert.Equal(
            ["F-1 retried needs-attention", "F-2 retried needs-attention"],
            still.Json["invoices"]!.AsArray().Select(one => $"{one!["number"]} {one["outcome"]} {one["state"]}").Order(StringComparer.Ordinal));
        Assert.All(still.Json["invoices"]!.AsArray(), one => Assert.Equal("debtor-ambiguous", (string?)one!["reason"]!["code"]));
    }

    [Theory]
    [InlineData("""{"code":"K100"}""")]
    [InlineData("[]")]
    [InlineData(" ")]
    [InlineData("")]
    public async Task Retry_takes_nothing_else(string json)
    {
        await using var scene = await WaitingAsync();

        Assert.Equal(400, (await scene.PostAsync(Address + "/retry", json)).Status);
    }

    [Fact]
    public async Task Tenant_that_is_not_linked_any_more_can_be_looked_at_only()
    {
        await using var scene = await KestrelScene.StartAsync();
        var parted = await scene.TenantAsync("parted");
        await scene.PlantDoubtfulAsync(parted, "rel-1");
        await scene.GrantAnnaAsync("parted");
        var address = Address.Replace("demo", "parted", StringComparison.Ordinal);

        var (seen, chosen, tried) = (await scene.GetAsync(address), await scene.PostAsync(address + "/link", AnyChoice), await scene.PostAsync(address + "/retry"));

        Assert.Equal(("doubtful", "[]"), ((string?)seen.Json["link"]!["state"], seen.Json["actions"]!.ToJsonString()));
        Assert.Equal((409, "not-linked", 409, "not-linked"), (chosen.Status, chosen.ReasonCode, tried.Status, tried.ReasonCode));
    }

    [Fact]
    public async Task Choice_stands_in_the_history_with_who_made_it()
    {
        await using var scene = await WaitingAsync();

        await scene.PostAsync(Address + "/link", """{"code":"K100"}""");

        var entries = (await scene.GetAsync("/api/tenants/demo/history")).Json["entries"]!.AsArray();
        var entry = Assert.Single(entries, one => (string?)one!["kind"] == "debtor-chosen")!;
        Assert.Contains("Anna", (string)entry["by"]!, StringComparison.Ordinal);
        Assert.Equal("relation rel-1, code K100", string.Join(", ", entry["changes"]!.AsArray().Select(change => $"{change!["field"]} {change["new"]}")));
    }

    private static (string? State, string? Link, string? Code) LinkIn(Called answer)
    {
        var relation = answer.Json["relation"]!;
        return ((string?)relation["state"], (string?)relation["link"]!["state"], (string?)relation["link"]!["code"]);
    }

    /// <summary>Two invoices wait since their debtor may be a stranger in the books.</summary>
    private static async Task<KestrelScene> WaitingAsync()
    {
        var scene = await KestrelScene.StartAsync();
        scene.Books.Debtors.Add(Stranger);
        foreach (var number in new[] { "F-1", "F-2" })
        {
            var answer = await scene.SendAsync(Invoice(number).ToJsonString());
            Assert.Equal("needs-attention", (string?)answer.Json["results"]![0]!["outcome"]);
        }

        return scene;
    }

    private static JsonObject Invoice(string number) => new()
    {
        ["id"] = "evt-" + number,
        ["type"] = "invoice.sent",
        ["occurredAt"] = "2026-03-02T09:00:00+01:00",
        ["data"] = new JsonObject
        {
            ["invoice"] = new JsonObject
            {
                ["number"] = number,
                ["date"] = "2026-03-02",
                ["total"] = 121.00m,
                ["vatTotals"] = new JsonArray(new JsonObject { ["category"] = "NL_HIGH", ["net"] = 100.00m, ["vat"] = 21.00m }),
            },
            ["relation"] = new JsonObject { ["id"] = "rel-1", ["type"] = "organisation", ["name"] = "Bakkerij De Korenbloem", ["code"] = "K100" },
        },
    };
}
