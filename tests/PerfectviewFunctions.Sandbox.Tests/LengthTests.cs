using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

/// <summary>The lengths of the reference, section 1.5.</summary>
public sealed class LengthTests : SandboxTest
{
    [Theory]
    [InlineData("Factuurnummer", 50)]
    [InlineData("Boekstuk", 50)]
    [InlineData("Omschrijving", 200)]
    [InlineData("Betalingskenmerk", 50)]
    public async Task Text_of_a_mutation_is_taken_up_to_its_length(string name, int length)
    {
        Assert.Equal("", await BookAsync(new string('x', length)));
        Assert.Equal("CMUT900", await BookAsync(new string('y', length + 1)));

        async Task<string> BookAsync(string text) => (await Soap.CallAsync(
            "AddMutatie", Wire.Invoice("F" + text[0]).With(name, text))).ErrorCode;
    }

    [Theory]
    [InlineData("Code", 15)]
    [InlineData("Bedrijf", 100)]
    [InlineData("Contactpersoon", 150)]
    [InlineData("Geslacht", 1)]
    [InlineData("Adres", 150)]
    [InlineData("Postcode", 50)]
    [InlineData("Plaats2", 50)]
    [InlineData("Land", 50)]
    [InlineData("Telefoon", 50)]
    [InlineData("Email", 150)]
    [InlineData("Site", 50)]
    [InlineData("BTWNummer", 50)]
    [InlineData("KvkNummer", 50)]
    [InlineData("IBAN", 50)]
    [InlineData("BIC", 50)]
    [InlineData("Def1", 100)]
    public async Task Text_of_a_relation_is_taken_up_to_its_length(string name, int length)
    {
        Assert.Equal("", await AddAsync("A", new string('x', length)));
        Assert.Equal("CREL900", await AddAsync("B", new string('y', length + 1)));

        async Task<string> AddAsync(string code, string text)
        {
            var relation = Wire.Relation(code);
            relation.SetElementValue(SoapCaller.Tns + name, text);
            return (await Soap.CallAsync("AddRelatie", relation)).ErrorCode;
        }
    }

    [Theory]
    [InlineData("Code", 15)]
    [InlineData("Bedrijf", 100)]
    [InlineData("Contactpersoon", 50)]
    [InlineData("Geslacht", 1)]
    [InlineData("Adres", 150)]
    [InlineData("Postcode", 50)]
    [InlineData("Plaats", 50)]
    [InlineData("Land", 50)]
    [InlineData("Adres2", 150)]
    [InlineData("Postcode2", 50)]
    [InlineData("Plaats2", 50)]
    [InlineData("Land2", 50)]
    [InlineData("Telefoon", 50)]
    [InlineData("GSM", 50)]
    [InlineData("FAX", 50)]
    [InlineData("Email", 150)]
    [InlineData("Site", 50)]
    [InlineData("Bankrekening", 50)]
    [InlineData("Girorekening", 50)]
    [InlineData("BTWNummer", 50)]
    [InlineData("KvkNummer", 50)]
    [InlineData("Aanhef", 50)]
    [InlineData("IBAN", 50)]
    [InlineData("BIC", 50)]
    [InlineData("Def1", 100)]
    [InlineData("Def10", 100)]
    [InlineData("LA", 1)]
    public async Task Text_of_an_update_is_taken_up_to_its_length(string name, int length)
    {
        var relation = Wire.FullRelation(RelationCode, "Naam", Administration.Relations[0].Id);

        Assert.Equal("", (await Soap.CallAsync("UpdateRelatie", relation.With(name, new string('x', length)))).ErrorCode);
        Assert.Equal("CREL900", (await Soap.CallAsync("UpdateRelatie", relation.With(name, new string('x', length + 1)))).ErrorCode);
    }

    [Fact]
    public async Task Note_of_an_update_has_no_length()
    {
        var relation = Wire.FullRelation(RelationCode, "Naam", Administration.Relations[0].Id);

        Assert.Equal("", (await Soap.CallAsync("UpdateRelatie", relation.With("Notitie", new string('x', 40_001)))).ErrorCode);
        Assert.Equal(40_001, Administration.Relations[0]["Notitie"].Length);
    }

    [Fact]
    public async Task Over_long_contact_of_an_update_is_cut_when_switched()
    {
        Switch(switches => switches with { Overlong = OverlongText.Cut });
        var relation = Wire.FullRelation(RelationCode, "Naam", Administration.Relations[0].Id);

        await Soap.CallAsync("UpdateRelatie", relation.With("Contactpersoon", new string('x', 150)));

        Assert.Equal(new string('x', 50), Administration.Relations[0]["Contactpersoon"]);
    }

    [Fact]
    public async Task Over_long_text_is_cut_when_switched()
    {
        Switch(switches => switches with { Overlong = OverlongText.Cut });

        await Soap.CallAsync("AddMutatie", Wire.Invoice(new string('9', 60)));

        Assert.Equal(new string('9', 50), Administration.Mutations[0].InvoiceNumber);
    }
}
