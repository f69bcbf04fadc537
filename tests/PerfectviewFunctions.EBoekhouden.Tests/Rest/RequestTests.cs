using System.Net;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest;
using PerfectviewFunctions.EBoekhouden.Tests.Rest.Support;
using static PerfectviewFunctions.EBoekhouden.Tests.Rest.Support.ScriptedRest;

namespace PerfectviewFunctions.EBoekhouden.Tests.Rest;

/// <summary>Requests to the last character.</summary>
public sealed class RequestTests : IDisposable
{
    private readonly RestBench bench = new();

    public RequestTests() => bench.Service.On(Book, """{"id":77}""").On(AddRelation, """{"id":21,"code":"PV10001"}""").On(ChangeRelation, _ => Json(HttpStatusCode.NoContent, ""));

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Session_is_opened_with_token_and_source_and_used_without_bearer()
    {
        await bench.BookAsync();

        var opening = bench.Service.Single(OpenSession);
        Assert.Equal("""{"accessToken":"geheim-token-0123456789","source":"PerfectvFn"}""", opening.Body);
        Assert.Null(opening.Session);
        Assert.All(bench.Service.Seen.Skip(1), call => Assert.Equal("T-1", call.Session));
        Assert.All(bench.Service.Seen, call => Assert.Equal("https://api.e-boekhouden.nl", call.Message.RequestUri!.GetLeftPart(UriPartial.Authority)));
        Assert.All(bench.Service.Seen, call => Assert.Equal(HttpVersion.Version11, call.Message.Version));
    }

    [Fact]
    public async Task Booking_goes_with_ids_and_without_VAT()
    {
        await bench.BookAsync();

        Assert.Equal(
            """
            {"type":2,"date":"2026-01-31","ledgerId":11,"relationId":21,"invoiceNumber":"A-2026-001","termOfPayment":14,"paymentReference":"2026-001","inExVat":"IN","description":"Factuur 2026-001","rows":[{"ledgerId":12,"vatCode":"HOOG_VERK_21","amount":1493.75},{"ledgerId":13,"vatCode":"GEEN","amount":-10}]}
            """,
            bench.Service.Single(Book).Body);
        Assert.Equal("application/json; charset=utf-8", bench.Service.Single(Book).Message.Content!.Headers.ContentType!.ToString());
        Assert.Equal([OpenSession, Ledger, Relations, Book, Look], bench.Service.Calls);
        Assert.Equal(
            ["/v1/ledger?limit=2000&offset=0", "/v1/relation?code=PV10001&limit=100&offset=0", "/v1/mutation/77"],
            bench.Service.Seen.Where(call => call.Name is Ledger or Relations or Look).Select(call => call.PathAndQuery));
    }

