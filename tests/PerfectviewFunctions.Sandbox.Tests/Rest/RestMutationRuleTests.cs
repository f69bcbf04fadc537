using System.Net;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests.Rest;

/// <summary>Each rule for a mutation with its code, from the tables of the REST description.</summary>
public sealed class RestMutationRuleTests : RestTest
{
    [Theory]
    [InlineData("type", null, "MUTA_002")]
    [InlineData("type", "8", "MUTA_009")]
    [InlineData("type", "invoice", "MUTA_009")]
    [InlineData("type", 22, "MUTA_009")]
    [InlineData("type", "0", "MUT_001")]
    [InlineData("date", null, "MUT_003")]
    [InlineData("date", "31-01-2026", "MUT_004")]
    [InlineData("date", "2026-02-30", "MUT_004")]
    [InlineData("date", "1979-12-31", "MUT_004")]
    [InlineData("date", "2050-01-01", "MUT_004")]
    [InlineData("ledgerId", null, "MUTA_001")]
    [InlineData("ledgerId", 1300, "MUT_007")]
    [InlineData("inExVat", null, "MUTA_005")]
    [InlineData("inExVat", "BOTH", "MUT_017")]
    [InlineData("termOfPayment", -1, "MUT_015")]
    [InlineData("rows", null, "MUT_100")]
    [InlineData("invoiceNumber", null, "MUT_002")]
    [InlineData("invoiceNumber", "", "MUT_002")]
    [InlineData("relationId", null, "MUT_012")]
    [InlineData("relationId", 99, "MUT_013")]
    [InlineData("termOfPayment", null, "")]
    [InlineData("description", null, "")]
    [InlineData("type", 2, "")]
    [InlineData("date", "2026-01-31T10:00:00", "")]
    public async Task Head_is_held_to_its_rules(string property, object? value, string code) =>
        await BooksAsync(Invoice().With(property, value is null ? null : JsonValue.Create(value)), code);

    [Theory]
    [InlineData("invoiceNumber", "MUT_018")]
    [InlineData("description", "ERR_002")]
    [InlineData("entryNumber", "ERR_002")]
    [InlineData("paymentReference", "ERR_002")]
    public async Task Text_has_fifty_signs_at_most(string property, string code)
    {
        await BooksAsync(Invoice().With(property, new string('x', 51)), code);
        await BooksAsync(Invoice("F2").With(property, new string('x', 50)), "");
    }

    [Theory]
    [InlineData("ledgerId", null, "MUTA_004")]
    [InlineData("ledgerId", 8000, "MUT_104")]
    [InlineData("vatCode", null, "MUT_109")]
    [InlineData("vatCode", "HOOG_VERK", "MUT_109")]
    [InlineData("vatCode", "HOOG_INK_21", "MUT_111")]
    [InlineData("vatCode", "AFW", "MUT_111")]
    [InlineData("vatAmount", 21, "MUTA_003")]
    [InlineData("relationId", 1001, "MUT_114")]
    [InlineData("invoiceNumber", "F1", "MUT_116")]
    public async Task Row_is_held_to_its_rules(string property, object? value, string code) =>
        await BooksAsync(Invoice().WithRow(property, value is null ? null : JsonValue.Create(value)), code);

    [Theory]
    [InlineData("1", "1300", "MUT_010")]
    [InlineData("2", "1600", "MUT_011")]
    [InlineData("3", "1300", "MUT_009")]
    [InlineData("4", "8000", "MUT_009")]
    [InlineData("5", "1600", "MUT_009")]
    [InlineData("6", "4900", "MUT_009")]
    public async Task Ledger_of_the_head_has_the_category_of_the_type(string type, string account, string code) =>
        await BooksAsync(Invoice().With("type", type).With("ledgerId", LedgerId(account)), code);

    [Theory]
    [InlineData("1300", "MUT_106")]
    [InlineData("1600", "MUT_106")]
    [InlineData("1010", "MUT_106")]
    [InlineData("0100", "")]
    public async Task Ledger_of_a_row_is_no_bank_debtor_or_creditor(string account, string code) =>
        await BooksAsync(Invoice().WithRow("ledgerId", LedgerId(account)), code);

    [Theory]
    [InlineData("HOOG_VERK_21", "MUT_110")]
    [InlineData("AFW", "")]
    [InlineData("BU_EU_INK", "")]
    [InlineData("GEEN", "")]
    [InlineData("VERL_INK_L", "MUT_109")]
    public async Task Purchase_has_a_purchase_code(string vatCode, string code) => await BooksAsync(PurchaseInvoice(code: vatCode), code);

    [Theory]
    [InlineData("VERL_INK", "IN", "MUT_026")]
    [InlineData("VERL_INK", "EX", "")]
    [InlineData("HOOG_INK_21", "IN", "")]
    public async Task Purchase_with_shifted_vat_excludes_it(string vatCode, string inExVat, string code) =>
        await BooksAsync(PurchaseInvoice(code: vatCode, inExVat: inExVat), code);

