using System.Net;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests.Rest;

/// <summary>The envelope, pages and filters, as the description has them for every list.</summary>
public sealed class RestListTests : RestTest
{
    private static readonly SandboxMutationLine Line = new(100, 21, "HOOG_VERK_21", 21, SandboxDemo.RevenueAccount);

    [Fact]
    public async Task Count_is_that_of_the_items_retrieved()
    {
        Administration.AddInvoices(130, "F", RelationCode, new DateOnly(2026, 1, 31), Line);

        async Task<(int Count, int Items, string First)> PageAsync(string query)
        {
            var reply = await Rest.GetAsync("mutation" + query);
            return ((int)reply.Json["count"]!, reply.Items.Count, reply.Items.Count == 0 ? "" : reply.All("invoiceNumber")[0]);
        }

        Assert.Equal((100, 100, "F1"), await PageAsync(""));
        Assert.Equal((30, 30, "F101"), await PageAsync("?offset=100"));
        Assert.Equal((1, 1, "F8"), await PageAsync("?limit=1&offset=7"));
        Assert.Equal((130, 130, "F1"), await PageAsync("?limit=2000"));
        Assert.Equal((0, 0, ""), await PageAsync("?offset=130"));
    }

    [Theory]
    [InlineData("limit=0", "PAGE_001")]
    [InlineData("limit=2001", "PAGE_001")]
    [InlineData("limit=x", "PAGE_001")]
    [InlineData("offset=-1", "PAGE_002")]
    [InlineData("offset=x", "PAGE_002")]
    public async Task Page_out_of_bounds_is_refused(string query, string code)
    {
        foreach (var list in new[] { "ledger?", "relation?", "mutation?", "administration/linked?", "mutation/invoice/outstanding?credDeb=D&" })
        {
            var reply = await Rest.GetAsync(list + query);
            Assert.Equal((HttpStatusCode.BadRequest, code), (reply.Status, reply.Code));
        }
    }

    [Fact]
    public async Task Lists_are_sparse()
    {
        var relation = Assert.Single((await Rest.GetAsync("relation")).Items);
        Assert.Equal($$"""{"id":{{RelationId}},"type":"B","code":"10001"}""", relation.ToJsonString());

        var ledger = (await Rest.GetAsync("ledger?code=1300")).Items.Single();
        Assert.Equal($$"""{"id":{{LedgerId("1300")}},"code":"1300","description":"Debiteuren","category":"DEB","group":""}""", ledger.ToJsonString());
        Assert.Equal(ledger.ToJsonString(), (await Rest.GetAsync($"ledger/{LedgerId("1300")}")).Body);
    }

