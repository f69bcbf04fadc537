using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

/// <summary>Every form in which the service may say yes, no, nothing or a list.</summary>
public sealed class AnswerTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("<ErrorMsg><LastErrorCode /><LastErrorDescription /></ErrorMsg><Mutatienummer>12</Mutatienummer>")]
    [InlineData("<ErrorMsg><LastErrorCode> </LastErrorCode></ErrorMsg><Mutatienummer>12</Mutatienummer>")]
    [InlineData("<ErrorMsg /><Mutatienummer>12</Mutatienummer>")]
    [InlineData("<ErrorMsg></ErrorMsg><Mutatienummer> 12 </Mutatienummer>")]
    [InlineData("<ErrorMsg xsi:nil=\"true\" /><Mutatienummer>12</Mutatienummer>")]
    [InlineData("<ErrorMsg><LastErrorCode xsi:nil=\"true\"></LastErrorCode></ErrorMsg><Mutatienummer>12</Mutatienummer>")]
    [InlineData("<Mutatienummer>12</Mutatienummer>")]
    [InlineData("<Mutatienummer>12</Mutatienummer><ErrorMsg />")]
    [InlineData("<Mutatienummer>1<!-- and -->2</Mutatienummer>")]
    [InlineData("<Mutatienummer><![CDATA[1]]><?and then?>2</Mutatienummer>")]
    [InlineData("<New><Mutatienummer>99</Mutatienummer></New><Mutatienummer>12</Mutatienummer><Newer />text")]
    public async Task Booking_with_a_number_and_no_code_is_done(string result)
    {
        bench.Service.On("AddMutatie", result);

        Assert.Equal(new Answer<long>.Success(12), await bench.BookAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<ErrorMsg />")]
    [InlineData("<Mutatienummer />")]
    [InlineData("<Mutatienummer xsi:nil=\"true\" />")]
    [InlineData("<Mutatienummer>0</Mutatienummer>")]
    [InlineData("<Mutatienummer>-3</Mutatienummer>")]
    [InlineData("<MutatieNr>12</MutatieNr>")]
    public async Task Booking_without_a_number_is_unclear(string result)
    {
        bench.Service.On("AddMutatie", result);

        Assert.Equal(CallFailure.NoNumber, Assert.IsType<Answer<long>.Unclear>(await bench.BookAsync()).Code);
    }

    [Fact]
    public async Task Booking_with_both_a_code_and_a_number_is_unclear()
    {
        bench.Service.On("AddMutatie", Wire.Error("CMUT010") + "<Mutatienummer>12</Mutatienummer>");

        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<long>.Unclear>(await bench.BookAsync()).Code);
    }

    [Theory]
    [InlineData("CMUT018", "CMUT018")]
    [InlineData("CMUT010.1", "CMUT0101")]
    [InlineData(" cmut010.1 ", "CMUT0101")]
    [InlineData("E003.1", "E0031")]
    [InlineData("E0011", "E0011")]
    [InlineData("X999", "X999")]
    public async Task Refusal_carries_the_code_without_dots_in_upper_case(string code, string expected)
    {
        bench.Service.On("AddMutatie", Wire.Error(code, "Factuurnummer bestaat al.") + "<Mutatienummer>0</Mutatienummer>");

        Assert.Equal(new Answer<long>.Refused(expected, "Factuurnummer bestaat al."), await bench.BookAsync());
    }

    [Fact]
    public async Task Text_of_a_refusal_is_one_line_of_300_characters()
    {
        bench.Service.On("AddMutatie", Wire.Error("CMUT005", "Een&#x7;\r\nregel&#x1B;[31m " + new string('a', 282) + "\U0001F600b"));

        var refused = Assert.IsType<Answer<long>.Refused>(await bench.BookAsync());

        // The last of 300 would be half a character.
        Assert.Equal("Een regel[31m " + new string('a', 282), refused.Text![..296]);
        Assert.DoesNotContain(refused.Text, char.IsControl);
        Assert.InRange(refused.Text.Length, 296, 300);
    }

    [Fact]
    public async Task New_debtor_answers_its_id()
    {
        bench.Service.On("AddRelatie", "<ErrorMsg /><Rel_ID>4711</Rel_ID>");

        var answer = await bench.Books.AddDebtorAsync(Bench.Credentials, new DebtorCard("PV1", IsPerson: false, "X"), bench.LongEnough);

        Assert.Equal(new Answer<long>.Success(4711), answer);
    }

    [Theory]
    [InlineData("<ErrorMsg><LastErrorCode /></ErrorMsg><Openposten />")]
    [InlineData("<Openposten></Openposten>")]
    [InlineData("<Openposten xsi:nil=\"true\" />")]
    [InlineData("<ErrorMsg />")]
    [InlineData("")]
    public async Task List_that_is_empty_or_absent_is_empty(string result)
    {
        bench.Service.On("GetOpenPosten", result);

        Assert.Empty(Assert.IsType<Answer<IReadOnlyList<OpenItem>>.Success>(await bench.ReadOpenItemsAsync()).Value);
    }

    [Theory]
    [InlineData("500", "121.5", "378.5", "500", "121.50", "378.50")]
    [InlineData("121.0000", "0", "121.0000", "121", "0", "121")]
    [InlineData("1.2E3", "5E-1", "1199.5", "1200", "0.5", "1199.50")]
    [InlineData("-121.005", "-0", "+121.0049", "-121.01", "0", "121.00")]
    [InlineData("121.00000000000001", " 0.125 ", "1234567.89", "121", "0.13", "1234567.89")]
    public async Task Open_item_has_amounts_in_cents(string amount, string paid, string open, string amountRead, string paidRead, string openRead)
    {
        bench.Service.On("GetOpenPosten", $"""
            <Openposten><cOpenPost>
              <MutDatum>2026-01-31T00:00:00</MutDatum><MutFactuur>A-2026-001</MutFactuur><RelCode>PV10001</RelCode><RelBedrijf>Jansen &amp; Zn</RelBedrijf>
              <Bedrag>{amount}</Bedrag><Voldaan>{paid}</Voldaan><Openstaand>{open}</Openstaand>
            </cOpenPost></Openposten>
            """);

        var item = Assert.Single(Assert.IsType<Answer<IReadOnlyList<OpenItem>>.Success>(await bench.ReadOpenItemsAsync()).Value);

        Assert.Equal(
            new OpenItem("A-2026-001", "PV10001", "Jansen & Zn", new DateOnly(2026, 1, 31), Number(amountRead), Number(paidRead), Number(openRead)),
            item);

        static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("INF")]
    [InlineData("1,50")]
    [InlineData("1E40")]
    [InlineData("-1000000000000000.01")]
    [InlineData("")]
    [InlineData("€ 1")]
    public async Task Amount_that_is_none_spoils_the_list(string amount)
    {
        bench.Service.On("GetOpenPosten", $"""
            <Openposten><cOpenPost><MutDatum>2026-01-31</MutDatum><MutFactuur>1</MutFactuur><RelCode>1</RelCode><RelBedrijf>1</RelBedrijf>
            <Bedrag>{amount}</Bedrag><Voldaan>0</Voldaan><Openstaand>0</Openstaand></cOpenPost></Openposten>
            """);

        AssertUnreadable(await bench.ReadOpenItemsAsync());
    }

    [Theory]
    [InlineData("2026-01-31")]
    [InlineData("2026-01-31T00:00:00")]
    [InlineData("2026-01-31T23:59:59.997")]
    [InlineData("2026-01-31T23:00:00Z")]
    [InlineData("2026-01-31T00:00:00+01:00")]
    [InlineData("2026-01-31+01:00")]
    [InlineData("2026-01-31Z")]
    public async Task Date_is_taken_as_written(string date)
    {
        bench.Service.On("GetMutaties", Mutations(Mutation(date: date)));

        Assert.Equal(new DateOnly(2026, 1, 31), Assert.Single(await FoundAsync()).Date);
    }

    [Theory]
    [InlineData("31-01-2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-01-311")]
    [InlineData("")]
    public async Task Date_that_is_none_spoils_the_list(string date)
    {
        bench.Service.On("GetMutaties", Mutations(Mutation(date: date)));

        AssertUnreadable(await bench.FindBookingsAsync());
    }

    [Fact]
    public async Task Mutation_is_read_with_its_lines_whatever_the_order()
    {
        bench.Service.On("GetMutaties", """
            <Mutaties><cMutatieList>
              <MutatieRegels>
                <cMutatieListRegel><BedragInvoer>121.0000</BedragInvoer><BedragExclBTW>100.0000</BedragExclBTW><BedragBTW>21.0000</BedragBTW><BedragInclBTW>121.0000</BedragInclBTW><BTWCode>HOOG_VERK_21</BTWCode><BTWPercentage>21</BTWPercentage><Factuurnummer>other</Factuurnummer><TegenrekeningCode>8000</TegenrekeningCode><KostenplaatsID>0</KostenplaatsID></cMutatieListRegel>
                <cMutatieListRegel><BTWCode>GEEN</BTWCode><BedragBTW>0</BedragBTW><BedragExclBTW>-5.5</BedragExclBTW><Unknown><MutatieNr>1</MutatieNr></Unknown></cMutatieListRegel>
              </MutatieRegels>
              <RelatieCode>PV10001</RelatieCode><Unknown><Datum>1999-01-01</Datum></Unknown>
              <Factuurnummer>A-2026-001</Factuurnummer><Datum>2026-01-31T00:00:00</Datum><Soort>FactuurVerstuurd</Soort><MutatieNr>77</MutatieNr>
            </cMutatieList></Mutaties>
            """);

        var mutation = Assert.Single(await FoundAsync());

        Assert.Equal(
            (77L, true, new DateOnly(2026, 1, 31), "A-2026-001", "PV10001"),
            (mutation.Number, mutation.IsInvoiceSent, mutation.Date, mutation.InvoiceNumber, mutation.DebtorCode));
        Assert.Equal([new BookedLine(100m, 21m, "HOOG_VERK_21") { InvoiceNumber = "other" }, new BookedLine(-5.5m, 0m, "GEEN")], mutation.Lines);
    }

    [Theory]
    [InlineData("FactuurVerstuurd", true, false)]
    [InlineData("FactuurOntvangen", false, false)]
    [InlineData("FactuurbetalingOntvangen", false, true)]
    [InlineData("FactuurbetalingVerstuurd", false, false)]
    [InlineData("Memoriaal", false, false)]
    public async Task Mutation_is_an_invoice_or_its_payment_only_if_its_kind_says_so(string kind, bool isInvoice, bool isPayment)
    {
        bench.Service.On("GetMutaties", Mutations(Mutation(kind: kind)));

        var mutation = Assert.Single(await FoundAsync());

        Assert.Equal((isInvoice, isPayment), (mutation.IsInvoiceSent, mutation.IsInvoicePayment));
    }

    [Fact]
    public async Task Mutation_asked_for_by_number_is_found_or_proven_absent_only_by_a_service_that_heeds_the_number()
    {
        bench.Service.On("GetMutaties", Mutations(Mutation(kind: "FactuurVerstuurd")));
        var there = Assert.IsType<Answer<BookedMutation?>.Success>(await bench.Books.FindMutationAsync(Bench.Credentials, 77L, default));
        var other = await bench.Books.FindMutationAsync(Bench.Credentials, 78, default);
        bench.Service.On("GetMutaties", "<Mutaties />");
        var none = Assert.IsType<Answer<BookedMutation?>.Success>(await bench.Books.FindMutationAsync(Bench.Credentials, 77L, default));

        Assert.Equal((77L, true), (there.Value!.Number, none.Value is null));
        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<BookedMutation?>.NotDone>(other).Code);
    }

    [Fact]
    public async Task Mutation_of_another_number_is_passed_on()
    {
        bench.Service.On("GetMutaties", Mutations(Mutation(invoice: "A-2026-0011") + Mutation(invoice: "")));

        Assert.Equal(["A-2026-0011", ""], (await FoundAsync()).Select(mutation => mutation.InvoiceNumber));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(499, true)]
    [InlineData(500, false)]
    [InlineData(501, false)]
    public async Task Look_up_is_complete_below_500_rows(int rows, bool complete)
    {
        bench.Service.On("GetMutaties", Mutations(string.Concat(Enumerable.Repeat(Mutation(), rows))));

        var found = Assert.IsType<Answer<FoundBookings>.Success>(await bench.FindBookingsAsync()).Value;

        Assert.Equal((rows, complete), (found.Mutations.Count, found.Complete));
    }

    [Fact]
    public async Task Debtor_is_read_with_the_facts_that_tell_it_apart()
    {
        bench.Service.On("GetRelaties", """
            <Relaties>
              <cRelatie><ID>5</ID><AddDatum>2020-01-01T00:00:00</AddDatum><Code>PV1</Code><Bedrijf>De Halve Maan</Bedrijf><Postcode>1234 AB</Postcode><Postcode2>9999 ZZ</Postcode2><BTWNummer>NL000000000B01</BTWNummer><KvkNummer>01234567</KvkNummer><Gb_ID>0</Gb_ID></cRelatie>
              <cRelatie><ID>6</ID><Code xsi:nil="true" /></cRelatie>
            </Relaties>
            """);

        var answer = await bench.ReadDebtorsAsync();

        Assert.Equal(
            [new BookedDebtor(5, "PV1", "De Halve Maan", "1234 AB", "9999 ZZ", "NL000000000B01", "01234567"), new BookedDebtor(6, "", "", "", "", "", "")],
            Assert.IsType<Answer<IReadOnlyList<BookedDebtor>>.Success>(answer).Value);
    }

    [Fact]
    public async Task Ledger_account_is_read()
    {
        bench.Service.On("GetGrootboekrekeningen", """
            <Rekeningen><cGrootboekrekening><ID>1</ID><Code>8000</Code><Omschrijving>Omzet &lt;hoog&gt;</Omschrijving><Categorie>VW</Categorie><Groep /></cGrootboekrekening></Rekeningen>
            """);

        Assert.Equal(
            [new LedgerAccount("8000", "Omzet <hoog>", "VW", 1)],
            Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.Success>(await bench.ReadLedgerAccountsAsync()).Value);
    }

    [Theory]
    [InlineData("<Mutaties><cMutatie /></Mutaties>")]
    [InlineData("<Mutaties><cMutatieList xsi:nil=\"true\" /></Mutaties>")]
    [InlineData("<Mutaties><cMutatieList /></Mutaties>")]
    [InlineData("<ErrorMsg><LastErrorDescription>Er ging iets mis</LastErrorDescription></ErrorMsg><Mutaties />")]
    public async Task List_that_may_lack_something_proves_no_absence(string result)
    {
        bench.Service.On("GetMutaties", result);

        AssertUnreadable(await bench.FindBookingsAsync());
    }

    [Fact]
    public async Task List_beside_a_code_is_refused()
    {
        bench.Service.On("GetMutaties", Wire.Error("E003.1", "Limiet bereikt") + "<Mutaties />");

        Assert.Equal(new Answer<FoundBookings>.Refused("E0031", "Limiet bereikt"), await bench.FindBookingsAsync());
    }

    private static void AssertUnreadable<T>(Answer<T> answer) =>
        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<T>.NotDone>(answer).Code);

    private static string Mutations(string rows) => $"<ErrorMsg /><Mutaties>{rows}</Mutaties>";

    private static string Mutation(string date = "2026-01-31", string kind = "FactuurVerstuurd", string invoice = "A-2026-001") =>
        $"<cMutatieList><MutatieNr>77</MutatieNr><Soort>{kind}</Soort><Datum>{date}</Datum><Factuurnummer>{invoice}</Factuurnummer></cMutatieList>";

    private async Task<IReadOnlyList<BookedMutation>> FoundAsync() =>
        Assert.IsType<Answer<FoundBookings>.Success>(await bench.FindBookingsAsync()).Value.Mutations;
}
