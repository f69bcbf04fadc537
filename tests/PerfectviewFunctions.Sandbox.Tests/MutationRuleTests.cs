using System.Globalization;
using System.Net;
using System.Xml.Linq;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

/// <summary>A row per code of AddMutatie in the reference, section 1.4.</summary>
public sealed class MutationRuleTests : SandboxTest
{
    [Theory]
    [InlineData("CMUT001", "Rekening", "9999")]
    [InlineData("CMUT001", "Rekening", "")]
    [InlineData("CMUT003", "InExBTW", "")]
    [InlineData("CMUT003", "InExBTW", null)]
    [InlineData("CMUT003.1", "InExBTW", "in")]
    [InlineData("CMUT004", "Datum", "1979-12-31")]
    [InlineData("CMUT004", "Datum", "2050-01-01")]
    [InlineData("CMUT004", "Datum", null)]
    [InlineData("CMUT005", "Omschrijving", "")]
    [InlineData("CMUT006", "cMutatieRegel", null)]
    [InlineData("CMUT008", "Soort", "OpeningsSaldo")]
    [InlineData("CMUT010", "BedragInclBTW", "121.01")]
    [InlineData("CMUT010", "BedragBTW", "21.01")]
    [InlineData("CMUT011", "BTWCode", "HOOG_INK_21")]
    [InlineData("CMUT011", "BTWPercentage", "19")]
    [InlineData("CMUT012", "TegenrekeningCode", "9999")]
    [InlineData("CMUT012", "TegenrekeningCode", "1300")]
    [InlineData("CMUT013", "Factuurnummer", "")]
    [InlineData("CMUT014", "RelatieCode", "")]
    [InlineData("CMUT014", "Betalingstermijn", "")]
    [InlineData("CMUT016", "Rekening", "1010")]
    [InlineData("CMUT017", "RelatieCode", "unknown")]
    [InlineData("CMUT020", "Datum", "2025-12-31")]
    [InlineData("CMUT033", "BTWCode", "HOOG_21")]
    [InlineData("CMUT033", "BTWCode", "")]
    public Task Sent_invoice_against_a_rule_is_refused(string code, string element, string? text)
    {
        Administration.ClosedUntil = new DateOnly(2025, 12, 31);

        return AssertRefused(code, Wire.Invoice().With(element, text));
    }

    [Theory]
    [InlineData("CMUT015", "Rekening", "1300")]
    [InlineData("CMUT011", "BTWCode", "HOOG_VERK_21")]
    [InlineData("CMUT013", "Factuurnummer", "")]
    [InlineData("CMUT014", "RelatieCode", "")]
    [InlineData("CMUT017", "RelatieCode", "unknown")]
    public Task Received_invoice_against_a_rule_is_refused(string code, string element, string text) =>
        AssertRefused(code, Wire.PurchaseInvoice().With(element, text));

    [Theory]
    [InlineData("CMUT001.1", "Rekening", "1300")]
    [InlineData("CMUT011", "BTWCode", "HOOG_VERK_21")]
    [InlineData("CMUT023", "Factuurnummer", "")]
    [InlineData("CMUT024", "RelatieCode", "")]
    [InlineData("CMUT025", "RelatieCode", "unknown")]
    [InlineData("CMUT026", "Factuurnummer", "F2026-002")]
    [InlineData("CMUT026", "RelatieCode", "10002")]
    [InlineData("CMUT027", "TegenrekeningCode", "8000")]
    public async Task Payment_received_against_a_rule_is_refused(string code, string element, string text)
    {
        Administration.AddRelation("10002", "Een ander");
        await Soap.CallAsync("AddMutatie", Wire.Invoice());

        await AssertRefused(code, Wire.Payment().With(element, text));
    }

    [Fact]
    public async Task Payment_sent_with_another_counter_account_is_refused()
    {
        await Soap.CallAsync("AddMutatie", Wire.PurchaseInvoice());

        await AssertRefused("CMUT028", Wire.PurchasePayment().With("TegenrekeningCode", "1300"));
        Assert.Equal("", (await Soap.CallAsync("AddMutatie", Wire.PurchasePayment())).ErrorCode);
    }

    [Fact]
    public async Task Payment_with_two_lines_is_refused()
    {
        await Soap.CallAsync("AddMutatie", Wire.Invoice());
        var payment = Wire.Payment();
        payment.Descendants(SoapCaller.Tns + "MutatieRegels").Single().Add(Wire.Line("1.00", "0.00", "1.00", "GEEN", "0", "1300"));

        await AssertRefused("CMUT021", payment);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(100, "")]
    [InlineData(101, "CMUT006")]
    public async Task Number_of_lines_is_1_to_100(int count, string code)
    {
        var lines = Enumerable.Range(0, count).Select(_ => Wire.Line()).ToArray();

        Assert.Equal(code, (await Soap.CallAsync("AddMutatie", Wire.Invoice(lines: lines))).ErrorCode);
    }

