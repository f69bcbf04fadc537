using System.Globalization;
using System.Net;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Tests.Rest.Support;
using static PerfectviewFunctions.EBoekhouden.Tests.Rest.Support.ScriptedRest;

namespace PerfectviewFunctions.EBoekhouden.Tests.Rest;

/// <summary>Lists in pages, lists that say little, and answers that prove nothing.</summary>
public sealed class ReadingTests : IDisposable
{
    private readonly RestBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task List_is_read_page_by_page_until_one_is_not_full_and_is_no_snapshot()
    {
        bench.Service.On(Outstanding, call => Json(HttpStatusCode.OK, call.PathAndQuery.EndsWith("offset=0", StringComparison.Ordinal) ? Open(1, 2000) : Open(2000, 3)));

        var open = Assert.IsType<Answer<OpenItems>.Success>(await bench.ReadOpenItemsAsync()).Value;

        Assert.Equal((2002, false), (open.Items.Count, open.IsSnapshot)); // the row that moved to the second page comes once
        Assert.Equal(
            ["/v1/mutation/invoice/outstanding?credDeb=D&limit=2000&offset=0", "/v1/mutation/invoice/outstanding?credDeb=D&limit=2000&offset=2000"],
            bench.Service.Seen.Skip(1).Select(call => call.PathAndQuery));
    }

    [Fact]
    public async Task Page_that_fails_is_the_failure_of_the_list()
    {
        bench.Service.On(Outstanding, call => call.PathAndQuery.EndsWith("offset=0", StringComparison.Ordinal)
            ? Json(HttpStatusCode.OK, Open(1, 2000))
            : Json(HttpStatusCode.ServiceUnavailable, ""));

        Assert.Equal(CallFailure.ServerError, Assert.IsType<Answer<OpenItems>.NotDone>(await bench.ReadOpenItemsAsync()).Code);
    }

