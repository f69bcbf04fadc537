using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Tests.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

/// <summary>Every request to the last character: names, order, forms.</summary>
public sealed class RequestTests : IDisposable
{
    private const string Head = """<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>""";
    private const string Tail = "</soap:Body></soap:Envelope>";

    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task OpenSession_sends_the_credentials_and_the_source()
    {
        await bench.ReadLedgerAccountsAsync();

        AssertBody("OpenSession", """
            <OpenSession xmlns="http://www.e-boekhouden.nl/soap">
              <Username>link-user</Username>
              <SecurityCode1>0123456789abcdef0123456789abcdef</SecurityCode1>
              <SecurityCode2>{11111111-2222-3333-4444-555555555555}</SecurityCode2>
              <Source>PerfectviewFn</Source>
            </OpenSession>
            """);
    }

    [Fact]
    public async Task CloseSession_sends_the_session()
    {
        await bench.ReadLedgerAccountsAsync();
        await bench.Books.EndSessionAsync(Bench.Credentials, default);

        AssertBody("CloseSession", """<CloseSession xmlns="http://www.e-boekhouden.nl/soap"><SessionID>{S-1}</SessionID></CloseSession>""");
    }

    [Fact]
    public async Task AddMutatie_sends_every_element_in_the_order_of_the_wsdl()
    {
        await bench.BookAsync();

        AssertBody("AddMutatie", """
            <AddMutatie xmlns="http://www.e-boekhouden.nl/soap">
              <SessionID>{S-1}</SessionID>
              <SecurityCode2>{11111111-2222-3333-4444-555555555555}</SecurityCode2>
              <oMut>
                <MutatieNr>0</MutatieNr>
                <Soort>FactuurVerstuurd</Soort>
                <Datum>2026-01-31</Datum>
                <Rekening>1300</Rekening>
                <RelatieCode>PV10001</RelatieCode>
                <Factuurnummer>A-2026-001</Factuurnummer>
                <Boekstuk />
                <Omschrijving>Factuur 2026-001</Omschrijving>
                <Betalingstermijn>14</Betalingstermijn>
                <Betalingskenmerk>2026-001</Betalingskenmerk>
                <InExBTW>EX</InExBTW>
                <MutatieRegels>
                  <cMutatieRegel>
                    <BedragInvoer>1234.50</BedragInvoer>
                    <BedragExclBTW>1234.50</BedragExclBTW>
                    <BedragBTW>259.25</BedragBTW>
                    <BedragInclBTW>1493.75</BedragInclBTW>
                    <BTWCode>HOOG_VERK_21</BTWCode>
                    <BTWPercentage>21.00</BTWPercentage>
                    <TegenrekeningCode>8000</TegenrekeningCode>
                    <KostenplaatsID>0</KostenplaatsID>
                  </cMutatieRegel>
                  <cMutatieRegel>
                    <BedragInvoer>-10.00</BedragInvoer>
                    <BedragExclBTW>-10.00</BedragExclBTW>
                    <BedragBTW>0.00</BedragBTW>
                    <BedragInclBTW>-10.00</BedragInclBTW>
                    <BTWCode>GEEN</BTWCode>
                    <BTWPercentage>0.00</BTWPercentage>
                    <TegenrekeningCode>8010</TegenrekeningCode>
                    <KostenplaatsID>0</KostenplaatsID>
                  </cMutatieRegel>
                </MutatieRegels>
              </oMut>
            </AddMutatie>
            """);
    }

