using System.Xml.Linq;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

public sealed class PaymentTests : SandboxTest
{
    private static readonly DateOnly March = new(2026, 3, 2);

    [Fact]
    public async Task Payment_has_the_date_it_is_given_and_a_refund_or_a_deletion_opens_the_invoice_again()
    {
        Invoice("F1", 100);
        var paid = Registered(Administration.RegisterPayment("F1", 100, date: new DateOnly(2026, 2, 27)));
        Assert.Equal(new DateOnly(2026, 2, 27), paid.Date);
        Assert.Empty(await OpenAsync());

        var refund = Registered(Administration.RegisterPayment("F1", -30));
        Assert.Equal((DutchDate.Today(Clock), -30m), (refund.Date, refund.Total));
        Assert.Equal(["F1 100 70 30"], await OpenAsync());

        Assert.True(Administration.DeleteMutation(paid.Number));
        Assert.Equal(["F1 100 -30 130"], await OpenAsync());
        Assert.True(Administration.DeleteMutation(refund.Number));
        Assert.Equal(["F1 100 0 100"], await OpenAsync());
        Assert.Equal(100, Administration.Outstanding("F1", RelationCode));
    }

    [Theory]
    [InlineData(true, new[] { "F1 100 130 -30", "C1 -50 -60 10" })]
    [InlineData(false, new string[0])]
    public async Task Overpaid_invoice_stands_in_the_open_list_as_switched(bool shown, string[] rows)
    {
        Switch(switches => switches with { OverpaidShown = shown });
        Invoice("F1", 100);
        Invoice("C1", -50);
        Invoice("F2", 100);
        Administration.RegisterPayment("F1", 130);
        Administration.RegisterPayment("C1", -60);

        Assert.Equal([.. rows, "F2 100 0 100"], await OpenAsync());
        Assert.Equal((-30, 10), (Administration.Outstanding("F1", RelationCode), Administration.Outstanding("C1", RelationCode)));
    }

    [Theory]
    [InlineData(null, 3)]
    [InlineData(2, 2)]
    [InlineData(0, 0)]
    [InlineData(9, 3)]
    public async Task Open_list_ends_after_as_many_rows_as_switched(int? most, int rows)
    {
        Administration.AddInvoices(3, "F", RelationCode, March, Line(100));
        Switch(switches => switches with { MaxOpenItems = most });

        Assert.Equal(new[] { "F1", "F2", "F3" }[..rows], (await OpenAsync()).Select(row => row.Split(' ')[0]));
    }

    [Theory]
    [InlineData(CreditForm.Negative, new[] { "C1 -60 -40 -20" })]
    [InlineData(CreditForm.Positive, new[] { "C1 60 40 20" })]
    [InlineData(CreditForm.Absent, new string[0])]
    public async Task Credit_settled_against_an_invoice_closes_the_smaller_of_both(CreditForm form, string[] rows)
    {
        Switch(switches => switches with { Credits = form });
        Invoice("F1", 100);
        Invoice("C1", -60);
        Administration.RegisterPayment("F1", 60);

        var settled = Assert.IsType<SettlementResult.Settled>(Administration.SettleCredit("C1", "F1", date: March));

        Assert.Equal(("F1", 40m, March), (settled.OnInvoice.InvoiceNumber, settled.OnInvoice.Total, settled.OnInvoice.Date));
        Assert.Equal(("C1", -40m, March), (settled.OnCredit.InvoiceNumber, settled.OnCredit.Total, settled.OnCredit.Date));
        Assert.Equal(rows, await OpenAsync());
        Assert.Equal((0, -20), (Administration.Outstanding("F1", RelationCode), Administration.Outstanding("C1", RelationCode)));
        var onWire = (await Soap.CallAsync("GetMutaties", Wire.MutationFilter("C1"))).All("cMutatieList")[^1];
        Assert.Equal("FactuurbetalingOntvangen", onWire.Element(SoapCaller.Tns + "Soort")?.Value);
    }

    [Fact]
    public void Credit_is_settled_for_the_amount_asked_and_only_where_there_is_one()
    {
        Invoice("F1", 100);
        Invoice("C1", -60);
        Invoice("F1", 100, "R2");

        Assert.IsType<SettlementResult.Settled>(Administration.SettleCredit("C1", "F1", 10));
        Assert.Equal((90, -50), (Administration.Outstanding("F1", RelationCode), Administration.Outstanding("C1", RelationCode)));

        Assert.IsType<SettlementResult.NoSuchPair>(Administration.SettleCredit("C1", "F9"));
        Assert.IsType<SettlementResult.NoSuchPair>(Administration.SettleCredit("C1", "F1", relationCode: "R2"));
        Assert.IsType<SettlementResult.NothingToSettle>(Administration.SettleCredit("C1", "F1", 0));
        Assert.IsType<SettlementResult.NothingToSettle>(Administration.SettleCredit("F1", "C1"));
        Invoice("C1", -60, "R2");
        Assert.IsType<SettlementResult.Ambiguous>(Administration.SettleCredit("C1", "F1"));
        Assert.IsType<SettlementResult.Settled>(Administration.SettleCredit("C1", "F1", relationCode: "R2"));
        Assert.IsType<SettlementResult.NothingToSettle>(Administration.SettleCredit("C1", "F1", relationCode: "R2"));
        Assert.Equal((90, 40), (Administration.Outstanding("F1", RelationCode), Administration.Outstanding("F1", "R2")));
        Assert.Null(Administration.Outstanding("F9", "R2"));
    }

