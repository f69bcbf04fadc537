using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>What a valid event becomes.</summary>
public sealed class InvoiceReadingTests
{
    [Fact]
    public void Full_invoice_of_an_organisation_is_read_field_by_field()
    {
        var body = ContractFiles.Sample("invoice-high.json");
        var valid = Reading.Valid(body);

        Assert.Equal("evt-2026-0042-1", valid.Event.Id);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1)), valid.Event.OccurredAt);
        var debtor = new DebtorDetails("5f0c2c5e-6d1b-4a53-9b0e-3f1c7a9d2e10", IsPerson: false)
        {
            Code = "D1001",
            Name = "Bakkerij De Zilveren Korenaar B.V.",
            ContactPerson = "Afdeling inkoop",
            VisitingAddress = new AddressDetails("Molenwerf", "12", "a", "9999 ZX", "Voorbeelddam", "Nederland"),
            InvoiceAddress = new AddressDetails("Postbus", "101", null, "9999 ZZ", "Voorbeelddam", "Nederland"),
            Phone = "+31 20 000 00 01",
            Email = "info@zilverenkorenaar.example",
            InvoiceEmail = "facturen@zilverenkorenaar.example",
            Website = "https://zilverenkorenaar.example",
            VatNumber = "NL000000001B01",
            ChamberOfCommerceNumber = "00000001",
            Iban = "NL13TEST0123456789",
            Bic = "TESTNL2A",
        };
        var line = new InvoiceLine("Onderhoud koelinstallatie", 1, 100, "NL_HIGH", 21) { Amount = 100 };
        InvoiceAssert.Equal(
            new InvoiceDocument("2026-0042", new DateOnly(2026, 3, 2), "EUR", 121, PricesIncludeVat: false, [line], [new VatTotal("NL_HIGH", 21, 100, 21)], debtor)
            {
                DueDate = new DateOnly(2026, 3, 16),
                PaymentTermDays = 14,
                Reference = "Inkooporder 4711",
            },
            Reading.Invoice(body));
    }

    [Fact]
    public void Person_is_read_with_name_parts()
    {
        var debtor = Reading.Invoice(ContractFiles.Sample("invoice-person-low.json")).Debtor;

        Assert.True(debtor.IsPerson);
        Assert.Equal(
            ("J.A.", "Jolanda", "van der", "Voorbeeld", "v", null),
            (debtor.Initials, debtor.FirstName, debtor.MiddleName, debtor.LastName, debtor.Gender, debtor.Name));
        Assert.Equal("Belt liever dan dat ze mailt.\nAlleen 's middags bereikbaar.", debtor.Note);
    }

    [Fact]
    public void Name_given_with_a_person_is_not_an_organisation_name() =>
        Assert.Null(Reading.Invoice(ContractFiles.Edited("invoice-person-low.json", "/data/relation/name", "\"J.A. van der Voorbeeld\"")).Debtor.Name);

    [Fact]
    public void Credit_invoice_is_read_with_what_it_credits()
    {
        var invoice = Reading.Invoice(ContractFiles.Sample("invoice-credit.json"));

        Assert.True(invoice.IsCredit);
        Assert.Equal(("2026-0042", -121m), (invoice.CreditOf, invoice.Total));
    }

    [Fact]
    public void Absent_fields_take_their_defaults()
    {
        var body = """
            { "id": "1", "type": "invoice.sent", "occurredAt": "2026-03-02T10:00:00Z",
              "data": { "invoice": { "number": "7", "date": "2026-03-02", "total": 1.21, "lines": [ { "unitPrice": 1, "vatCategory": "NL_HIGH" } ] },
                        "relation": { "id": "r", "type": "organisation", "name": "N", "note": " ", "postalAddress": { "city": "" } } } }
            """u8.ToArray();

        InvoiceAssert.Equal(
            new InvoiceDocument(
                "7", new DateOnly(2026, 3, 2), "EUR", 1.21m, PricesIncludeVat: false, [new InvoiceLine("", 1, 1, "NL_HIGH", null)], null,
                new DebtorDetails("r", IsPerson: false) { Name = "N" }),
            Reading.Invoice(body));
    }

    [Fact]
    public void Line_with_a_printed_total_needs_no_price()
    {
        var line = Reading.Invoice(ContractFiles.Sample("invoice-including-vat.json")).Lines[1];

        Assert.Equal((1m, 0m, 14.90m), (line.Quantity, line.UnitPrice, line.Amount));
    }

    [Theory]
    [InlineData("1.10", "1.1")]
    [InlineData("1.1e1", "11")]
    [InlineData("1E2", "100")]
    [InlineData("12100e-2", "121")]
    [InlineData("0.0000000000000000000000000000000000001e37", "1")]
    [InlineData("999999999.99", "999999999.99")]
    [InlineData("-0", "0")]
    [InlineData("-0.00e99999999999999999999", "0")]
    public void Amount_is_exactly_what_was_written(string written, string expected)
    {
        var total = Reading.Invoice(ContractFiles.Edited("invoice-high.json", "/data/invoice/total", written)).Total;

        Assert.Equal(expected, total.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.False(total == 0 && decimal.IsNegative(total));
    }

    [Theory]
    [InlineData("2026-03-02T10:00:00.1234567+02:00", 1_234_567, 2)]
    [InlineData("2026-03-02T10:00:00.123456789Z", 1_234_567, 0)]
    [InlineData("2026-03-02t10:00:00.5z", 5_000_000, 0)]
    [InlineData("2026-03-02T10:00:00-11:00", 0, -11)]
    public void Moment_keeps_its_offset_and_fraction(string written, long ticks, int hours) =>
        Assert.Equal(
            new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(hours)).AddTicks(ticks),
            Reading.Valid(ContractFiles.Edited("invoice-high.json", "/occurredAt", $"\"{written}\"")).Event.OccurredAt);

    [Fact]
    public void Control_characters_of_a_relation_come_as_they_were_sent()
    {
        var debtor = Reading.Invoice(ContractFiles.Edited("invoice-high.json", "/data/relation/name", "\"De\\u0085 Zaak\\u0000\\uffff\\n\"")).Debtor;

        Assert.Equal("De\u0085 Zaak\0\uFFFF\n", debtor.Name);
    }

    [Fact]
    public void Sample_invoices_add_up_to_the_cent()
    {
        var invoices = ContractFiles.SampleNames
            .SelectMany(name => Reading.Events(ContractFiles.Sample(name)))
            .Select(read => Assert.IsType<EventRead.Valid>(read).Event)
            .OfType<PerfectviewEvent.InvoiceSent>()
            .Select(sent => sent.Invoice)
            .ToList();

        Assert.Equal(8, invoices.Count);
        Assert.All(
            invoices.Where(invoice => invoice.VatTotals is not null),
            invoice => Assert.Equal(invoice.Total, invoice.VatTotals!.Sum(total => total.Net + total.Vat)));
        Assert.Equal(8, invoices.SelectMany(invoice => invoice.VatTotals ?? []).Select(total => total.Category).Distinct().Count());
        Assert.Equal(invoices.Count, invoices.Select(invoice => invoice.Number).Distinct().Count());
    }
}
