using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Perfectview.Tests.Events;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Schema;

/// <summary>The published schema says what the reader does, as far as a schema can.</summary>
public sealed class ContractSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.Parse(ContractFiles.Document("webhook-contract.schema.json"));

    public static TheoryData<string> Samples { get; } = [.. ContractFiles.SampleNames];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_is_accepted_by_schema_and_reader(string sample)
    {
        var body = ContractFiles.Sample(sample);

        Assert.True(Accepts(body));
        Assert.All(Reading.Events(body), read => Assert.IsType<EventRead.Valid>(read));
    }

    [Theory]
    [MemberData(nameof(EventEdits.Valid), MemberType = typeof(EventEdits))]
    [MemberData(nameof(RelationEdits.Valid), MemberType = typeof(RelationEdits))]
    public void Event_within_the_contract_is_accepted(string sample, string pointer, string written) =>
        Assert.True(Accepts(ContractFiles.Edited(sample, pointer, written)));

    [Theory]
    [MemberData(nameof(EventEdits.Invalid), MemberType = typeof(EventEdits))]
    [MemberData(nameof(RelationEdits.Invalid), MemberType = typeof(RelationEdits))]
    public void Event_outside_the_contract_is_refused(string sample, string pointer, string written, string? faultPointer)
    {
        _ = faultPointer;
        Assert.False(Accepts(ContractFiles.Edited(sample, pointer, written)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("null")]
    [InlineData("[42]")]
    [InlineData("{}")]
    public void Body_without_events_is_refused(string body) => Assert.False(Accepts(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void More_than_100_events_are_refused()
    {
        var one = Encoding.UTF8.GetString(ContractFiles.Sample("invoice-high.json"));
        byte[] Many(int count) => Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(one, count))}]");

        Assert.True(Accepts(Many(100)));
        Assert.False(Accepts(Many(101)));
    }

    [Theory]
    [InlineData("invoice", "invoice-high.json", "/data/invoice")]
    [InlineData("invoiceLine", "invoice-high.json", "/data/invoice/lines/0")]
    [InlineData("relationFields", "invoice-high.json", "/data/relation")]
    [InlineData("relationFields", "relation-organisation.json", "/data/relation")]
    [InlineData("relationFields", "relation-person.json", "/data/relation")]
    [InlineData("relationFields", "relation-update.json", "/data/relation")]
    [InlineData("address", "invoice-high.json", "/data/relation/visitingAddress")]
    [InlineData("address", "relation-organisation.json", "/data/relation/invoiceAddress")]
    [InlineData("address", "relation-update.json", "/data/relation/postalAddress")]
    public void Length_in_the_schema_is_the_length_the_reader_takes(string definition, string sample, string pointer)
    {
        var fields = Definition(definition).GetProperty("properties").EnumerateObject()
            .Where(field => field.Value.TryGetProperty("maxLength", out _))
            .ToList();

        Assert.NotEmpty(fields);
        Assert.All(fields, field =>
        {
            var length = field.Value.GetProperty("maxLength").GetInt32();
            byte[] With(int count) => ContractFiles.Edited(sample, $"{pointer}/{field.Name}", $"\"{new string('x', count)}\"");

            Reading.Valid(With(length));
            Assert.Equal($"{pointer}/{field.Name}", Assert.Single(Reading.Faulty(With(length + 1)).Faults).Pointer);
        });
    }

    [Theory]
    [InlineData("event")]
    [InlineData("invoice")]
    [InlineData("vatTotal")]
    [InlineData("invoiceLine")]
    [InlineData("relationFields")]
    [InlineData("address")]
    public void Field_in_the_schema_is_in_the_document(string definition)
    {
        var document = ContractFiles.Document("webhook-contract.md");

        Assert.All(
            Definition(definition).GetProperty("properties").EnumerateObject().Where(field => field.Name != "data"),
            field => Assert.Contains($"`{field.Name}`", document, StringComparison.Ordinal));
    }

    [Fact]
    public void Type_of_event_in_the_schema_is_in_the_document()
    {
        var types = Definition("event").GetProperty("properties").GetProperty("type").GetProperty("enum").EnumerateArray().ToList();

        Assert.Equal(5, types.Count);
        Assert.All(
            types, type => Assert.Contains($"`{type.GetString()}`", ContractFiles.Document("webhook-contract.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void Schema_and_reader_agree_on_any_relation_event() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(RelationMess.Bodies.ToArbitrary(), body => Assert.Equal(Reading.One(body) is EventRead.Valid, Accepts(body))));

    private static JsonElement Definition(string name)
    {
        using var document = JsonDocument.Parse(ContractFiles.Document("webhook-contract.schema.json"));
        return document.RootElement.GetProperty("$defs").GetProperty(name).Clone();
    }

    private static bool Accepts(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        return Schema.Accepts(document.RootElement);
    }
}
