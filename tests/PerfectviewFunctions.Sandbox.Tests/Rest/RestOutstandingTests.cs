using System.Net;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests.Rest;

public sealed class RestOutstandingTests : RestTest
{
    private const string Debtors = "mutation/invoice/outstanding?credDeb=D";

    private static readonly DateOnly January = new(2026, 1, 31);

    [Theory]
    [InlineData("", "MUTA_006")]
    [InlineData("?credDeb=", "MUTA_006")]
    [InlineData("?credDeb=X", "MUTA_007")]
    [InlineData("?credDeb=d", "MUTA_007")]
    public async Task Side_is_required(string query, string code)
    {
        var reply = await Rest.GetAsync("mutation/invoice/outstanding" + query);

        Assert.Equal((HttpStatusCode.BadRequest, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Creditors_are_a_list_of_their_own()
    {
        await Rest.PostAsync("mutation", Invoice("F1"));
        await Rest.PostAsync("mutation", PurchaseInvoice("I-1"));

        Assert.Equal(["F1"], (await Rest.GetAsync(Debtors)).All("invoiceNumber"));
        Assert.Equal(["I-1"], (await Rest.GetAsync("mutation/invoice/outstanding?credDeb=C")).All("invoiceNumber"));
    }

    [Fact]
    public async Task Items_are_filtered_and_paged()
    {
        Administration.AddInvoices(5, "F", RelationCode, January, Line(100));

        Assert.Equal(["F4"], (await Rest.GetAsync(Debtors + "&invoiceNumber=F4")).All("invoiceNumber"));
        Assert.Equal(["F3", "F4"], (await Rest.GetAsync(Debtors + "&limit=2&offset=2")).All("invoiceNumber"));
        Assert.Equal(["5"], (await Rest.GetAsync(Debtors + "&offset=4")).All("mutationId"));
    }

    [Theory]
    [InlineData(CreditForm.Negative, "100 -50")]
    [InlineData(CreditForm.Positive, "100 50")]
    [InlineData(CreditForm.Absent, "100")]
    public async Task Credits_stand_as_the_switch_says(CreditForm form, string amounts)
    {
        Switch(switches => switches with { Credits = form });
        Administration.AddInvoice("F1", RelationCode, January, Line(100));
        Administration.AddInvoice("C1", RelationCode, January, Line(-50));

        Assert.Equal(amounts.Split(' '), (await Rest.GetAsync(Debtors)).All("outstandingAmount"));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Invoice_paid_too_much_is_shown_as_the_switch_says(bool shown, int rows)
    {
        Switch(switches => switches with { OverpaidShown = shown });
        Administration.AddInvoice("F1", RelationCode, January, Line(100));
        Administration.RegisterPayment("F1", 101);

        Assert.Equal(rows, (await Rest.GetAsync(Debtors)).Items.Count);
    }

    [Fact]
    public async Task List_ends_without_a_sign_of_it_when_switched()
    {
        Switch(switches => switches with { MaxOpenItems = 2 });
        Administration.AddInvoices(3, "F", RelationCode, January, Line(100));

        var reply = await Rest.GetAsync(Debtors);

        Assert.Equal(2, (int)reply.Json["count"]!);
    }

    private static SandboxMutationLine Line(decimal amount) => new(amount, 0, "GEEN", 0, "8020");
}
