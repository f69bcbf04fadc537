using System.Globalization;
using System.Text.Json;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Testing.Storage;
using Xunit;
using Property = PerfectviewFunctions.Core.Tests.Mapping.Property;

namespace PerfectviewFunctions.Core.Tests.Invoices;

/// <summary>What is stored comes back as it was, to the last field, and within what every store takes.</summary>
public sealed class StoredFormTests
{
    [Fact]
    public void Invoice_every_field_comes_back() => Property.Holds(Samples.Invoices, seed: 20260302, invoice =>
    {
        var values = InvoiceRows.ToValues(invoice);
        RowLimits.CheckBatch("p", [new RowWrite.Insert(InvoiceRows.KeyOf(invoice.Number), values)]);

        AssertSame(invoice, InvoiceRows.Read(new Row("p", InvoiceRows.KeyOf(invoice.Number), values)));
    }, times: 300);

    [Fact]
    public void Event_every_field_comes_back() => Property.Holds(Samples.Events, seed: 20260303, stored =>
    {
        var values = EventRows.ToValues(stored);
        RowLimits.CheckBatch("p", [new RowWrite.Insert(EventRows.KeyOf(stored.Key), values)]);

        AssertSame(stored, EventRows.Read(new Row("p", EventRows.KeyOf(stored.Key), values)));
    }, times: 300);

    /// <summary>A field that no sample sets would come back as nothing, and no test would notice.</summary>
    [Fact]
    public void Samples_set_every_field_of_what_is_stored()
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var booking = new Booking("F1", "C1", new DateOnly(2026, 3, 2), "1300", "F1", 14, "F1", []);
        var facts = new InvoiceFacts(new DateOnly(2026, 3, 2), "EUR", "r-1", []);
        var invoices = Samples.Invoices.Sample(200, 200).ToList();

