using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Events;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>What holds for whatever is sent. A failure prints the seed to replay it with.</summary>
public sealed class ReaderProperties
{
    private static readonly byte[] Bytes = [.. "{}[]\",:\\u0d8-+.eE19ntf \n~/"u8, 0x00, 0x7F, 0x80, 0xC3, 0xED, 0xEF, 0xFF];

    [Fact]
    public void Valid_event_reads_back_as_it_was_written() =>
        Prop.ForAll(Generators.Event.ToArbitrary(), Gen.Elements(false, true).ToArbitrary(), (sent, writeNulls) =>
        {
            var valid = Reading.Valid(InvoiceJson.Write(sent, writeNulls));

            Assert.Equal((sent.Id, sent.OccurredAt), (valid.Event.Id, valid.Event.OccurredAt));
            Assert.Equal(sent.OccurredAt.Offset, valid.Event.OccurredAt.Offset);
            InvoiceAssert.Equal(sent.Invoice, Reading.Invoice(valid.Event));
            InvoiceAssert.Equal(sent.Invoice, Reading.Invoice(Reading.Reader.ReadStored(valid.Body)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Valid_change_of_a_relation_reads_back_as_it_was_written() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(RelationGenerators.Event.ToArbitrary(), Gen.Elements("null", "\"\"", "\" \\n\\u0001\"").ToArbitrary(), (changed, empty) =>
        {
            var valid = Reading.Valid(RelationJson.Write(changed, empty));

            RelationAssert.Equal(changed, valid.Event);
            RelationAssert.Equal(changed, Reading.Reader.ReadStored(valid.Body));
        }));

    [Fact]
    public void Mutilated_body_is_answered_never_thrown_at()
    {
        var edit = from at in Gen.Choose(0, 3000)
                   from removed in Gen.Choose(0, 3)
                   from added in Gen.Elements(Bytes).ArrayOf(2)
                   from count in Gen.Choose(0, 2)
                   select (at, removed, added: added[..count]);
        var mutilated = from sample in Gen.Elements(ContractFiles.SampleNames)
                        from count in Gen.Choose(1, 4)
                        from edits in edit.ArrayOf(count)
                        select edits.Aggregate(ContractFiles.Sample(sample), (body, e) => Splice(body, e.at % body.Length, e.removed, e.added));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(mutilated.ToArbitrary(), HoldsTogether));
    }

    private static void HoldsTogether(byte[] body)
    {
        if (Reading.Reader.Read(body) is not EventsRead.Events { Items: var items })
        {
            return;
        }

        Assert.NotEmpty(items);
        foreach (var item in items)
        {
            if (item is EventRead.Faulty faulty)
            {
                Assert.NotEmpty(faulty.Faults);
            }
            else
            {
                Reading.Reader.ReadStored(item.Body);
            }

            // Compact JSON is its own compact form.
            if (Reading.Reader.Read(item.Body) is EventsRead.Events { Items: [var again] })
            {
                Assert.Equal(Reading.Text(item), Reading.Text(again));
            }
        }
    }

    private static byte[] Splice(byte[] body, int at, int removed, byte[] added) =>
        [.. body[..at], .. added, .. body[Math.Min(body.Length, at + removed)..]];
}
