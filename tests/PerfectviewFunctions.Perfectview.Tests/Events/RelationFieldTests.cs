using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>Each field of a relation event: left out, cleared, set, and wrong.</summary>
public sealed class RelationFieldTests
{
    private static readonly string[] Samples = ["relation-organisation.json", "relation-person.json", "relation-update.json"];
    private static readonly string[] Clearing = ["null", "\"\"", "\"  \"", "\"\\t\\u0007\\uffff\""];
    private static readonly string[] ClearingAddress = ["null", "{}", "{\"street\":null}", "{\"street\":\"\",\"city\":\" \\u0007\",\"unknown\":\"x\"}"];

    public static TheoryData<string, RelationField> Fields { get; } = EachWithEach(Samples, RelationFieldNames.All);

    [Theory]
    [MemberData(nameof(Fields))]
    public void Field_left_out_is_not_mentioned(string sample, RelationField field)
    {
        if (IsLeading(sample, field))
        {
            Assert.Equal(Pointer(field), Assert.Single(Reading.Faulty(ContractFiles.Edited(sample, Pointer(field), "(removed)")).Faults).Pointer);
            return;
        }

        var change = Read(sample, field, "(removed)");

        Assert.DoesNotContain(field, change.Mentioned);
        Assert.Null(RelationFieldNames.ValueOf(field, change.Said));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Field_of_null_or_blank_is_mentioned_with_null(string sample, RelationField field) =>
        Assert.All(RelationFieldNames.IsAddress(field) ? ClearingAddress : Clearing, written =>
        {
            if (IsLeading(sample, field))
            {
                Assert.Equal(Pointer(field), Assert.Single(Reading.Faulty(ContractFiles.Edited(sample, Pointer(field), written)).Faults).Pointer);
                return;
            }

            var change = Read(sample, field, written);

            Assert.Contains(field, change.Mentioned);
            Assert.Null(RelationFieldNames.ValueOf(field, change.Said));
        });

    [Theory]
    [MemberData(nameof(Fields))]
    public void Field_with_a_value_is_mentioned_with_it(string sample, RelationField field)
    {
        var (written, value) = field switch
        {
            RelationField.Gender => ("\"v\"", "v"),
            _ when RelationFieldNames.IsAddress(field) => (
                "{\"street\":\"S\",\"streetNumber\":\"1\\u0000\",\"streetSuffix\":\"a\",\"postalCode\":\"P\",\"city\":\" C\",\"country\":\"\"}",
                (object)new AddressDetails("S", "1\0", "a", "P", " C", null)),
            _ => ("\" Één\\r\\n\\u0007twee \"", " Één\r\n\atwee "),
        };

        var change = Read(sample, field, written);

        Assert.Contains(field, change.Mentioned);
        var isNameOfPerson = field == RelationField.Name && change.Said.IsPerson;
        Assert.Equal(isNameOfPerson ? null : value, RelationFieldNames.ValueOf(field, change.Said));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Field_changes_nothing_but_itself(string sample, RelationField field)
    {
        var before = Reading.Relation(ContractFiles.Sample(sample)).Change;
        var after = Read(sample, field, RelationFieldNames.IsAddress(field) ? "{\"city\":\"Elders\"}" : "\"m\"");

        Assert.Equal(before.Mentioned.Append(field).Distinct().Order(), after.Mentioned.Order());
        Assert.All(
            RelationFieldNames.All.Where(other => other != field),
            other => Assert.Equal(RelationFieldNames.ValueOf(other, before.Said), RelationFieldNames.ValueOf(other, after.Said)));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Field_of_another_kind_is_a_fault_where_it_stands(string sample, RelationField field) =>
        Assert.All(
            ["7", "true", "[]", RelationFieldNames.IsAddress(field) ? "\"\"" : "{}"],
            written => Assert.Equal(Pointer(field), Assert.Single(Reading.Faulty(ContractFiles.Edited(sample, Pointer(field), written)).Faults).Pointer));

    private static RelationChange Read(string sample, RelationField field, string written) =>
        Reading.Relation(ContractFiles.Edited(sample, Pointer(field), written)).Change;

    private static string Pointer(RelationField field) => "/data/relation/" + RelationFieldNames.NameOf(field);

    /// <summary>Whether a new relation goes by the name in this field.</summary>
    private static bool IsLeading(string sample, RelationField field) => (sample, field) is
        ("relation-organisation.json", RelationField.Name) or ("relation-person.json", RelationField.LastName);

    private static TheoryData<string, RelationField> EachWithEach(IEnumerable<string> samples, IReadOnlyList<RelationField> fields)
    {
        var data = new TheoryData<string, RelationField>();
        foreach (var (sample, field) in samples.SelectMany(sample => fields.Select(field => (sample, field))))
        {
            data.Add(sample, field);
        }

        return data;
    }
}