    [Fact]
    public async Task AddRelatie_of_a_company_sends_every_element_in_the_order_of_the_wsdl()
    {
        var debtor = new DebtorCard("PV10001", IsPerson: false, "Bakkerij De Halve Maan B.V.")
        {
            ContactPerson = "A. de Vries",
            Gender = "v",
            Salutation = "Geachte mevrouw De Vries",
            VisitingAddress = new DebtorAddress("Dorpsstraat 1", "1234 AB", "Ons Dorp", "Nederland"),
            PostalAddress = new DebtorAddress("Postbus 9", "1234 ZZ", "Uw Stad", "België"),
            Phone = "020-1234567",
            MobilePhone = "06-12345678",
            Email = "info@example.test",
            Website = "https://example.test",
            VatNumber = "NL000000000B01",
            ChamberOfCommerceNumber = "01234567",
            Iban = "NL00TEST0123456789",
            Bic = "TESTNL2A",
            Note = "Uit Perfectview",
        };

        await bench.Books.AddDebtorAsync(Bench.Credentials, debtor, bench.LongEnough);

        AssertBody("AddRelatie", """
            <AddRelatie xmlns="http://www.e-boekhouden.nl/soap">
              <SessionID>{S-1}</SessionID>
              <SecurityCode2>{11111111-2222-3333-4444-555555555555}</SecurityCode2>
              <oRel>
                <ID>0</ID><AddDatum>2026-03-02</AddDatum><Code>PV10001</Code><Bedrijf>Bakkerij De Halve Maan B.V.</Bedrijf>
                <Contactpersoon>A. de Vries</Contactpersoon><Geslacht>v</Geslacht>
                <Adres>Dorpsstraat 1</Adres><Postcode>1234 AB</Postcode><Plaats>Ons Dorp</Plaats><Land>Nederland</Land>
                <Adres2>Postbus 9</Adres2><Postcode2>1234 ZZ</Postcode2><Plaats2>Uw Stad</Plaats2><Land2>België</Land2>
                <Telefoon>020-1234567</Telefoon><GSM>06-12345678</GSM><FAX />
                <Email>info@example.test</Email><Site>https://example.test</Site><Notitie>Uit Perfectview</Notitie>
                <Bankrekening /><Girorekening /><BTWNummer>NL000000000B01</BTWNummer><KvkNummer>01234567</KvkNummer>
                <Aanhef>Geachte mevrouw De Vries</Aanhef><IBAN>NL00TEST0123456789</IBAN><BIC>TESTNL2A</BIC><BP>B</BP>
                <Def1 /><Def2 /><Def3 /><Def4 /><Def5 /><Def6 /><Def7 /><Def8 /><Def9 /><Def10 />
                <LA>0</LA><Gb_ID>0</Gb_ID><GeenEmail>0</GeenEmail><NieuwsbriefgroepenCount>0</NieuwsbriefgroepenCount>
              </oRel>
            </AddRelatie>
            """);
    }

    [Fact]
    public async Task AddRelatie_of_a_person_with_a_name_only_leaves_the_rest_empty()
    {
        await bench.Books.AddDebtorAsync(Bench.Credentials, new DebtorCard("PV10002", IsPerson: true, "Jansen"), bench.LongEnough);

        var request = bench.Service.Single("AddRelatie");
        Assert.Equal("P", request.Value("BP"));
        Assert.Equal("Jansen", request.Value("Bedrijf"));
        Assert.Equal("", request.Value("Adres2"));
    }

    [Fact]
    public async Task GetRelaties_sends_an_empty_filter()
    {
        await bench.ReadDebtorsAsync();

        AssertBody("GetRelaties", """
            <GetRelaties xmlns="http://www.e-boekhouden.nl/soap">
              <SessionID>{S-1}</SessionID>
              <SecurityCode2>{11111111-2222-3333-4444-555555555555}</SecurityCode2>
              <cFilter><Trefwoord /><Code /><ID>0</ID></cFilter>
            </GetRelaties>
            """);
    }

    [Fact]
    public async Task GetRelaties_of_one_relation_asks_for_its_id()
    {
        await bench.ReadDebtorAsync();

        AssertBody("GetRelaties", """
            <GetRelaties xmlns="http://www.e-boekhouden.nl/soap">
              <SessionID>{S-1}</SessionID>
              <SecurityCode2>{11111111-2222-3333-4444-555555555555}</SecurityCode2>
              <cFilter><Trefwoord /><Code /><ID>4711</ID></cFilter>
            </GetRelaties>
            """);
    }

    [Fact]
    public async Task UpdateRelatie_sends_every_element_in_the_order_of_the_wsdl()
    {
        var card = new DebtorCard("PV10001", IsPerson: true, "Vries, A. de")
        {
            Gender = "v",
            Salutation = "Geachte mevrouw De Vries",
            VisitingAddress = new DebtorAddress("Dorpsstraat 1", "1234 AB", "Ons Dorp", "Nederland"),
            PostalAddress = new DebtorAddress("Postbus 9", "1234 ZZ", "Uw Stad", "België"),
            Phone = "020-1234567",
            MobilePhone = "06-12345678",
            Email = "info@example.test",
            Website = "https://example.test",
            VatNumber = "NL000000000B01",
            ChamberOfCommerceNumber = "01234567",
            Iban = "NL00TEST0123456789",
            Bic = "TESTNL2A",
            Note = "Uit\nPerfectview",
        };
        var rest = new Dictionary<string, string>
        {
            ["NieuwsbriefgroepenCount"] = "2", ["Def10"] = "tien", ["LA"] = "1", ["FAX"] = "020-7654321", ["AddDatum"] = "2019-05-06T00:00:00",
            ["Bankrekening"] = "123456789", ["Girorekening"] = "987", ["Gb_ID"] = "13201869", ["GeenEmail"] = "1", ["Def1"] = "een",
        };

        await bench.Books.UpdateDebtorAsync(Bench.Credentials, new BookedCard(4711, card, rest), bench.LongEnough);

        AssertBody("UpdateRelatie", """
            <UpdateRelatie xmlns="http://www.e-boekhouden.nl/soap">
              <SessionID>{S-1}</SessionID>
              <SecurityCode2>{11111111-2222-3333-4444-555555555555}</SecurityCode2>
              <oRel>
                <ID>4711</ID><AddDatum>2019-05-06T00:00:00</AddDatum><Code>PV10001</Code><Bedrijf>Vries, A. de</Bedrijf>
                <Contactpersoon /><Geslacht>v</Geslacht>
                <Adres>Dorpsstraat 1</Adres><Postcode>1234 AB</Postcode><Plaats>Ons Dorp</Plaats><Land>Nederland</Land>
                <Adres2>Postbus 9</Adres2><Postcode2>1234 ZZ</Postcode2><Plaats2>Uw Stad</Plaats2><Land2>België</Land2>
                <Telefoon>020-1234567</Telefoon><GSM>06-12345678</GSM><FAX>020-7654321</FAX>
                <Email>info@example.test</Email><Site>https://example.test</Site><Notitie>Uit{line}Perfectview</Notitie>
                <Bankrekening>123456789</Bankrekening><Girorekening>987</Girorekening><BTWNummer>NL000000000B01</BTWNummer><KvkNummer>01234567</KvkNummer>
                <Aanhef>Geachte mevrouw De Vries</Aanhef><IBAN>NL00TEST0123456789</IBAN><BIC>TESTNL2A</BIC><BP>P</BP>
                <Def1>een</Def1><Def2 /><Def3 /><Def4 /><Def5 /><Def6 /><Def7 /><Def8 /><Def9 /><Def10>tien</Def10>
                <LA>1</LA><Gb_ID>13201869</Gb_ID><GeenEmail>1</GeenEmail><NieuwsbriefgroepenCount>2</NieuwsbriefgroepenCount>
              </oRel>
            </UpdateRelatie>
            """);
    }