    [Theory]
    [InlineData("invoiceNumber=A-1", "A-1")]
    [InlineData("invoiceNumber[eq]=A-1", "A-1")]
    [InlineData("invoiceNumber[not_eq]=A-1", "A-2 A-10 B-1")]
    [InlineData("invoiceNumber[like]=A-%25", "A-1 A-2 A-10")]
    [InlineData("invoiceNumber[like]=A-%3F", "A-1 A-2")]
    [InlineData("invoiceNumber[like]=%251", "A-1 B-1")]
    [InlineData("invoiceNumber[not_like]=A-%25", "B-1")]
    [InlineData("id=2", "A-2")]
    [InlineData("id[gt]=2", "A-10 B-1")]
    [InlineData("id[gte]=2", "A-2 A-10 B-1")]
    [InlineData("id[lt]=2", "A-1")]
    [InlineData("id[lte]=2", "A-1 A-2")]
    [InlineData("id[not_eq]=2", "A-1 A-10 B-1")]
    [InlineData("id[range]=2,3", "A-2 A-10")]
    [InlineData("date=2026-01-02", "A-2")]
    [InlineData("date[range]=2026-01-02,2026-01-03", "A-2 A-10")]
    [InlineData("date[gt]=2026-01-03", "B-1")]
    [InlineData("type=2", "A-1 A-2 A-10 B-1")]
    [InlineData("type=3", "")]
    [InlineData("description[like]=%25A-1%25", "A-1 A-10")]
    [InlineData("id[gt]=1&invoiceNumber[like]=A%25", "A-2 A-10")]
    [InlineData("unknown=1", "A-1 A-2 A-10 B-1")]
    public async Task Filter_lists_what_fits(string query, string numbers)
    {
        BookFour();

        Assert.Equal(numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries), (await Rest.GetAsync("mutation?" + query)).All("invoiceNumber"));
    }

    [Theory]
    [InlineData("id=x")]
    [InlineData("id[like]=1")]
    [InlineData("id[range]=1")]
    [InlineData("id[gt]=1&id[lt]=3")]
    [InlineData("date=31-01-2026")]
    [InlineData("invoiceNumber[gt]=A")]
    [InlineData("invoiceNumber[starts]=A")]
    public async Task Filter_that_does_not_go_with_its_parameter_is_refused(string query)
    {
        var reply = await Rest.GetAsync("mutation?" + query);

        Assert.Equal((HttpStatusCode.BadRequest, "ERR_002"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("code=10002")]
    [InlineData("name=Tweede")]
    [InlineData("type=P")]
    [InlineData("email=x@example.test")]
    [InlineData("contact[like]=Jan%25")]
    [InlineData("city=Breda")]
    public async Task Relations_are_found_by_each_of_their_filters(string query)
    {
        Administration.AddRelation("10002", "Tweede", new Dictionary<string, string>
        {
            ["BP"] = "P", ["Email"] = "x@example.test", ["Contactpersoon"] = "Jan Jansen", ["Plaats"] = "Breda",
        });

        Assert.Equal(["10002"], (await Rest.GetAsync("relation?" + query)).All("code"));
    }

    [Fact]
    public async Task Ledgers_are_found_by_category()
    {
        Assert.Equal(["1000", "1010"], (await Rest.GetAsync("ledger?category=FIN")).All("code"));
        Assert.Equal(["8000", "8010"], (await Rest.GetAsync("ledger?code[like]=80%25&limit=2")).All("code"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Payment_of_several_invoices_is_found_by_a_line_only_when_switched(bool lines)
    {
        Switch(switches => switches with { FilterFindsLines = lines });
        Administration.AddInvoices(2, "F", RelationCode, new DateOnly(2026, 1, 31), Line);
        Administration.RegisterCombinedPayment([new PaymentPart("F1", 1), new PaymentPart("F2", 1)], "1,2");

        var byHead = await Rest.GetAsync("mutation?type[eq]=3&invoiceNumber[like]=1%25");
        var byLine = await Rest.GetAsync("mutation?invoiceNumber=F2");

        Assert.Equal(["1,2"], byHead.All("invoiceNumber"));
        Assert.Equal(lines ? ["F2", "1,2"] : ["F2"], byLine.All("invoiceNumber"));
    }

    [Fact]
    public async Task Monthly_limit_of_soap_does_not_hold()
    {
        Switch(switches => switches with { GetMutatiesPerMonth = 0, MaxRows = 1 });
        BookFour();

        Assert.Equal(4, (await Rest.GetAsync("mutation")).Items.Count);
        Assert.Equal(0, Administration.GetMutatiesCallsThisMonth);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "%", true)]
    [InlineData("", "?", false)]
    [InlineData("abc", "a%c", true)]
    [InlineData("abcabc", "%bc", true)]
    [InlineData("abcab", "%bc", false)]
    [InlineData("abc", "%%b%", true)]
    [InlineData("abc", "a?", false)]
    [InlineData("abc", "abc?", false)]
    public void Wildcards_stand_for_many_and_for_one(string text, string pattern, bool fits) =>
        Assert.Equal(fits, RestWildcards.Fits(text, pattern));

    private void BookFour()
    {
        string[] numbers = ["A-1", "A-2", "A-10", "B-1"];
        for (var index = 0; index < numbers.Length; index++)
        {
            Administration.AddInvoice(numbers[index], RelationCode, new DateOnly(2026, 1, 1 + index), Line);
        }
    }
}