    [Theory]
    [InlineData("0.50", "0.11", "0", "")] // 0.105, half away from zero
    [InlineData("0.50", "0.10", "0", "CMUT010.1")]
    [InlineData("-0.50", "-0.11", "0", "")]
    [InlineData("-0.50", "-0.10", "0", "CMUT010.1")]
    [InlineData("0.50", "0.10", "0.01", "")]
    [InlineData("0.50", "0.12", "0.01", "")]
    [InlineData("0.50", "0.09", "0.01", "CMUT010.1")]
    [InlineData("1000.00", "210.00", "0", "")]
    public async Task Vat_is_the_percentage_of_net_within_the_tolerance(string net, string vat, string tolerance, string code)
    {
        Switch(switches => switches with { RoundingTolerance = decimal.Parse(tolerance, CultureInfo.InvariantCulture) });
        var gross = decimal.Parse(net, CultureInfo.InvariantCulture) + decimal.Parse(vat, CultureInfo.InvariantCulture);
        var line = Wire.Line(net, vat, gross.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(code, (await Soap.CallAsync("AddMutatie", Wire.Invoice(lines: line))).ErrorCode);
    }

    [Fact]
    public async Task Number_is_unique_per_relation_by_default()
    {
        Administration.AddRelation("10002", "Een ander");
        await Soap.CallAsync("AddMutatie", Wire.Invoice());

        await AssertRefused("CMUT018", Wire.Invoice());
        Assert.Equal("", (await Soap.CallAsync("AddMutatie", Wire.Invoice(relation: "10002"))).ErrorCode);
    }

    [Fact]
    public async Task Number_is_unique_by_itself_when_switched()
    {
        Switch(switches => switches with { Duplicates = DuplicateRule.Number });
        Administration.AddRelation("10002", "Een ander");
        await Soap.CallAsync("AddMutatie", Wire.Invoice());

        await AssertRefused("CMUT019", Wire.Invoice());
        await AssertRefused("CMUT019", Wire.Invoice(relation: "10002"));
    }

    [Fact]
    public async Task Day_after_the_closed_period_is_open()
    {
        Administration.ClosedUntil = new DateOnly(2026, 1, 30);

        Assert.Equal("", (await Soap.CallAsync("AddMutatie", Wire.Invoice())).ErrorCode);
    }

    [Fact]
    public async Task Booked_mutation_stands_in_the_books_as_sent()
    {
        var reply = await Soap.CallAsync("AddMutatie", Wire.Invoice().With("Betalingskenmerk", "K1").With("Boekstuk", "B1"));

        Assert.Equal("1", reply.Text("Mutatienummer"));
        var booked = Assert.Single(Administration.Mutations);
        Assert.Equal(
            (1L, MutationKind.FactuurVerstuurd, new DateOnly(2026, 1, 31), "1300", "10001", "F2026-001", "B1", "Levering januari", "14", "K1", "EX"),
            (booked.Number, booked.Kind, booked.Date, booked.Account, booked.RelationCode, booked.InvoiceNumber, booked.Entry,
                booked.Description, booked.PaymentTerm, booked.PaymentReference, booked.InExVat));
        Assert.Equal(new SandboxMutationLine(100, 21, "HOOG_VERK_21", 21, "8000"), Assert.Single(booked.Lines));
    }

    [Fact]
    public async Task Money_received_needs_neither_relation_nor_number()
    {
        var received = Wire.Invoice().With("Soort", "GeldOntvangen").With("Rekening", "1010")
            .With("RelatieCode", "").With("Factuurnummer", "").With("Betalingstermijn", "");

        Assert.Equal("", (await Soap.CallAsync("AddMutatie", received)).ErrorCode);
    }

    private async Task AssertRefused(string code, XElement mutation)
    {
        var before = Administration.Mutations.Count;

        var reply = await Soap.CallAsync("AddMutatie", mutation);

        Assert.Equal((HttpStatusCode.OK, code, "0"), (reply.Status, reply.ErrorCode, reply.Text("Mutatienummer")));
        Assert.NotEqual("", reply.Text("LastErrorDescription"));
        Assert.Equal(before, Administration.Mutations.Count);
    }
}