        AssertAllSet(new Invoice("F1", InvoiceState.Received, "e1", at, at), invoices);
        AssertAllSet(new Intent(new AdministrationKey("a1"), booking, facts), [.. invoices.Select(invoice => invoice.Intent).OfType<Intent>()]);
        AssertAllSet(new TrailEntry(TrailKind.Received, at), [.. invoices.SelectMany(invoice => invoice.Trail.Entries)]);
        AssertAllSet(new StoredEvent("e1", "00", EventState.Received, at), [.. Samples.Events.Sample(200, 200)]);
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Invoice_in_another_culture_is_stored_the_same(string culture)
    {
        var invoice = Invoice(10) with { Total = -12_345.60m, Date = new DateOnly(2026, 3, 2) };
        var before = CultureInfo.CurrentCulture;
        try
        {
            var here = Shown(InvoiceRows.ToValues(invoice));
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(here, Shown(InvoiceRows.ToValues(invoice)));
            AssertSame(invoice, InvoiceRows.Read(new Row("p", "k", InvoiceRows.ToValues(invoice))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Invoice_with_an_intent_of_500_lines_fits_its_row()
    {
        var invoice = Invoice(500);
        var values = InvoiceRows.ToValues(invoice);

        RowLimits.CheckBatch("p", [new RowWrite.Insert("k", values)]);
        AssertSame(invoice, InvoiceRows.Read(new Row("p", "k", values)));
    }

    [Fact]
    public void Open_entry_is_due_when_the_event_is()
    {
        var received = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var stored = new StoredEvent("e1", "00", EventState.Received, received) { InvoiceNumber = "F/1" };
        var later = stored with { NextAt = received.AddHours(1) };

        var first = Open(EventRows.ToOpenValues(stored));

        Assert.Equal(("e1", new Subject.Invoice("F/1"), received, received), (first.EventKey, first.Subject, first.DueAt, first.Since));
        Assert.Equal((received.AddHours(1), received), (Open(EventRows.ToOpenValues(later)).DueAt, Open(EventRows.ToOpenValues(later)).Since));
        Assert.Equal(received.AddHours(2), Open(EventRows.ToOpenValues(later, received.AddHours(2))).Since);
    }

    [Fact]
    public void Open_entry_without_a_time_is_held_until_somebody_sets_it_going()
    {
        var held = Open(EventRows.ToOpenValues("e1", new Subject.Relation("r/1"), dueAt: null, since: null));

        Assert.Equal(("e1", new Subject.Relation("r/1"), DateTimeOffset.MaxValue, null), (held.EventKey, held.Subject, held.DueAt, held.Since));
        Assert.True(held.IsHeld);
        Assert.False(Open(EventRows.ToOpenValues("e1", new Subject.Relation("r/1"), DateTimeOffset.UnixEpoch, null)).IsHeld);
    }

    /// <summary>What an older version stored, and what one beside this one stores, stands under the very same keys.</summary>
    [Fact]
    public void Keys_are_those_of_every_version()
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var stored = new StoredEvent("e1", "00", EventState.Refused, at);

        Assert.Equal(
            [
                "event:e1", "body:e1", "open:F~2F1:0639080388000000000:e1", "open:~~r~2F1:0639080388000000000:e1",
                "attention:2516298587999999999:e1", "invoice:F~2F1", "recent:2516298587999999999:F~2F1", "held:F~2F1",
            ],
            [
                EventRows.KeyOf("e1"), EventRows.BodyKeyOf("e1"),
                EventRows.OpenKeyOf(new Subject.Invoice("F/1"), at, "e1"), EventRows.OpenKeyOf(new Subject.Relation("r/1"), at, "e1"),
                EventRows.AttentionKeyOf(stored), InvoiceRows.KeyOf("F/1"), InvoiceRows.RecentKeyOf(at, "F/1"), HeldRows.KeyOf("F/1"),
            ]);
    }

    [Fact]
    public void Open_keys_stand_in_the_order_in_which_events_happened()
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        string[] keys =
        [
            EventRows.OpenKeyOf(new Subject.Invoice("F1"), at.AddTicks(-1), "z"),
            EventRows.OpenKeyOf(new Subject.Invoice("F1"), at, "a"),
            EventRows.OpenKeyOf(new Subject.Invoice("F1"), at.ToOffset(TimeSpan.FromHours(5)), "b"),
            EventRows.OpenKeyOf(new Subject.Invoice("F1"), at.AddYears(3), "a"),
        ];

        Assert.Equal(keys, keys.Order(StringComparer.Ordinal));
    }

    private static readonly string[] Hostile =
    [
        "2026/0001", "F#1", "F?1", "..", "a:b", "F1:", "~2F", "é", "F 1", "%2F", "'; --",
        string.Concat(Enumerable.Repeat("🧾", 25)), string.Concat(Enumerable.Repeat("🧾", 50)), new string('中', 50),
    ];

    public static TheoryData<string> HostileNumbers => new(Hostile);

    /// <summary>With an event id as long and strange as the contract takes.</summary>
    [Theory]
    [MemberData(nameof(HostileNumbers))]
    public void Hostile_number_makes_keys_that_every_store_takes(string number)
    {
        var id = StorageKey.Encode(new string('/', 64));
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        RowLimits.CheckKey(InvoiceRows.KeyOf(number));
        RowLimits.CheckKey(InvoiceRows.RecentKeyOf(at, number));
        RowLimits.CheckKey(EventRows.OpenKeyOf(new Subject.Invoice(number), at, id));
        RowLimits.CheckKey(EventRows.KeyOf(id));
    }

    /// <summary>The open events of one invoice are asked for by prefix: none of another may be among them.</summary>
    [Fact]
    public async Task Hostile_numbers_do_not_reach_into_each_others_open_events()
    {
        var store = new InMemoryRowStore();
        string[] numbers = ["F", "F1", "F1:", "F1:0", "F1;", "F-1", "f1", "F1/", .. Hostile];
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        foreach (var number in numbers.Distinct())
        {
            await store.TryInsertAsync("p", EventRows.OpenKeyOf(new Subject.Invoice(number), at, "e1"), new RowValues { { "invoice", number } }, default);
        }

        foreach (var number in numbers.Distinct())
        {
            var found = new List<string>();
            await foreach (var row in store.QueryPrefixAsync("p", EventRows.OpenPrefixOf(new Subject.Invoice(number)), default))
            {
                found.Add(row.Values.Text("invoice"));
            }

            Assert.Equal([number], found);
        }
    }

    private static Invoice Invoice(int lines)
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var booking = new Booking(
            new string('9', 50), new string('C', 15), new DateOnly(2026, 3, 2), "1300000000", new string('é', 200), 9999, new string('9', 50),
            [.. Enumerable.Range(0, lines).Select(line => new BookingLine(-99_999_999.99m, -20_999_999.99m, "BI_EU_VERK_D", 21m, $"8000{line:D6}"))]);
        var groups = VatCategory.All.Select(category => new VatGroup(category, 21m, -99_999_999.99m, -20_999_999.99m));
        return new Invoice("F1", InvoiceState.Booking, "e1", at, at)
        {
            Intent = new Intent(new AdministrationKey(new string('a', 32)), booking, new InvoiceFacts(new DateOnly(2026, 3, 2), "EUR", "r-1", [.. groups])),
            ChangedAt = at,
        };
    }

    private static OpenEvent Open(RowValues values) => EventRows.ReadOpen(new Row("p", "k", values));

    private static void AssertAllSet<T>(T bare, IReadOnlyList<T> samples) => Assert.All(
        typeof(T).GetProperties(),
        field => Assert.Contains(samples, sample => !Equals(field.GetValue(sample), field.GetValue(bare))));

    private static string Shown(RowValues values) => string.Join('\n', values.Select(
        value => FormattableString.Invariant($"{value.Key}={(value.Value is byte[] bytes ? Convert.ToHexString(bytes) : value.Value)}")));

    /// <summary>Compares all public properties; instants as instants, since a store keeps UTC.</summary>
    private static void AssertSame<T>(T expected, T actual) => Assert.Equal(Json(expected), Json(actual));

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Comparable);

    private static readonly JsonSerializerOptions Comparable = new() { Converters = { new UtcInstant() } };

    private sealed class UtcInstant : System.Text.Json.Serialization.JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.UtcTicks);
    }
}