    [Theory]
    [InlineData("""{"count":0}""")]
    [InlineData("""{"items":null,"count":0}""")]
    [InlineData("""{"items":[null],"count":1}""")]
    [InlineData("""{"items":[{}],"count":1}""")]
    [InlineData("""{"items":[],"count":5}""")]
    [InlineData("[]")]
    public async Task List_that_is_not_whole_is_none(string body)
    {
        bench.Service.On(Outstanding, body).On(Find, body).On(Ledger, body);

        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<OpenItems>.NotDone>(await bench.ReadOpenItemsAsync()).Code);
        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<FoundBookings>.NotDone>(await bench.FindBookingsAsync()).Code);
        Assert.Equal(
            CallFailure.Unreadable,
            Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.NotDone>(await bench.Books.ReadLedgerAccountsAsync(RestBench.Credentials, default)).Code);
    }

    [Theory]
    [InlineData("1000000000000000", true)]
    [InlineData("1000000000000000.01", false)]
    [InlineData("-79228162514264337593543950335", false)]
    [InlineData("1e40", false)]
    [InlineData("null", false)]
    public async Task Amount_that_no_books_hold_spoils_the_list(string amount, bool isRead)
    {
        bench.Service
            .On(Outstanding, $$"""{"items":[{"date":"2026-01-31","invoiceNumber":"A","totalAmount":{{amount}},"paidAmount":0,"outstandingAmount":0}]}""")
            .On(Look, $$"""{"id":77,"type":2,"date":"2026-01-31","inExVat":"EX","rows":[{"vatCode":"GEEN","amount":{{amount}}}]}""");

        Assert.Equal(isRead, await bench.ReadOpenItemsAsync() is Answer<OpenItems>.Success);
        Assert.Equal(isRead, await bench.Books.FindMutationAsync(RestBench.Credentials, 77, default) is Answer<BookedMutation?>.Success);
    }

    [Fact]
    public async Task Answer_about_another_than_was_asked_for_is_none()
    {
        bench.Service.On(Look, """{"id":78,"type":2,"date":"2026-01-31","inExVat":"EX","rows":[]}""").On(Relation, """{"id":22,"type":"B","code":"PV10001","name":"Maan"}""");

        Assert.Equal(
            CallFailure.Unreadable,
            Assert.IsType<Answer<BookedMutation?>.NotDone>(await bench.Books.FindMutationAsync(RestBench.Credentials, 77, default)).Code);
        Assert.Equal(
            CallFailure.Unreadable, Assert.IsType<Answer<BookedCard?>.NotDone>(await bench.Books.ReadDebtorAsync(RestBench.Credentials, 21, default)).Code);
    }

    [Theory]
    [InlineData("""[{"vatCode":"HOOG_VERK_21","amount":0}]""", true)]
    [InlineData("""[{"vatCode":"HOOG_VERK_21","amount":2.1},{"vatCode":"HOOG_VERK_21","amount":-2.1}]""", true)]
    [InlineData("""[{"vatCode":"HOOG_VERK_21","amount":2.1},{"vatCode":"GEEN","amount":0}]""", false)]
    public async Task Rows_of_which_nobody_says_whether_they_are_with_VAT_are_read_where_there_is_none(string vat, bool isRead)
    {
        bench.Service.On(Look, $$"""{"id":77,"type":2,"date":"2026-01-31","rows":[{"vatCode":"HOOG_VERK_21","amount":10}],"vat":{{vat}}}""");

        Assert.Equal(isRead, await bench.Books.FindMutationAsync(RestBench.Credentials, 77, default) is Answer<BookedMutation?>.Success);
    }

    [Fact]
    public async Task List_without_an_end_is_given_up()
    {
        bench.Service.On(Ledger, $$"""{"items":[{{string.Join(',', Enumerable.Repeat("""{"id":11,"code":"1300","category":"DEB"}""", 2000))}}]}""");
        var answer = await bench.Books.ReadLedgerAccountsAsync(RestBench.Credentials, default);

        Assert.Equal("a list that does not end", Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.NotDone>(answer).Detail);
        Assert.Equal(100, bench.Service.Calls.Count(call => call == Ledger));
    }

    [Fact]
    public async Task Service_that_does_not_heed_a_filter_proves_no_absence()
    {
        bench.Service.On(Find, """{"items":[{"id":5,"type":2,"date":"2026-01-01","invoiceNumber":"B-9","amount":1}],"count":1}""")
            .On(Look, """{"id":5,"type":2,"date":"2026-01-01","invoiceNumber":"B-9","relationId":0,"inExVat":"EX","rows":[{"vatCode":"GEEN","amount":1}],"vat":[]}""")
            .On(Relations, """{"items":[{"id":9,"code":"OTHER"}],"count":1}""");

        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<FoundBookings>.NotDone>(await bench.FindBookingsAsync()).Code);
        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<BookingReceipt>.NotDone>(await bench.BookAsync()).Code);
    }

    [Fact]
    public async Task Bookings_of_a_number_are_read_whole_with_payments_that_name_it()
    {
        bench.Service
            .On(Find, """{"items":[{"id":77,"type":2,"date":"2026-01-31T00:00:00","invoiceNumber":"A-2026-001","amount":1483.75},{"id":78,"type":3,"date":"2026-02-05","invoiceNumber":"760,A-2026-001"}],"count":2}""")
            .On(Look, call => Json(HttpStatusCode.OK, call.PathAndQuery.EndsWith("77", StringComparison.Ordinal) ? Mutation
                : """
                  {"id":78,"type":3,"date":"2026-02-05","invoiceNumber":"760,A-2026-001","relationId":0,"inExVat":"EX",
                   "rows":[{"vatCode":"GEEN","amount":5,"invoiceNumber":"760"},{"vatCode":"GEEN","amount":1483.75,"invoiceNumber":"A-2026-001"}]}
                  """));

        var found = Assert.IsType<Answer<FoundBookings>.Success>(await bench.FindBookingsAsync()).Value;

        Assert.True(found.Complete);
        Assert.Equal([(77, true, false, "PV10001"), (78, false, true, "")], found.Mutations.Select(one => (one.Number, one.IsInvoiceSent, one.IsInvoicePayment, one.DebtorCode)));
        Assert.Equal([new BookedLine(1234.5m, 259.25m, "HOOG_VERK_21"), new BookedLine(-10, 0, "GEEN")], found.Mutations[0].Lines);
        Assert.Equal([("760", 5m), ("A-2026-001", 1483.75m)], found.Mutations[1].Lines.Select(line => (line.InvoiceNumber, line.Net)));
        Assert.Equal([true, false], found.Mutations.Select(one => one.IsVatByService));
    }

    /// <summary>A filter that looks at rows too finds payments whose head has another number.</summary>
    [Fact]
    public async Task Payment_that_names_it_in_a_row_only_is_one_that_was_asked_for()
    {
        bench.Service
            .On(Find, """{"items":[{"id":78,"type":3,"date":"2026-02-05","invoiceNumber":"760"}],"count":1}""")
            .On(Look, """
                {"id":78,"type":3,"date":"2026-02-05","invoiceNumber":"760","relationId":0,"inExVat":"EX",
                 "rows":[{"vatCode":"GEEN","amount":1483.75,"invoiceNumber":"A-2026-001"}]}
                """);

        var found = Assert.IsType<Answer<FoundBookings>.Success>(await bench.FindBookingsAsync()).Value;

        Assert.Equal((78, true, true), (Assert.Single(found.Mutations).Number, found.Mutations[0].IsInvoicePayment, found.Complete));
    }

    [Fact]
    public async Task More_bookings_of_a_number_than_are_read_leave_it_incomplete()
    {
        bench.Service
            .On(Find, $$"""{"items":[{{string.Join(',', Enumerable.Range(1, 21).Select(id => $$"""{"id":{{id}},"type":2,"date":"2026-01-31","invoiceNumber":"A-2026-001","amount":1}"""))}}],"count":21}""")
            .On(Look, call => Json(HttpStatusCode.OK, Mutation.Replace("77", call.PathAndQuery.Split('/')[^1], StringComparison.Ordinal)));

        var found = Assert.IsType<Answer<FoundBookings>.Success>(await bench.FindBookingsAsync()).Value;

        Assert.Equal((20, false), (found.Mutations.Count, found.Complete));
    }

    [Fact]
    public async Task Days_with_more_invoices_than_are_read_are_left_to_be_asked_in_parts()
    {
        bench.Service.On(Find, $$"""{"items":[{{string.Join(',', Enumerable.Range(1, 101).Select(id => $$"""{"id":{{id}},"type":2,"date":"2026-01-31","amount":1}"""))}}],"count":101}""");

        var found = Assert.IsType<Answer<FoundBookings>.Success>(
            await bench.Books.ReadMutationsAsync(RestBench.Credentials, new DateOnly(2026, 1, 30), new DateOnly(2026, 1, 31), default)).Value;

        Assert.Equal((0, false), (found.Mutations.Count, found.Complete));
        Assert.DoesNotContain(Look, bench.Service.Calls);
    }

    [Fact]
    public async Task Codes_of_many_relations_are_taken_from_their_list_and_of_few_one_by_one()
    {
        bench.Service.On(Outstanding, Open(1, 3, "")).On(Relation, call => Json(HttpStatusCode.OK, $$"""{"id":{{call.PathAndQuery.Split('/')[^1]}},"code":"R{{call.PathAndQuery.Split('/')[^1]}}"}"""));
        Assert.Equal(["R1", "R2", "R3"], (await ItemsAsync()).Select(item => item.DebtorCode));
        Assert.Equal(3, bench.Service.Calls.Count(call => call == Relation));

        bench.Service.On(Outstanding, Open(1, 12, "")).On(Relations, $$"""{"items":[{{string.Join(',', Enumerable.Range(1, 11).Select(id => $$"""{"id":{{id}},"code":"R{{id}}"}"""))}}],"count":11}""");
        var codes = (await ItemsAsync()).Select(item => item.DebtorCode).ToList();
        Assert.Equal([.. Enumerable.Range(1, 11).Select(id => $"R{id}"), ""], codes);
        Assert.Equal(1, bench.Service.Calls.Count(call => call == Relations));
        Assert.Equal(3, bench.Service.Calls.Count(call => call == Relation));
    }

    [Fact]
    public async Task Look_for_a_debtor_reads_five_cards_and_tells_the_names_beyond()
    {
        bench.Service.On(Relations, call => Json(HttpStatusCode.OK,
                call.PathAndQuery.Contains("code=", StringComparison.Ordinal) ? """{"items":[],"count":0}"""
                : call.PathAndQuery.Contains("email=", StringComparison.Ordinal) ? """{"items":[{"id":3,"code":"R3"}],"count":1}"""
                : $$"""{"items":[{{string.Join(',', Enumerable.Range(1, 8).Select(id => $$"""{"id":{{id}},"code":"R{{id}}"}"""))}}],"count":8}"""))
            .On(Relation, call => Json(HttpStatusCode.OK, $$"""{"id":{{call.PathAndQuery.Split('/')[^1]}},"code":"R{{call.PathAndQuery.Split('/')[^1]}}","name":"Maan","postalCode":"1234 AB"}"""));

        var list = Assert.IsType<Answer<DebtorList>.Success>(
            await bench.Books.ReadDebtorsAsync(RestBench.Credentials, new DebtorLook([4], ["R0"], "a@b.example", "Maan"), default)).Value;

        Assert.False(list.IsWhole);
        Assert.Equal([4, 3, 1, 2, 5, 6, 7, 8], list.Debtors.Select(debtor => debtor.Id));
        Assert.Equal([false, false, false, false, false, true, true, true], list.Debtors.Select(debtor => debtor.IsUnread));
        Assert.Equal(new BookedDebtor(6, "R6", "Maan", "", "", "", "") { IsUnread = true }, list.Debtors[5]);
    }

    [Fact]
    public async Task Card_keeps_apart_what_it_does_not_know()
    {
        bench.Service.On(Relation, """
            {"Id":"21","Type":"P","Code":"PV1","Name":"Maan","gender":"a","note":"een\r\ntwee","termOfPayment":14,"inactive":false,"freeText1":null,"date":"2019-05-06T00:00:00","iban":null}
            """);

        var card = Assert.IsType<Answer<BookedCard?>.Success>(await bench.Books.ReadDebtorAsync(RestBench.Credentials, 21, default)).Value!;

        Assert.Equal(new DebtorCard("PV1", IsPerson: true, "Maan") { Note = "een\ntwee" }, card.Card);
        Assert.Equal(
            ["date=2019-05-06T00:00:00", "gender=a", "inactive=false", "note=een\r\ntwee", "termOfPayment=14"],
            card.Rest.Select(field => $"{field.Key}={field.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Relation_or_ledger_that_the_service_does_not_know_any_more_is_looked_up_anew()
    {
        bench.Service.On(Book, """{"id":77}""");
        await bench.BookAsync();
        foreach (var (code, call) in new[] { ("MUT_013", Relations), ("MUT_104", Ledger), ("MUT_007", Ledger) })
        {
            bench.Service.On(Book, _ => Refused(HttpStatusCode.BadRequest, code));
            var before = bench.Service.Calls.Count(made => made == call);
            Assert.Equal(code, Assert.IsType<Answer<BookingReceipt>.Refused>(await bench.BookAsync()).Code);
            Assert.Equal(before, bench.Service.Calls.Count(made => made == call));

            bench.Service.On(Book, """{"id":77}""");
            await bench.BookAsync();
            Assert.Equal(before + 1, bench.Service.Calls.Count(made => made == call));
        }
    }

    private async Task<IReadOnlyList<OpenItem>> ItemsAsync() => Assert.IsType<Answer<OpenItems>.Success>(await bench.ReadOpenItemsAsync()).Value.Items;

    /// <param name="code">Of every debtor.</param>
    private static string Open(int first, int count, string code = "PV1") =>
        $$"""{"items":[{{string.Join(',', Enumerable.Range(first, count).Select(id => string.Create(CultureInfo.InvariantCulture, $$"""{"date":"2026-01-31","mutationId":{{id}},"invoiceNumber":"A-{{id}}","relationId":{{id}},"relationCode":"{{code}}","company":"x","totalAmount":10.0,"paidAmount":0,"outstandingAmount":10}""")))}}],"count":{{count}}}""";
}
