using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Perfectview.Events;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>What is wrong with an event, told one by one: the pointer and the sentence.</summary>
public sealed class EventFaultTests
{
    [Theory]
    [MemberData(nameof(EventEdits.Valid), MemberType = typeof(EventEdits))]
    [MemberData(nameof(RelationEdits.Valid), MemberType = typeof(RelationEdits))]
    public void Event_within_the_contract_is_valid(string sample, string pointer, string written) =>
        Reading.Valid(ContractFiles.Edited(sample, pointer, written));

    [Theory]
    [MemberData(nameof(EventEdits.Invalid), MemberType = typeof(EventEdits))]
    [MemberData(nameof(EventEdits.InvalidToReaderOnly), MemberType = typeof(EventEdits))]
    [MemberData(nameof(RelationEdits.Invalid), MemberType = typeof(RelationEdits))]
    [MemberData(nameof(RelationEdits.InvalidToReaderOnly), MemberType = typeof(RelationEdits))]
    public void Event_outside_the_contract_has_one_fault_where_it_lies(string sample, string pointer, string written, string? faultPointer)
    {
        var faulty = Reading.Faulty(ContractFiles.Edited(sample, pointer, written));

        var fault = Assert.Single(faulty.Faults);
        Assert.Equal(faultPointer ?? pointer, fault.Pointer);
        Assert.Matches("^(Found|Missing).*expected.*\\.$", fault.Message);
    }

    [Theory]
    [InlineData("/data/invoice/total", "\"121.00\"", "Found the text \"121.00\"; expected a number from -999999999.99 to 999999999.99 with at most 2 decimals.")]
    [InlineData("/data/invoice/total", "1e400", "Found 1e400; expected a number from -999999999.99 to 999999999.99 with at most 2 decimals.")]
    [InlineData("/data/invoice/total", "(removed)", "Missing; expected a number from -999999999.99 to 999999999.99 with at most 2 decimals.")]
    [InlineData("/data/invoice/date", "null", "Found null; expected a date such as \"2026-03-02\", from 1980 to 2049.")]
    [InlineData("/data/invoice/date", "\"2026-02-30\"", "Found the text \"2026-02-30\"; expected a date such as \"2026-03-02\", from 1980 to 2049.")]
    [InlineData("/data/invoice/vatTotals", "[]", "Found an array of 0; expected an array of 1 to 50 objects.")]
    [InlineData("/data/invoice/creditOf", "\"1\"", "Found the text \"1\"; expected it only with the type \"invoice.credited\".")]
    [InlineData("/type", "\"invoice.paid\"", "Found the text \"invoice.paid\"; expected \"invoice.sent\", \"invoice.credited\", \"relation.created\", \"relation.updated\" or \"relation.deleted\".")]
    [InlineData("/data/invoice/reference", "\"a\\u0007\\u202eb\"", "Found the text \"a\uFFFD\uFFFDb\" with the character U+0007; expected text of at most 200 characters, without control characters.")]
    [InlineData("/data/relation/name", "\"\\u0007\"", "Found a blank text; expected text of at most 200 characters.")]
    public void Fault_says_what_was_found_and_what_is_expected(string pointer, string written, string message) =>
        Assert.Equal(message, Assert.Single(Reading.Faulty(ContractFiles.Edited("invoice-high.json", pointer, written)).Faults).Message);

    [Fact]
    public void Credit_above_zero_is_told_with_its_total() =>
        Assert.Equal(
            "Found 1210.5; expected at most 0, since this is a credit invoice.",
            Assert.Single(Reading.Faulty(ContractFiles.Edited("invoice-credit.json", "/data/invoice/total", "1210.50")).Faults).Message);