    [Theory]
    [InlineData(false, new[] { "1", "4" }, new[] { "2" })]
    [InlineData(true, new[] { "1", "4" }, new[] { "2", "4" })]
    public async Task Payment_of_several_invoices_counts_for_each_by_its_line(bool findsLines, string[] byHead, string[] byLine)
    {
        Switch(switches => switches with { FilterFindsLines = findsLines });
        Invoice("760", 100);
        Invoice("761", 50);
        Invoice("C1", -20);

        var paid = Registered(Administration.RegisterCombinedPayment([new("760", 100), new("761", 30), new("C1", -20)], date: March));

        Assert.Equal((110m, "760", March), (paid.Total, paid.InvoiceNumber, paid.Date));
        Assert.Equal(["761 50 30 20"], await OpenAsync());
        Assert.Equal(byHead, (await FindAsync("760")).Select(mutation => mutation.Element(SoapCaller.Tns + "MutatieNr")?.Value));
        Assert.Equal(byLine, (await FindAsync("761")).Select(mutation => mutation.Element(SoapCaller.Tns + "MutatieNr")?.Value));
        Assert.Equal(["760", "761", "C1"], (await FindAsync("760"))[^1].Descendants(SoapCaller.Tns + "cMutatieListRegel").Select(NumberOf));
    }

    [Fact]
    public async Task Head_of_a_payment_of_several_invoices_may_name_them_all()
    {
        Invoice("760-1", 100);
        Invoice("760", 50);

        Registered(Administration.RegisterCombinedPayment([new("760-1", 90), new("760", 50)], "760-1,760"));

        Assert.Equal(["760-1 100 90 10"], await OpenAsync());
        Assert.Single(await FindAsync("760-1,760"));
        Assert.IsType<PaymentResult.NoSuchInvoice>(Administration.RegisterCombinedPayment([new("760", 1), new("F9", 1)]));
        Invoice("760", 50, "R2");
        Invoice("760-1", 50, "R2");
        Assert.IsType<PaymentResult.Ambiguous>(Administration.RegisterCombinedPayment([new("760", 1), new("760-1", 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Administration.RegisterCombinedPayment([]));
    }

    [Fact]
    public async Task Payment_of_several_invoices_follows_a_new_number_and_a_new_code()
    {
        var invoice = Invoice("F1", 100);
        Invoice("F2", 50);
        var alone = Registered(Administration.RegisterPayment("F2", 10));
        Registered(Administration.RegisterCombinedPayment([new("F2", 30), new("F1", 60)], date: March));

        Assert.True(Administration.RenumberMutation(invoice.Number, "F9"));
        Assert.True(Administration.ChangeRelation(Administration.Relations[0].Id, new Dictionary<string, string>(), "NEW"));
        Assert.Equal(["F9 100 60 40", "F2 50 40 10"], await OpenAsync());

        // A payment that a person links to another invoice takes no other payment with it.
        Assert.True(Administration.RenumberMutation(alone.Number, "F9"));
        Assert.Equal(["F9 100 70 30", "F2 50 30 20"], await OpenAsync());
    }

    [Fact]
    public void Invoices_by_the_thousand_are_one_change()
    {
        var saved = new List<int>();
        SandboxAdministration? books = null;
        books = new SandboxAdministration(
            new BooksGate(Clock, () => new SandboxSwitches(), () => saved.Add(books!.Mutations.Count)),
            AdministrationData.New("Veel", Guid.NewGuid()));

        var booked = books.AddInvoices(10_000, "A-", "R1", March, Line(100));

        Assert.Equal([10_000], saved);
        Assert.Equal((10_000, "A-1", 1L, "A-10000", 10_000L), (booked.Count, booked[0].InvoiceNumber, booked[0].Number, booked[^1].InvoiceNumber, booked[^1].Number));
        Assert.Equal(10_000, books.OpenDebtors().Count);
    }

    private static SandboxMutationLine Line(decimal amount) => new(amount, 0, "GEEN", 0, "8020");

    private static string? NumberOf(XElement element) => element.Element(SoapCaller.Tns + "Factuurnummer")?.Value;

    private static SandboxMutation Registered(PaymentResult result) => Assert.IsType<PaymentResult.Registered>(result).Payment;

    private SandboxMutation Invoice(string number, decimal amount, string relation = RelationCode) =>
        Administration.AddInvoice(number, relation, March, Line(amount));

    private async Task<IReadOnlyList<XElement>> FindAsync(string number) =>
        (await Soap.CallAsync("GetMutaties", Wire.MutationFilter(number))).All("cMutatieList");

    private async Task<IReadOnlyList<string>> OpenAsync() =>
    [
        .. (await Soap.CallAsync("GetOpenPosten", Wire.Debtors)).All("cOpenPost").Select(row => string.Join(
            ' ', new[] { "MutFactuur", "Bedrag", "Voldaan", "Openstaand" }.Select(name => row.Element(SoapCaller.Tns + name)?.Value))),
    ];
}