    [Theory]
    [InlineData("LAAG_VERK", "2018-12-31", "")]
    [InlineData("LAAG_VERK", "2019-01-01", "MUT_109")]
    [InlineData("LAAG_VERK_9", "2026-01-01", "")]
    [InlineData("BI_EU_VERK_D", "2026-01-01", "")]
    public async Task Old_low_rate_is_cut_off(string vatCode, string date, string code) =>
        await BooksAsync(Invoice().With("date", date).WithRow("vatCode", vatCode), code);

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "MUT_111")]
    public async Task Goods_within_the_eu_are_refused_on_a_sale_only_when_switched(bool refused, string code)
    {
        Switch(switches => switches with { RestRefusesGoodsInEu = refused });

        await BooksAsync(Invoice().WithRow("vatCode", "BI_EU_VERK"), code);
    }

    [Theory]
    [InlineData(0, "MUT_100")]
    [InlineData(1, "")]
    [InlineData(500, "")]
    [InlineData(501, "MUT_101")]
    public async Task Rows_are_one_to_five_hundred(int rows, string code) =>
        await BooksAsync(Invoice().With("rows", new JsonArray([.. Enumerable.Range(0, rows).Select(_ => Row(1))])), code);

    [Fact]
    public async Task Closed_period_is_refused()
    {
        Administration.ClosedUntil = new DateOnly(2026, 1, 31);

        await BooksAsync(Invoice(), "MUT_005");
        await BooksAsync(Invoice().With("date", "2026-02-01"), "");
    }

    [Theory]
    [InlineData(DuplicateRule.RelationAndNumber, "MUT_020", "")]
    [InlineData(DuplicateRule.Number, "MUT_019", "MUT_019")]
    public async Task Second_invoice_is_refused_as_the_switch_says(DuplicateRule rule, string sameRelation, string otherRelation)
    {
        Switch(switches => switches with { Duplicates = rule });
        var other = Administration.AddRelation("10002", "Ander");
        await BooksAsync(Invoice(), "");

        await BooksAsync(Invoice(), sameRelation);
        await BooksAsync(Invoice().With("relationId", other.Id), otherRelation);
        await BooksAsync(PurchaseInvoice("F2026-001"), "");
        await BooksAsync(PurchaseInvoice("F2026-001"), "MUT_020");
    }

    [Fact]
    public async Task Payment_reference_is_looked_for_only_when_asked()
    {
        await BooksAsync(Invoice("F1").With("paymentReference", "K-1"), "");
        await BooksAsync(Invoice("F2").With("paymentReference", "K-1"), "");
        await BooksAsync(Invoice("F3").With("paymentReference", "K-1").With("checkPaymentReference", true), "MUTA_008");
        await BooksAsync(Invoice("F3").With("paymentReference", "K-2").With("checkPaymentReference", true), "");
    }

    [Theory]
    [InlineData("invoiceNumber", null, "MUT_120")]
    [InlineData("invoiceNumber", "F9", "MUT_115")]
    [InlineData("relationId", null, "MUT_112")]
    [InlineData("relationId", 99, "MUT_113")]
    [InlineData("vatCode", "HOOG_VERK_21", "MUT_109")]
    [InlineData("ledgerId", null, "")]
    public async Task Row_of_a_payment_names_what_it_pays(string property, object? value, string code)
    {
        await BooksAsync(Invoice("F1"), "");

        await BooksAsync(Payment(("F1", 20)).WithRow(property, value is null ? null : JsonValue.Create(value)), code);
    }

    [Fact]
    public async Task Payment_goes_with_the_account_and_the_relation_of_its_invoice()
    {
        var other = Administration.AddRelation("10002", "Ander");
        await BooksAsync(Invoice("F1"), "");
        await BooksAsync(PurchaseInvoice("I-1"), "");

        await BooksAsync(Payment(("F1", 20)).WithRow("ledgerId", LedgerId("1600")), "MUT_108");
        await BooksAsync(Payment(("F1", 20)).WithRow("relationId", other.Id), "MUT_114");
        await BooksAsync(Payment(("F1", 20)).With("relationId", other.Id).WithRow("relationId", other.Id), "MUT_115");
        await BooksAsync(Payment(("I-1", 20)).With("type", "4"), "MUT_107");
        await BooksAsync(Payment(("I-1", 20)).With("type", "4").WithRow("ledgerId", LedgerId("1600")), "");
        await BooksAsync(Payment(("I-1", 20)), "MUT_115");
    }

    [Fact]
    public async Task Payment_of_two_invoices_lowers_both()
    {
        await BooksAsync(Invoice("F1"), "");
        await BooksAsync(Invoice("F2"), "");

        await BooksAsync(Payment(("F1", 20), ("F9", 30)), "MUT_115");
        await BooksAsync(Payment(("F1", 20), ("F2", 30)).With("invoiceNumber", null).With("relationId", null), "");

        Assert.Equal(["101", "91"], (await Rest.GetAsync("mutation/invoice/outstanding?credDeb=D")).All("outstandingAmount").Select(Whole));
        var paid = (await Rest.GetAsync("mutation/3")).Json;
        Assert.Equal(("F1,F2", RelationId), ((string)paid["invoiceNumber"]!, (long)paid["relationId"]!));
        Assert.Equal(["F1", "F2"], paid["rows"]!.AsArray().Select(row => (string)row!["invoiceNumber"]!));
    }

    [Fact]
    public async Task What_is_missing_reads_as_an_empty_text_or_zero()
    {
        await BooksAsync(Invoice().With("type", "5").With("ledgerId", LedgerId("1010")).With("relationId", null).With("invoiceNumber", null), "");

        var received = (await Rest.GetAsync("mutation/1")).Json;
        Assert.Equal(("", 0), ((string)received["invoiceNumber"]!, (long)received["relationId"]!));
    }

    private static string Whole(string amount) => amount.Split('.')[0];

    /// <summary>Books it when the code is empty; otherwise it is refused with the code and nothing is booked.</summary>
    private async Task BooksAsync(JsonObject mutation, string code)
    {
        var before = Administration.Mutations.Count;

        var reply = await Rest.PostAsync("mutation", mutation);

        Assert.Equal((code, code.Length == 0 ? HttpStatusCode.Created : HttpStatusCode.BadRequest), (reply.Code, reply.Status));
        Assert.Equal(before + (code.Length == 0 ? 1 : 0), Administration.Mutations.Count);
    }
}
