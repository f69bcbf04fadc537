using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>Makes relation events as Perfectview sends them, and looks at what came of them.</summary>
internal static class RelationEvents
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The demo tenant's settings with relation changes switched on.</summary>
    public static TenantSettings Settings { get; } = World.Settings with { RelationsOn = true };

    public static Task<(World World, Host Host)> StartAsync(SandboxSwitches? switches = null, TenantSettings? settings = null) =>
        World.StartAsync(switches, settings ?? Settings);

    /// <param name="minute">When it happened, in minutes of the same morning.</param>
    public static JsonObject Created(string id, int minute, string name, JsonObject? more = null) =>
        Event("created", id, minute, With(new JsonObject { ["type"] = "organisation", ["name"] = name }, more));

    public static JsonObject Updated(string id, int minute, JsonObject changes) => Event("updated", id, minute, changes);

    public static JsonObject Deleted(string id, int minute) => Event("deleted", id, minute, []);

    public static JsonObject Event(string what, string id, int minute, JsonObject relation)
    {
        relation["id"] = id;
        return new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{what}-{id}-{minute}"),
            ["type"] = "relation." + what,
            ["occurredAt"] = Start.AddMinutes(minute).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["data"] = new JsonObject { ["relation"] = relation },
        };
    }

    public static JsonObject Address(string street, string number, string postalCode, string city) => new()
    {
        ["street"] = street, ["streetNumber"] = number, ["postalCode"] = postalCode, ["city"] = city, ["country"] = "Nederland",
    };

    /// <summary>A relation as the API shows it; null when it knows none.</summary>
    public static async Task<JsonNode?> RelationAsync(this Host host, string id, string tenant = "demo") =>
        await host.ApiAsync(HttpMethod.Get, $"/api/tenants/{tenant}/relations/{Uri.EscapeDataString(id)}") is { Status: 200 } found ? found.Json : null;

    /// <summary>A person chooses: a code, or null for a new relation.</summary>
    public static Task<ApiReply> ChooseAsync(this Host host, string id, string? code, string tenant = "demo") => host.ApiAsync(
        HttpMethod.Post,
        $"/api/tenants/{tenant}/relations/{Uri.EscapeDataString(id)}/link",
        code is null ? new JsonObject { ["create"] = true } : new JsonObject { ["code"] = code });

    /// <summary>The calls that reached the books, without those about sessions.</summary>
    public static string CallsAboutBooks(this World world) => string.Join(
        ' ', world.Sandbox.Books.Calls.Steps().Where(operation => !operation.Contains("Session", StringComparison.Ordinal)));

    /// <summary>What the books say of the one relation in them, by the names of the wire.</summary>
    public static SandboxRelation OnlyRelation(this World world) => Xunit.Assert.Single(world.Books.Relations);

    private static JsonObject With(JsonObject relation, JsonObject? more)
    {
        foreach (var (name, value) in more ?? [])
        {
            relation[name] = value?.DeepClone();
        }

        return relation;
    }
}
