using System.Globalization;
using System.Text;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Invoices;

/// <summary>A trail stays small, and says how much of it was left out.</summary>
public sealed class InvoiceTrailTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_many_different_entries_the_first_and_the_latest_are_kept()
    {
        var trail = Many(200, "x");

        Assert.Equal(InvoiceTrail.MostKept, trail.Entries.Count);
        Assert.Equal(151, trail.LeftOut);
        Assert.Equal(Start, trail.Entries[0].At);
        Assert.Equal(Start.AddMinutes(InvoiceTrail.FirstKept - 1), trail.Entries[InvoiceTrail.FirstKept - 1].At);
        Assert.Equal(Start.AddMinutes(200), trail.Entries[^1].At);
    }

    [Fact]
    public void Fifty_entries_are_all_kept_and_of_one_more_the_eleventh_goes()
    {
        var full = Many(InvoiceTrail.MostKept - 1, "x");
        Assert.Equal((InvoiceTrail.MostKept, 0), (full.Entries.Count, full.LeftOut));

        var over = full.With(Waits(99, "y"));

        Assert.Equal((InvoiceTrail.MostKept, 1), (over.Entries.Count, over.LeftOut));
        Assert.Equal([.. full.Entries.Take(10), .. full.Entries.Skip(11)], over.Entries.SkipLast(1));
    }

    [Theory]
    [InlineData(600, 600)]
    [InlineData(601, 601)]
    [InlineData(5000, 601)]
    public void Long_value_of_a_reason_is_cut_with_an_ellipsis(int length, int kept)
    {
        var text = new string('a', length);

        var value = InvoiceTrail.Empty.With(Waits(1, text)).Entries[0].Reason!.Values["text"];

        Assert.Equal(kept, value.Length);
        Assert.Equal(length <= 600 ? text : text[..600] + "…", value);
    }

    [Fact]
    public void Long_value_is_cut_between_characters_and_leaves_a_short_one_beside_it()
    {
        var reason = Reason.Of("CMUT016", ("long", new string('a', 599) + "\U0001F9FE"), ("short", "b"));

        var values = InvoiceTrail.Empty.With(new TrailEntry(TrailKind.Waits, Start) { Reason = reason }).Entries[0].Reason!.Values;

        Assert.Equal((new string('a', 599) + "…", "b"), (values["long"], values["short"]));
    }

    [Fact]
    public void Same_attempt_that_fails_the_same_way_is_one_pair_with_counts()
    {
        var trail = Enumerable.Range(1, 3).Aggregate(
            InvoiceTrail.Begin(Start),
            (sofar, attempt) => sofar.With(new TrailEntry(TrailKind.Sent, Start.AddHours(attempt))).With(Failed(attempt, "books-unreachable")));

        Assert.Equal([(TrailKind.Received, 1), (TrailKind.Sent, 3), (TrailKind.Failed, 3)], trail.Entries.Select(entry => (entry.Kind, entry.Count)));
        Assert.All(trail.Entries.Skip(1), entry => Assert.Equal(Start.AddHours(3), entry.LastAt));

        var other = trail.With(new TrailEntry(TrailKind.Sent, Start.AddHours(4))).With(Failed(4, "books-throttled"));
        Assert.Equal(5, other.Entries.Count);
    }

    public static TheoryData<TrailEntry> Others => new()
    {
        new TrailEntry(TrailKind.Failed, Start) { By = "ann", Mutation = 7, Reason = Reason.Of("CMUT016", ("text", "a")) },
        new TrailEntry(TrailKind.Waits, Start) { By = "bob", Mutation = 7, Reason = Reason.Of("CMUT016", ("text", "a")) },
        new TrailEntry(TrailKind.Waits, Start) { By = "ann", Mutation = 8, Reason = Reason.Of("CMUT016", ("text", "a")) },
        new TrailEntry(TrailKind.Waits, Start) { By = "ann", Mutation = 7, Reason = Reason.Of("CMUT018", ("text", "a")) },
        new TrailEntry(TrailKind.Waits, Start) { By = "ann", Mutation = 7, Reason = Reason.Of("CMUT016", ("text", "b")) },
        new TrailEntry(TrailKind.Waits, Start) { By = "ann", Mutation = 7, Reason = Reason.Of("CMUT016", ("name", "a")) },
        new TrailEntry(TrailKind.Waits, Start) { By = "ann", Mutation = 7, Reason = Reason.Of("CMUT016", ("text", "a"), ("more", "b")) },
        new TrailEntry(TrailKind.Waits, Start) { By = "ann", Mutation = 7 },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Entry_that_says_anything_else_stands_by_itself(TrailEntry other)
    {
        var entry = new TrailEntry(TrailKind.Waits, Start) { By = "ann", Mutation = 7, Reason = Reason.Of("CMUT016", ("text", "a")) };

        Assert.Single(InvoiceTrail.Empty.With(entry).With(entry with { At = Start.AddDays(1) }).Entries);
        Assert.Equal(2, InvoiceTrail.Empty.With(entry).With(other).Entries.Count);
        Assert.Equal(2, InvoiceTrail.Empty.With(other).With(entry).Entries.Count);
    }

    [Theory]
    [InlineData("\U0001F9FE")]
    [InlineData("\u0000")]
    [InlineData("é")]
    public void With_the_longest_reasons_it_fits_its_row_and_comes_back(string letter)
    {
        var trail = Many(200, string.Concat(Enumerable.Repeat(letter, 5000)));
        var invoice = new Invoice("F1", InvoiceState.NeedsAttention, "e1", Start, Start) { Trail = trail, ChangedAt = Start };

        var values = InvoiceRows.ToValues(invoice);

        RowLimits.CheckBatch("p", [new RowWrite.Insert("k", values)]);
        var read = InvoiceRows.Read(new Row("p", "k", values)).Trail;
        Assert.Equal(InvoiceTrail.Write(trail), InvoiceTrail.Write(read));
        Assert.True(read.Entries.Count > InvoiceTrail.FirstKept && InvoiceTrail.Write(read).Length < 2 * InvoiceTrail.MostBytes);
        Assert.Equal(201, read.Entries.Count + read.LeftOut);
    }

    [Fact]
    public void Same_entry_again_counts_and_keeps_its_first_and_last_time()
    {
        var trail = InvoiceTrail.Begin(Start).With(Waits(1, "a")).With(Waits(2, "a") with { NextAt = Start.AddMinutes(9) }).With(Waits(3, "b"));

        var (twice, once) = (trail.Entries[1], trail.Entries[2]);
        Assert.Equal((2, Start.AddMinutes(1), Start.AddMinutes(2), Start.AddMinutes(9)), (twice.Count, twice.At, twice.LastAt, twice.NextAt));
        Assert.Equal((1, Start.AddMinutes(3), null), (once.Count, once.At, once.LastAt));
    }

    /// <summary>As while two versions work beside each other: what the older one can't name must not keep the invoice from anybody.</summary>
    [Fact]
    public void Kind_that_a_newer_version_wrote_keeps_neither_the_invoice_nor_the_rest_of_the_trail_from_being_read()
    {
        var invoice = new Invoice("F1", InvoiceState.Received, "e1", Start, Start) { Trail = InvoiceTrail.Begin(Start).With(Waits(1, "a")), ChangedAt = Start };
        var newer = new RowValues();
        foreach (var (name, value) in InvoiceRows.ToValues(invoice))
        {
            newer.Add(name, name == "trail00" ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString((byte[])value).Replace("Waits", "Postponed", StringComparison.Ordinal)) : value);
        }

        var read = InvoiceRows.Read(new Row("p", "k", newer)).Trail.With(Waits(2, "b"));

        Assert.Equal([TrailKind.Received, TrailKind.Other, TrailKind.Waits], read.Entries.Select(entry => entry.Kind));
        Assert.Equal("CMUT016", read.Entries[1].Reason!.Code);
    }

    private static InvoiceTrail Many(int count, string text) => Enumerable.Range(1, count)
        .Aggregate(InvoiceTrail.Begin(Start), (trail, minute) => trail.With(Waits(minute, minute.ToString(CultureInfo.InvariantCulture) + text)));

    private static TrailEntry Failed(int hour, string code) =>
        new(TrailKind.Failed, Start.AddHours(hour)) { Reason = Reason.Of(code) };

    private static TrailEntry Waits(int minute, string text) =>
        new(TrailKind.Waits, Start.AddMinutes(minute)) { Reason = Reason.Of("CMUT016", ("text", text)) };
}