    [Fact]
    public async Task GetGrootboekrekeningen_sends_an_empty_filter()
    {
        await bench.ReadLedgerAccountsAsync();

        AssertBody("GetGrootboekrekeningen", """
            <GetGrootboekrekeningen xmlns="http://www.e-boekhouden.nl/soap">
              <SessionID>{S-1}</SessionID>
              <SecurityCode2>{11111111-2222-3333-4444-555555555555}</SecurityCode2>
              <cFilter><ID>0</ID><Code /><Categorie /></cFilter>
            </GetGrootboekrekeningen>
            """);
    }

    [Fact]
    public async Task GetMutaties_asks_for_one_number_over_all_dates()
    {
        await bench.FindBookingsAsync();

        AssertBody("GetMutaties", """
            <GetMutaties xmlns="http://www.e-boekhouden.nl/soap">
              <SessionID>{S-1}</SessionID>
              <SecurityCode2>{11111111-2222-3333-4444-555555555555}</SecurityCode2>
              <cFilter>
                <MutatieNr>0</MutatieNr>
                <MutatieNrVan>0</MutatieNrVan>
                <MutatieNrTm>0</MutatieNrTm>
                <Factuurnummer>A-2026-001</Factuurnummer>
                <DatumVan>1980-01-01</DatumVan>
                <DatumTm>2049-12-31</DatumTm>
              </cFilter>
            </GetMutaties>
            """);
    }

    [Fact]
    public async Task GetOpenPosten_asks_for_the_debtors()
    {
        await bench.ReadOpenItemsAsync();

        AssertBody("GetOpenPosten", """
            <GetOpenPosten xmlns="http://www.e-boekhouden.nl/soap">
              <SessionID>{S-1}</SessionID>
              <SecurityCode2>{11111111-2222-3333-4444-555555555555}</SecurityCode2>
              <OpSoort>Debiteuren</OpSoort>
            </GetOpenPosten>
            """);
    }

    [Fact]
    public async Task Call_is_a_post_with_a_quoted_action()
    {
        await bench.BookAsync();

        var request = bench.Service.Single("AddMutatie");
        Assert.Equal(HttpMethod.Post, request.Message.Method);
        Assert.Equal("https://soap.e-boekhouden.nl/soap.asmx", request.Message.RequestUri?.AbsoluteUri);
        Assert.Equal("\"http://www.e-boekhouden.nl/soap/AddMutatie\"", Assert.Single(request.Message.Headers.GetValues("SOAPAction")));
        Assert.Equal("text/xml; charset=utf-8", request.ContentType);
    }

    [Fact]
    public async Task Amount_with_three_decimals_is_never_sent()
    {
        var booking = Bench.Booking with { Lines = [new BookingLine(1.005m, 0m, "GEEN", 0, "8000")] };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => bench.Books.BookAsync(Bench.Credentials, booking, bench.LongEnough));

        Assert.DoesNotContain("AddMutatie", bench.Service.Operations);
    }

    private void AssertBody(string operation, string expected) =>
        Assert.Equal(Head + Wire.Flat(expected).Replace("{line}", "\n", StringComparison.Ordinal) + Tail, bench.Service.Single(operation).Body);
}
