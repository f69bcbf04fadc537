using System.Globalization;

namespace PerfectviewFunctions.Benchmarks.Straightforward;

/// <summary>The calls that it makes, as templates.</summary>
internal sealed class BooksClient(HttpClient http, Uri address)
{
    private readonly BooksCall call = new(http, address);

    public async Task<BooksSession> OpenSessionAsync(StraightforwardTenant tenant)
    {
        var answer = await call.SendAsync("OpenSession", $"""
            <Username>{BooksCall.Text(tenant.UserName)}</Username><SecurityCode1>{BooksCall.Text(tenant.SecurityCode1)}</SecurityCode1>
            <SecurityCode2>{BooksCall.Text(tenant.SecurityCode2)}</SecurityCode2><Source>Connector</Source>
            """);
        return new BooksSession(BooksCall.One(answer, "SessionID"), tenant.SecurityCode2);
    }

    public Task CloseSessionAsync(BooksSession session) => call.SendAsync("CloseSession", $"<SessionID>{session.Id}</SessionID>");

    public async Task<bool> HasRelationAsync(BooksSession session, string code)
    {
        var answer = await call.SendAsync("GetRelaties", $"""
            {session.Head}<cFilter><Trefwoord></Trefwoord><Code>{BooksCall.Text(code)}</Code><ID>0</ID></cFilter>
            """);
        return BooksCall.All(answer, "cRelatie").Any();
    }

    public Task AddRelationAsync(BooksSession session, IncomingRelation relation) => call.SendAsync("AddRelatie", $"""
        {session.Head}<oRel><ID>0</ID><AddDatum>{DateTime.Today:yyyy-MM-dd}</AddDatum><Code>{BooksCall.Text(relation.Code)}</Code>
        <Bedrijf>{BooksCall.Text(relation.Name)}</Bedrijf><KvkNummer>{BooksCall.Text(relation.ChamberOfCommerceNumber ?? "")}</KvkNummer><BP>B</BP>
        <Gb_ID>0</Gb_ID><GeenEmail>0</GeenEmail><NieuwsbriefgroepenCount>0</NieuwsbriefgroepenCount></oRel>
        """);

    /// <returns>The mutation number.</returns>
    public async Task<long> AddInvoiceAsync(BooksSession session, IncomingData data)
    {
        var (invoice, lines) = (data.Invoice, string.Concat(data.Invoice.VatTotals.Select(Line)));
        var answer = await call.SendAsync("AddMutatie", $"""
            {session.Head}<oMut><MutatieNr>0</MutatieNr><Soort>FactuurVerstuurd</Soort><Datum>{invoice.Date:yyyy-MM-dd}</Datum><Rekening>1300</Rekening>
            <RelatieCode>{BooksCall.Text(data.Relation.Code)}</RelatieCode><Factuurnummer>{BooksCall.Text(invoice.Number)}</Factuurnummer>
            <Omschrijving>Factuur {BooksCall.Text(invoice.Number)}</Omschrijving><Betalingstermijn>14</Betalingstermijn><InExBTW>EX</InExBTW>
            <MutatieRegels>{lines}</MutatieRegels></oMut>
            """);
        return long.Parse(BooksCall.One(answer, "Mutatienummer"), CultureInfo.InvariantCulture);
    }

    /// <returns>What was paid of an invoice, in euros.</returns>
    public async Task<decimal> PaidOfAsync(BooksSession session, string invoice)
    {
        var answer = await call.SendAsync("GetMutaties", $"""
            {session.Head}<cFilter><MutatieNr>0</MutatieNr><MutatieNrVan>0</MutatieNrVan><MutatieNrTm>0</MutatieNrTm>
            <Factuurnummer>{BooksCall.Text(invoice)}</Factuurnummer><DatumVan>1980-01-01</DatumVan><DatumTm>2049-12-31</DatumTm></cFilter>
            """);
        return BooksCall.All(answer, "cMutatieList")
            .Where(mutation => BooksCall.One(mutation, "Soort") == "FactuurbetalingOntvangen")
            .SelectMany(mutation => BooksCall.All(mutation, "BedragInclBTW"))
            .Sum(amount => decimal.Parse(amount.Value, CultureInfo.InvariantCulture));
    }

    /// <summary>The codes and accounts of the standard chart of accounts, fixed as such connectors have them.</summary>
    private static string Line(IncomingVat vat)
    {
        var (code, rate, account) = vat.Category switch
        {
            "NL_HIGH" => ("HOOG_VERK_21", 21, "8000"),
            "NL_LOW" => ("LAAG_VERK_9", 9, "8010"),
            _ => ("GEEN", 0, "8020"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"""
            <cMutatieRegel><BedragInvoer>{vat.Net}</BedragInvoer><BedragExclBTW>{vat.Net}</BedragExclBTW><BedragBTW>{vat.Vat}</BedragBTW>
            <BedragInclBTW>{vat.Net + vat.Vat}</BedragInclBTW><BTWCode>{code}</BTWCode><BTWPercentage>{rate}</BTWPercentage>
            <TegenrekeningCode>{account}</TegenrekeningCode><KostenplaatsID>0</KostenplaatsID></cMutatieRegel>
            """);
    }
}