    [Theory]
    [InlineData("/data/invoice/currency", "\"{0}\"")]
    [InlineData("/data/invoice/number", "\"{0}\"")]
    [InlineData("/data/invoice/date", "\"{0}\"")]
    [InlineData("/data/invoice/total", "1{1}")]
    public void Fault_repeats_at_most_60_characters(string pointer, string form)
    {
        var written = form
            .Replace("{0}", string.Concat(Enumerable.Repeat("😀x", 500)), StringComparison.Ordinal)
            .Replace("{1}", new string('0', 500), StringComparison.Ordinal);

        var message = Assert.Single(Reading.Faulty(ContractFiles.Edited("invoice-high.json", pointer, written)).Faults).Message;

        Assert.Contains("…", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 60, 300);
        Assert.DoesNotContain("\uFFFD", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_an_event_is_told()
    {
        var body = """
            { "id": "", "type": "invoice.credited", "occurredAt": "yesterday",
              "data": { "invoice": { "number": "2026-0042", "date": "2026-02-30", "total": 1,
                        "lines": [ { "vatCategory": "NL_HIGH", "unitPrice": 1 }, { "unitPrice": "1" }, 7 ] },
                        "relation": { "id": "r", "type": "person", "gender": "x" } } }
            """;

        var faulty = Reading.Faulty(body);

        Assert.Equal(
            [
                "/id", "/occurredAt", "/data/relation/lastName", "/data/relation/gender", "/data/invoice/date", "/data/invoice/total",
                "/data/invoice/lines/1/unitPrice", "/data/invoice/lines/1/vatCategory", "/data/invoice/lines/2",
            ],
            faulty.Faults.Select(fault => fault.Pointer));
        Assert.Equal(new EventFacts(null, "invoice.credited", null, "2026-0042"), faulty.Facts);
    }

    [Fact]
    public void No_more_than_50_faults_are_told()
    {
        var lines = string.Join(',', Enumerable.Repeat("{}", 1000));

        var faulty = Reading.Faulty(ContractFiles.Edited("invoice-high.json", "/data/invoice/lines", $"[{lines}]"));

        Assert.Equal(WebhookLimits.FaultsPerEvent, faulty.Faults.Count);
    }

    [Theory]
    [InlineData("lines", 1000)]
    [InlineData("vatTotals", 50)]
    public void Rows_are_taken_up_to_their_limit(string name, int most)
    {
        const string row = """{"vatCategory":"NL_HIGH","unitPrice":1,"category":"NL_HIGH","net":1,"vat":0.21}""";
        byte[] With(int count) => ContractFiles.Edited(
            "invoice-high.json", "/data/invoice/" + name, $"[{string.Join(',', Enumerable.Repeat(row, count))}]");

        Assert.IsType<EventRead.Valid>(Reading.One(With(most)));
        Assert.Equal("/data/invoice/" + name, Assert.Single(Reading.Faulty(With(most + 1)).Faults).Pointer);
    }

    [Theory]
    [InlineData("""{"id":"1","id":"2"}""", "/id", null, null)]
    [InlineData("""{"id":"1","\u0069d":"1"}""", "/id", null, null)]
    [InlineData("""{"id":"1","data":{"invoice":{"number":"7"}},"data":{}}""", "/data", "1", null)]
    [InlineData("""{"id":"1","data":{"invoice":{"number":"7","total":1,"total":2}}}""", "/data/invoice/total", "1", "7")]
    [InlineData("""{"id":"1","x~y/z":[0,{"a":1,"a":1}]}""", "/x~0y~1z/1/a", "1", null)]
    public void Field_that_stands_twice_is_a_fault_and_has_no_value(string body, string pointer, string? id, string? number)
    {
        var faulty = Reading.Faulty(body);

        Assert.Contains(new EventFault(pointer, $"Found the field \"{pointer.Split('/')[^1]}\" more than once; expected each field once."), faulty.Faults);
        Assert.Single(faulty.Faults, fault => fault.Pointer == pointer);
        Assert.Equal((id, number), (faulty.Facts.Id, faulty.Facts.InvoiceNumber));
    }

    [Fact]
    public void Name_that_can_not_be_shown_points_to_its_object()
    {
        var name = new string('n', 10_000);

        var faults = Reading.Faulty($$"""{ "data": { "{{name}}": 1, "{{name}}": 2, "half \ud800": 3 } }""").Faults;

        Assert.Contains(faults, fault => fault.Pointer == "/data" && fault.Message.Contains("nnn…\" more than once", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Pointer == "/data" && fault.Message.Contains("half \uFFFD\" with half of", StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.InRange(fault.Message.Length, 1, 300));
    }
}
