using System.Net;
using System.Xml.Linq;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

public sealed class ReadingTests : SandboxTest
{
    private static readonly DateOnly March = new(2026, 3, 2);

    [Fact]
    public async Task Ledger_accounts_are_listed_by_category()
    {
        var all = await Soap.CallAsync("GetGrootboekrekeningen");
        var debtors = await Soap.CallAsync(
            "GetGrootboekrekeningen",
            new XElement(SoapCaller.Tns + "cFilter", new XElement(SoapCaller.Tns + "Categorie", "DEB")));

        Assert.Equal(
            ["AF19", "AF6", "AFOVERIG", "BAL", "BTWRC", "CRED", "DEB", "FIN", "VOOR", "VW"],
            all.All("Categorie").Select(category => category.Value).Distinct().Order());
        Assert.Equal(["1300"], debtors.All("Code").Select(code => code.Value));
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-02", 1)]
    [InlineData("2026-03-03", "2026-03-31", 0)]
    [InlineData("2026-02-01", "2026-03-01", 0)]
    [InlineData("1980-01-01", "2049-12-31", 1)]
    [InlineData("2026-03-02T00:00:00", "2026-03-02T00:00:00", 1)]
    public async Task Date_bounds_are_inclusive(string from, string until, int rows)
    {
        Administration.AddInvoice("F1", RelationCode, March, new SandboxMutationLine(100, 21, "HOOG_VERK_21", 21, "8000"));

        var reply = await Soap.CallAsync("GetMutaties", Wire.MutationFilter(from: from, until: until));

        Assert.Equal(rows, reply.All("cMutatieList").Count);
    }

    [Theory]
    [InlineData("DatumVan")]
    [InlineData("DatumTm")]
    public async Task Missing_date_is_a_fault(string name)
    {
        var reply = await Soap.CallAsync("GetMutaties", Wire.MutationFilter().With(name, null));

        Assert.Equal((HttpStatusCode.InternalServerError, true), (reply.Status, reply.IsFault));
    }

    [Theory]
    [InlineData("F1", "0", "0", "0", new[] { "1" })]
    [InlineData("f1", "0", "0", "0", new string[0])]
    [InlineData("F", "0", "0", "0", new string[0])]
    [InlineData("", "2", "0", "0", new[] { "2" })]
    [InlineData("", "0", "2", "0", new[] { "2", "3" })]
    [InlineData("", "0", "1", "2", new[] { "1", "2" })]
    [InlineData("", "0", "2", "2", new[] { "2" })]
    [InlineData("", "0", "3", "2", new string[0])]
    [InlineData("", "1", "2", "3", new string[0])]
    [InlineData("F2", "3", "0", "0", new[] { "3" })]
    [InlineData("F2", "0", "1", "2", new string[0])]
    [InlineData("", "4", "0", "0", new string[0])]
    [InlineData("", "0", null, "2", new[] { "1", "2" })]
    [InlineData("", "0", "2", null, new[] { "2", "3" })]
    [InlineData("", "0", "0", "0", new[] { "1", "2", "3" })]
    public async Task Filters_are_exact_and_bounds_inclusive(string invoice, string number, string? first, string? last, string[] found)
    {
        foreach (var name in new[] { "F1", "F10", "F2" })
        {
            Administration.AddInvoice(name, RelationCode, March, new SandboxMutationLine(100, 21, "HOOG_VERK_21", 21, "8000"));
        }

        var filter = Wire.MutationFilter(invoice, number: number).With("MutatieNrVan", first).With("MutatieNrTm", last);

        var reply = await Soap.CallAsync("GetMutaties", filter);

        Assert.Equal(found, reply.All("MutatieNr").Select(nr => nr.Value));
    }

    [Fact]
    public async Task Only_the_newest_500_rows_are_returned()
    {
        for (var index = 0; index < 501; index++)
        {
            Administration.AddInvoice("F1", RelationCode, March);
        }

        var numbers = (await Soap.CallAsync("GetMutaties", Wire.MutationFilter("F1"))).All("MutatieNr");

        Assert.Equal((500, "2", "501"), (numbers.Count, numbers[0].Value, numbers[^1].Value));

        // The newest of what is asked for, not what is asked for of the newest.
        Administration.AddInvoices(500, "B", RelationCode, March);
        Assert.Equal("1", Assert.Single((await Soap.CallAsync("GetMutaties", Wire.MutationFilter(number: "1"))).All("MutatieNr")).Value);
        numbers = (await Soap.CallAsync("GetMutaties", Wire.MutationFilter(first: "2", last: "502"))).All("MutatieNr");
        Assert.Equal((500, "3", "502"), (numbers.Count, numbers[0].Value, numbers[^1].Value));
    }

    [Fact]
    public async Task Call_limit_counts_per_administration_and_month()
    {
        Switch(switches => switches with { GetMutatiesPerMonth = 2, SessionLifetime = TimeSpan.FromDays(60) });

        async Task<string> ReadAsync() => (await Soap.CallAsync("GetMutaties", Wire.MutationFilter())).ErrorCode;

        Assert.Equal(["", "", "E003.1"], new[] { await ReadAsync(), await ReadAsync(), await ReadAsync() });
        Assert.Equal("", (await Soap.CallAsync("GetRelaties", Wire.RelationFilter())).ErrorCode);
        Assert.Equal(0, Books.Administrations[1].GetMutatiesCallsThisMonth);

        // Of the calendar month in the Netherlands, where it is summer by then.
        Clock.Advance(new DateTimeOffset(2026, 3, 31, 21, 59, 59, TimeSpan.Zero) - Clock.GetUtcNow());
        Assert.Equal("E003.1", await ReadAsync());
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("", await ReadAsync());
        Assert.Equal(1, Administration.GetMutatiesCallsThisMonth);
    }

    [Fact]
    public async Task Partial_payment_lowers_the_open_amount_and_the_last_one_removes_the_row()
    {
        await Soap.CallAsync("AddMutatie", Wire.Invoice());
        Assert.Equal("", (await Soap.CallAsync("AddMutatie", Wire.Payment(amount: "20.50"))).ErrorCode);

        var row = Assert.Single((await Soap.CallAsync("GetOpenPosten", Wire.Debtors)).All("cOpenPost"));
        Assert.Equal(
            ["2026-01-31T00:00:00", "F2026-001", RelationCode, "Bakkerij De Korenbloem", "121", "20.5", "100.5"],
            row.Elements().Select(element => element.Value));

        Assert.IsType<PaymentResult.Registered>(Administration.RegisterPayment("F2026-001", 100.50m));
        Assert.Empty((await Soap.CallAsync("GetOpenPosten", Wire.Debtors)).All("cOpenPost"));
        Assert.Equal("FactuurbetalingOntvangen", (await Soap.CallAsync("GetMutaties", Wire.MutationFilter("F2026-001"))).All("Soort")[2].Value);
    }

    [Fact]
    public void Payment_names_its_relation_when_the_number_is_not_enough()
    {
        Administration.AddInvoice("F1", "A", March, new SandboxMutationLine(100, 0, "GEEN", 0, "8020"));
        Administration.AddInvoice("F1", "B", March, new SandboxMutationLine(100, 0, "GEEN", 0, "8020"));

        Assert.IsType<PaymentResult.NoSuchInvoice>(Administration.RegisterPayment("F2", 100));
        Assert.IsType<PaymentResult.Ambiguous>(Administration.RegisterPayment("F1", 100));
        Assert.IsType<PaymentResult.Registered>(Administration.RegisterPayment("F1", 100, "B"));
        Assert.Equal("A", Assert.Single(Administration.OpenDebtors()).RelationCode);
    }

    [Fact]
    public void Renumbered_invoice_keeps_its_payments()
    {
        var invoice = Administration.AddInvoice("F1", RelationCode, March, new SandboxMutationLine(100, 0, "GEEN", 0, "8020"));
        Administration.RegisterPayment("F1", 40);

        Assert.True(Administration.RenumberMutation(invoice.Number, "F9"));

        Assert.Equal(("F9", 60m), (Administration.OpenDebtors()[0].InvoiceNumber, Administration.OpenDebtors()[0].Open));
        Assert.True(Administration.DeleteMutation(invoice.Number));
        Assert.Empty(Administration.OpenDebtors());
    }

    [Theory]
    [InlineData(CreditForm.Negative, new[] { "-121", "-21", "-100" })]
    [InlineData(CreditForm.Positive, new[] { "121", "21", "100" })]
    [InlineData(CreditForm.Absent, new string[0])]
    public async Task Credit_stands_in_the_open_list_as_switched(CreditForm form, string[] amounts)
    {
        Switch(switches => switches with { Credits = form });
        await Soap.CallAsync("AddMutatie", Wire.Invoice(lines: Wire.Line("-100.00", "-21.00", "-121.00")));
        Administration.RegisterPayment("F2026-001", -21);

        var reply = await Soap.CallAsync("GetOpenPosten", Wire.Debtors);

        Assert.Equal(amounts, new[] { "Bedrag", "Voldaan", "Openstaand" }.SelectMany(reply.All).Select(element => element.Value));
    }

    [Fact]
    public async Task Purchase_invoices_stand_in_the_list_of_creditors()
    {
        await Soap.CallAsync("AddMutatie", Wire.PurchaseInvoice());

        Assert.Empty((await Soap.CallAsync("GetOpenPosten", Wire.Debtors)).All("cOpenPost"));
        Assert.Single((await Soap.CallAsync("GetOpenPosten", Wire.Debtors.With("OpSoort", "Crediteuren"))).All("cOpenPost"));
    }
}
