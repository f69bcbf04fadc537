using System.Text.Json;
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
    public void Event_within_the_contract_is_accepted(string sample, string pointer, string written) =>
        Assert.True(Accepts(ContractFiles.Edited(sample, pointer, written)));

    [Theory]
    [MemberData(nameof(EventEdits.Invalid), MemberType = typeof(EventEdits))]
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
    public void Body_without_events_is_refused(string body) => Assert.False(Accepts(System.Text.Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void More_than_100_events_are_refused()
    {
        var one = System.Text.Encoding.UTF8.GetString(ContractFiles.Sample("invoice-high.json"));
        byte[] Many(int count) => System.Text.Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(one, count))}]");

        Assert.True(Accepts(Many(100)));
        Assert.False(Accepts(Many(101)));
    }

    private static bool Accepts(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        return Schema.Accepts(document.RootElement);
    }
}