    [Fact]
    public async Task VAT_is_sent_where_the_code_has_no_rate()
    {
        var booking = RestBench.Booking with { Lines = [new BookingLine(100, 13.37m, "AFW_VERK", 0, "8000")] };

        await bench.Books.BookAsync(RestBench.Credentials, booking, bench.LongEnough);

        Assert.Contains("""[{"ledgerId":12,"vatCode":"AFW_VERK","amount":113.37,"vatAmount":13.37}]""", bench.Service.Single(Book).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VERL_VERK")]
    [InlineData("VERL_VERK_L9")]
    public async Task Reverse_charge_is_sent_only_where_it_was_switched_on(string code)
    {
        var booking = RestBench.Booking with { Lines = [new BookingLine(100, 0, code, 0, "8000")] };

        Assert.Equal(
            new Answer<BookingReceipt>.Refused(CallFailure.ReverseChargeOff),
            await bench.Books.BookAsync(RestBench.Credentials, booking, bench.LongEnough));
        Assert.Empty(bench.Service.Seen);

        using var tried = new RestBench(new RestOptions { ReverseCharge = true }, bench.Service);
        await tried.Books.BookAsync(RestBench.Credentials, booking, tried.LongEnough);
        Assert.Contains("\"inExVat\":\"EX\"", bench.Service.Single(Book).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reverse_charge_beside_other_lines_holds_back_the_whole()
    {
        var booking = RestBench.Booking with { Lines = [.. RestBench.Booking.Lines, new BookingLine(10m, 0m, "VERL_VERK", 0, "8000")] };
        var answer = await bench.Books.BookAsync(RestBench.Credentials, booking, bench.LongEnough);

        Assert.Equal(CallFailure.ReverseChargeOff, Assert.IsType<Answer<BookingReceipt>.Refused>(answer).Code);
        Assert.Empty(bench.Service.Calls);
    }

    [Theory]
    [InlineData("9999", "8010", "MUT_007")]
    [InlineData("1300", "9999", "MUT_104")]
    public async Task Account_that_the_books_do_not_have_is_refused_and_nothing_sent(string debtors, string ofSecondLine, string code)
    {
        var booking = RestBench.Booking with { DebtorAccount = debtors, Lines = [RestBench.Booking.Lines[0], RestBench.Booking.Lines[1] with { Account = ofSecondLine }] };
        var answer = await bench.Books.BookAsync(RestBench.Credentials, booking, bench.LongEnough);

        Assert.Equal(code, Assert.IsType<Answer<BookingReceipt>.Refused>(answer).Code);
        Assert.DoesNotContain(Book, bench.Service.Calls);
    }

    [Fact]
    public async Task Amount_with_more_than_two_decimals_is_never_sent()
    {
        var booking = RestBench.Booking with { Lines = [new BookingLine(1.005m, 0, "GEEN", 0, "8000")] };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => bench.Books.BookAsync(RestBench.Credentials, booking, bench.LongEnough));
        Assert.DoesNotContain(Book, bench.Service.Calls);
    }

    [Fact]
    public async Task New_debtor_goes_with_what_is_known_of_him_in_the_forms_that_are_taken()
    {
        var card = RestBench.Debtor with
        {
            Name = "Café \"De Maan\" <&> \u0001Zn.",
            ContactPerson = new string('c', 60),
            Gender = "v",
            Salutation = new string('s', 51),
            ChamberOfCommerceNumber = "01 23.45 67",
            Iban = "NL91 ABNA 0417 1643 00",
            Note = "een\ntwee",
        };

        await bench.Books.AddDebtorAsync(RestBench.Credentials, card, bench.LongEnough);

        Assert.Equal(
            $$"""{"type":"B","code":"PV10001","name":"Café \"De Maan\" <&> Zn.","contact":"{{new string('c', 50)}}","gender":"v","salutation":"{{new string('s', 50)}}","phoneNumber":"020-1234567","companyRegistrationNumber":"01234567","iban":"NL91ABNA0417164300","note":"een\ntwee"}""",
            bench.Service.Single(AddRelation).Body);
    }

    [Fact]
    public async Task Change_names_what_the_card_knows_empty_texts_too_and_leaves_the_rest()
    {
        var card = RestBench.Debtor with { Iban = "NL00 FOUT", ChamberOfCommerceNumber = "BE 0123", IsPerson = true };
        var rest = new Dictionary<string, string> { ["faxNumber"] = "020-7654321", ["gender"] = "a" };

        await bench.Books.UpdateDebtorAsync(RestBench.Credentials, new BookedCard(21, card, rest), bench.LongEnough);

        var call = bench.Service.Single(ChangeRelation);
        Assert.Equal("/v1/relation/21", call.PathAndQuery);
        Assert.Equal(
            """{"type":"P","code":"PV10001","name":"Bakkerij De Halve Maan B.V.","contact":"","gender":"a","salutation":"","address":"","postalCode":"","city":"","country":"","address2":"","postalCode2":"","city2":"","country2":"","phoneNumber":"020-1234567","mobilePhoneNumber":"","emailAddress":"","website":"","vatNumber":"","bic":"","note":""}""",
            call.Body);
    }

    [Fact]
    public async Task What_is_looked_for_is_escaped()
    {
        bench.Service.On(Find, """{"items":[],"count":0}""").On(Outstanding, """{"items":[],"count":0}""");

        await bench.Books.FindBookingsAsync(RestBench.Credentials, "A&b=c/ü %", default);
        await bench.Books.FindOpenItemsAsync(RestBench.Credentials, "A 1", default);
        await bench.Books.ReadMutationsAsync(RestBench.Credentials, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31), default);

        Assert.Equal(
            [
                "/v1/mutation?invoiceNumber=A%26b%3Dc%2F%C3%BC%20%25&limit=2000&offset=0",
                "/v1/mutation/invoice/outstanding?credDeb=D&invoiceNumber=A%201&limit=2000&offset=0",
                "/v1/mutation?date[range]=2026-01-01%2C2026-01-31&limit=2000&offset=0",
            ],
            bench.Service.Seen.Skip(1).Select(call => call.PathAndQuery));
    }

    [Fact]
    public async Task Ids_that_are_none_are_an_error_of_the_caller()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => bench.Books.ReadDebtorAsync(RestBench.Credentials, 0, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => bench.Books.FindMutationAsync(RestBench.Credentials, 0, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => bench.Books.UpdateDebtorAsync(RestBench.Credentials, new BookedCard(0, RestBench.Debtor, new Dictionary<string, string>()), bench.LongEnough));
        await Assert.ThrowsAsync<ArgumentException>(
            () => bench.Books.BookAsync(new BookkeepingCredentials.Soap("a", "b", "c"), RestBench.Booking, bench.LongEnough));
        Assert.Empty(bench.Service.Seen);
    }
}
