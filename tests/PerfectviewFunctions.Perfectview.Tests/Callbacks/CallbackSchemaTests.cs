using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Perfectview.Callbacks;
using PerfectviewFunctions.Perfectview.Tests.Callbacks.Support;
using PerfectviewFunctions.Perfectview.Tests.Schema;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks;

/// <summary>What is sent keeps to the published schema, and schema and document name the same.</summary>
public sealed class CallbackSchemaTests
{
    private const string File = "webhook-contract-payments.schema.json";
    private static readonly JsonSchema Schema = JsonSchema.Parse(ContractFiles.Document(File));
    private static readonly string Chapter = ContractFiles.Document("webhook-contract.md").Split("\n## Payments")[1].Split("\n## ")[0];

    public static TheoryData<string> Samples { get; } = [.. CallbackSamples.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_is_accepted(string sample) => Assert.True(Accepts(CallbackSamples.Read(sample)));

    [Fact]
    public void Whatever_is_sent_is_accepted() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(
            PaymentGenerators.Payment.ToArbitrary(), payment => Assert.True(Accepts(CallbackBody.Of(Support.Samples.Tenant, payment)))));

    [Theory]
    [InlineData("type", "\"invoice.sent\"")]
    [InlineData("timestamp", "\"2026-03-10T08:07:01+01:00\"")]
    [InlineData("timestamp", "1773130021")]
    [InlineData("data", "[]")]
    [InlineData("data/tenant", "\"Bakker\"")]
    [InlineData("data/invoiceNumber", "42")]
    [InlineData("data/invoiceNumber", "\"\"")]
    [InlineData("data/revision", "1.5")]
    [InlineData("data/revision", "-1")]
    [InlineData("data/state", "\"Paid\"")]
    [InlineData("data/state", "\"settled\"")]
    [InlineData("data/credit", "\"no\"")]
    [InlineData("data/currency", "\"USD\"")]
    [InlineData("data/amount", "\"121.00\"")]
    [InlineData("data/paid", "null")]
    [InlineData("data/open", "\"\"")]
    [InlineData("data/paidOn", "\"10-03-2026\"")]
    [InlineData("data/invoiceDate", "null")]
    [InlineData("data/dueDate", "\"2026-03-16T00:00:00Z\"")]
    [InlineData("data/mutationNumber", "\"4711\"")]
    [InlineData("data/mutationNumber", "0")]
    public void Body_outside_the_contract_is_refused(string path, string written)
    {
        var root = JsonNode.Parse(CallbackSamples.Read("payment-paid.json"))!;
        var parent = path.StartsWith("data/", StringComparison.Ordinal) ? root["data"]! : root;
        parent[path.Split('/')[^1]] = JsonNode.Parse(written);

        Assert.False(Schema.Accepts(JsonSerializer.SerializeToElement(root)));
    }

    [Fact]
    public void Required_is_what_every_body_has()
    {
        var bodies = CallbackSamples.Names.Select(name => JsonNode.Parse(CallbackSamples.Read(name))!["data"]!.AsObject().Select(field => field.Key).ToHashSet()).ToList();
        var required = Payment().GetProperty("required").EnumerateArray().Select(name => name.GetString()!);

        Assert.Equal(bodies.Aggregate((one, other) => [.. one.Intersect(other)]).Order(), required.Order());
        Assert.Equal(
            bodies.SelectMany(fields => fields).Distinct().Order(), Payment().GetProperty("properties").EnumerateObject().Select(field => field.Name).Order());
    }

    [Fact]
    public void Every_field_and_state_is_in_the_document()
    {
        var fields = Payment().GetProperty("properties").EnumerateObject().Select(field => field.Name).ToList();
        var states = Payment().GetProperty("properties").GetProperty("state").GetProperty("enum").EnumerateArray().Select(state => state.GetString()!).ToList();

        Assert.Equal(Enum.GetValues<PaymentState>().Length, states.Count);
        Assert.All(fields, field => Assert.Contains($"| `{field}` |", Chapter, StringComparison.Ordinal));
        Assert.All(states, state => Assert.Contains($"| `{state}` |", Chapter, StringComparison.Ordinal));
    }

    [Fact]
    public void Example_in_the_document_is_the_sample() => Assert.True(JsonNode.DeepEquals(
        JsonNode.Parse(CallbackSamples.Read("payment-partly-paid.json")), JsonNode.Parse(Chapter.Split("```json\n")[1].Split("```")[0])));

    private static bool Accepts(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        return Schema.Accepts(document.RootElement);
    }

    private static JsonElement Payment()
    {
        using var document = JsonDocument.Parse(ContractFiles.Document(File));
        return document.RootElement.GetProperty("$defs").GetProperty("payment").Clone();
    }
}
