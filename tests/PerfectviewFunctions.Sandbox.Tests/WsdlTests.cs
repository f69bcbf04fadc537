using System.Xml.Linq;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

/// <summary>The order of the elements is written here as the reference gives it, section 1.5.</summary>
public sealed class WsdlTests : SandboxTest
{
    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema";

    [Fact]
    public async Task Wsdl_describes_every_operation_in_both_bindings()
    {
        string[] operations =
        [
            "AddMutatie", "AddRelatie", "CloseSession", "GetAdministraties", "GetGrootboekrekeningen", "GetMutaties", "GetOpenPosten",
            "GetRelaties", "OpenSession", "UpdateRelatie",
        ];
        var wsdl = await ReadAsync();

        Assert.Equal(operations, Names(wsdl.Element(Wsdl + "portType")!.Elements(Wsdl + "operation")).Order());
        Assert.All(wsdl.Elements(Wsdl + "binding"), binding => Assert.Equal(operations, Names(binding.Elements(Wsdl + "operation")).Order()));
        Assert.Equal(["soapAppSoap", "soapAppSoap12"], Names(wsdl.Descendants(Wsdl + "port")));
        Assert.Equal(Server.SoapAddress.ToString(), wsdl.Descendants(Wsdl + "port").First().Elements().Single().Attribute("location")!.Value);
    }

    [Fact]
    public async Task Every_type_that_is_named_is_described()
    {
        var wsdl = await ReadAsync();
        var described = Names(wsdl.Descendants(Schema + "schema").Elements()).ToHashSet();

        var named = wsdl.Descendants().SelectMany(element => element.Attributes("type").Concat(element.Attributes("element")))
            .Where(reference => reference.Value.StartsWith("tns:", StringComparison.Ordinal) && reference.Parent!.Name != Wsdl + "binding")
            .Select(reference => reference.Value[4..]);

        Assert.All(named, name => Assert.Contains(name, described));
    }

    [Theory]
    [InlineData("OpenSession", "Username SecurityCode1 SecurityCode2 Source")]
    [InlineData("AddMutatie", "SessionID SecurityCode2 oMut")]
    [InlineData("AddRelatie", "SessionID SecurityCode2 oRel")]
    [InlineData("GetRelaties", "SessionID SecurityCode2 cFilter")]
    [InlineData("GetOpenPosten", "SessionID SecurityCode2 OpSoort")]
    [InlineData("cError", "LastErrorCode LastErrorDescription")]
    [InlineData("cResultOpenSession", "ErrorMsg SessionID")]
    [InlineData("cResultAddMutatie", "ErrorMsg Mutatienummer")]
    [InlineData("cResultAddRelatie", "ErrorMsg Rel_ID")]
    [InlineData("cResultGetOpenPosten", "ErrorMsg Openposten")]
    [InlineData("UpdateRelatieResponse", "UpdateRelatieResult")]
    [InlineData("cRelatie", "ID AddDatum Code Bedrijf Contactpersoon Geslacht Adres Postcode Plaats Land Adres2 Postcode2 Plaats2 Land2 Telefoon GSM FAX Email Site Notitie Bankrekening Girorekening BTWNummer KvkNummer Aanhef IBAN BIC BP Def1 Def2 Def3 Def4 Def5 Def6 Def7 Def8 Def9 Def10 LA Gb_ID GeenEmail NieuwsbriefgroepenCount")]
    [InlineData("cRelatieFilter", "Trefwoord Code ID")]
    [InlineData("cMutatie", "MutatieNr Soort Datum Rekening RelatieCode Factuurnummer Boekstuk Omschrijving Betalingstermijn Betalingskenmerk InExBTW MutatieRegels")]
    [InlineData("cMutatieRegel", "BedragInvoer BedragExclBTW BedragBTW BedragInclBTW BTWCode BTWPercentage TegenrekeningCode KostenplaatsID")]
    [InlineData("cMutatieFilter", "MutatieNr MutatieNrVan MutatieNrTm Factuurnummer DatumVan DatumTm")]
    [InlineData("cMutatieList", "MutatieNr Soort Datum Rekening RelatieCode Factuurnummer Boekstuk Omschrijving Betalingstermijn InExBTW MutatieRegels")]
    [InlineData("cMutatieListRegel", "BedragInvoer BedragExclBTW BedragBTW BedragInclBTW BTWCode BTWPercentage Factuurnummer TegenrekeningCode KostenplaatsID")]
    [InlineData("cOpenPost", "MutDatum MutFactuur RelCode RelBedrijf Bedrag Voldaan Openstaand")]
    [InlineData("cGrootboekrekening", "ID Code Omschrijving Categorie Groep")]
    [InlineData("cAdministratie", "Bedrijf Plaats Guid StartBoekjaar")]
    [InlineData("ArrayOfCMutatieRegel", "cMutatieRegel")]
    public async Task Elements_stand_in_the_order_of_the_service(string type, string elements)
    {
        var described = (await ReadAsync()).Descendants(Schema + "schema").Elements().Single(element => element.Attribute("name")!.Value == type);

        Assert.Equal(elements.Split(' '), Names(described.Descendants(Schema + "element")));
    }

    [Theory]
    [InlineData("enMutatieSoorten", "OpeningsSaldo FactuurOntvangen FactuurVerstuurd FactuurbetalingOntvangen FactuurbetalingVerstuurd GeldOntvangen GeldUitgegeven Memoriaal")]
    [InlineData("enOpenpostenSoort", "Debiteuren Crediteuren")]
    public async Task Enumerations_are_those_of_the_service(string type, string values)
    {
        var described = (await ReadAsync()).Descendants(Schema + "simpleType").Single(element => element.Attribute("name")!.Value == type);

        Assert.Equal(values.Split(' '), described.Descendants(Schema + "enumeration").Select(value => value.Attribute("value")!.Value));
    }

    [Fact]
    public async Task Answers_stand_in_the_same_order()
    {
        await Soap.CallAsync("AddMutatie", Wire.Invoice());
        var mutations = await Soap.CallAsync("GetMutaties", Wire.MutationFilter());
        var relations = await Soap.CallAsync("GetRelaties", Wire.RelationFilter());
        var wsdl = await ReadAsync();

        foreach (var (type, answered) in new[]
        {
            ("cMutatieList", mutations.All("cMutatieList")[0]), ("cMutatieListRegel", mutations.All("cMutatieListRegel")[0]),
            ("cRelatie", relations.All("cRelatie")[0]),
        })
        {
            var described = wsdl.Descendants(Schema + "complexType").Single(element => (string?)element.Attribute("name") == type);
            Assert.Equal(Names(described.Descendants(Schema + "element")), answered.Elements().Select(element => element.Name.LocalName));
        }
    }

    private static IEnumerable<string> Names(IEnumerable<XElement> elements) => elements.Select(element => element.Attribute("name")!.Value);

    private async Task<XElement> ReadAsync()
    {
        using var http = new HttpClient();
        return XElement.Parse(await http.GetStringAsync(new Uri(Server.SoapAddress, "?wsdl")));
    }
}
