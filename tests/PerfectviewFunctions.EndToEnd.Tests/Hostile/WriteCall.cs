using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>A call that changes something, as it would be right, for tests to spoil.</summary>
/// <param name="Body">With every field that it takes; null for a call without a body.</param>
/// <param name="Instead">Fields that it takes too, but not beside all of those.</param>
/// <param name="NeedsVersion">Whether it names the version that was read.</param>
internal sealed record WriteCall(string Method, string Route, JsonObject? Body, bool NeedsVersion = false, JsonObject? Instead = null)
{
    private const string Person = "6b1f0a5e-0d5c-4d8f-9a52-000000000001";

    /// <summary>One for every endpoint of the API that changes something, by method and route.</summary>
    public static IReadOnlyDictionary<string, WriteCall> All { get; } = new WriteCall[]
    {
        new("POST", Routes.Tenants, new() { ["id"] = "nieuw", ["name"] = "Nieuw" }),
        new("POST", Routes.Retire, []),
        new("PUT", Routes.Credentials, Credentials(confirm: true), Instead: new() { ["token"] = SandboxDemo.ApiToken, ["administrationOf"] = "new" }),
        new("POST", Routes.ConnectionTest, Credentials(confirm: false), Instead: new() { ["token"] = SandboxDemo.ApiToken }),
        new("POST", Routes.Unlink, []),
        new("POST", Routes.WebhookSecret, new() { ["keepPreviousHours"] = 24 }),
        new("POST", Routes.ReadKey, []),
        new("DELETE", Routes.ReadKey, null),
        new("PATCH", Routes.Settings, AllSettings(), NeedsVersion: true),
        new("PUT", Routes.VatMappings, new() { ["rows"] = Rows(), ["retryUnblocked"] = false }, NeedsVersion: true),
        new("POST", Routes.Preview, new() { ["event"] = Events.Invoice("1"), ["rows"] = Rows(), ["settings"] = AllSettings() }),
        new("POST", Routes.Retry, new() { ["numbers"] = new JsonArray("1"), ["preview"] = false }),
        new("POST", Routes.Ignore, new() { ["number"] = "1", ["reason"] = "Staat er al." }),
        new("POST", Routes.RelationLink, new() { ["code"] = "10001", ["create"] = false }),
        new("POST", Routes.RelationRetry, []),
        new("POST", Routes.NamePreview, Name()),
        new("POST", Routes.ReadPayments, []),
        new("PUT", Routes.TenantPerson, new() { ["role"] = "viewer", ["name"] = "Anna" }),
        new("DELETE", Routes.TenantPerson, null),
        new("PUT", Routes.Operator, new() { ["name"] = "Anna" }),
        new("DELETE", Routes.Operator, null),
    }.ToDictionary(call => $"{call.Method} {call.Route}");

    /// <summary>Every field that it takes, with a value that belongs there.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Fields => Body!.Concat(Instead ?? []);

    public string Address(string tenant = HostileWorld.Linked) => "/" + Route
        .Replace("{tenant}", tenant, StringComparison.Ordinal)
        .Replace("{person}", Person, StringComparison.Ordinal)
        .Replace("{id}", "rel-1", StringComparison.Ordinal);

    /// <summary>The body as text, with something said of one of its fields instead of what belongs there; a field that is not there is added.</summary>
    public byte[] With(string field, string json)
    {
        var fields = Body!.Where(one => one.Key != field).Select(one => $"{JsonValue.Create(one.Key).ToJsonString()}:{one.Value?.ToJsonString() ?? "null"}");
        return Encoding.UTF8.GetBytes($"{{{string.Join(',', fields.Append($"\"{field}\":{json}"))}}}");
    }

    private static JsonObject Credentials(bool confirm)
    {
        var sent = new JsonObject
        {
            ["userName"] = SandboxDemo.UserName, ["securityCode1"] = SandboxDemo.SecurityCode1, ["securityCode2"] = SandboxDemo.SecurityCode2,
        };
        if (confirm)
        {
            sent["confirmOtherAdministration"] = false;
        }

        return sent;
    }

    private static JsonArray Rows() => [new JsonObject { ["category"] = "NL_HIGH", ["vatCode"] = "HOOG_VERK_21", ["account"] = "8000" }];

    private static JsonObject Name() => new()
    {
        ["type"] = "person", ["name"] = "", ["initials"] = "S.", ["firstName"] = "Sanne", ["middleName"] = "van der", ["lastName"] = "Berg",
    };

    private static JsonObject AllSettings() => new()
    {
        ["name"] = "Winkel",
        ["bookingsOn"] = true,
        ["bookingsFrom"] = "2026-01-01",
        ["relationsOn"] = false,
        ["personNames"] = "first-and-last",
        ["grouping"] = "per-line",
        ["inclusiveRounding"] = "per-category",
        ["debtorAccount"] = "1300",
        ["paymentTermDays"] = 14,
        ["description"] = "{number}",
        ["numberPrefix"] = "",
        ["paymentsOn"] = false,
        ["callbackAddress"] = "https://example.test/k",
        ["retentionDays"] = 90,
        ["webhookProof"] = "signature",
    };
}
