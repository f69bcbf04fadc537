using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

public sealed class RelationTests : SandboxTest
{
    [Fact]
    public async Task Added_relation_is_found_by_each_filter()
    {
        var id = (await Soap.CallAsync("AddRelatie", Wire.Relation().With("Postcode", "1234 AB"))).Text("Rel_ID")!;

        foreach (var filter in new[] { Wire.RelationFilter(code: "R1"), Wire.RelationFilter(id: id), Wire.RelationFilter(word: "nieuw") })
        {
            var reply = await Soap.CallAsync("GetRelaties", filter);
            Assert.Equal([id], reply.All("ID").Select(found => found.Value));
            Assert.Equal("1234 AB", reply.Text("Postcode"));
        }

        Assert.Equal(2, (await Soap.CallAsync("GetRelaties", Wire.RelationFilter())).All("cRelatie").Count);
    }

    [Theory]
    [InlineData("CREL001", "Code", RelationCode)]
    [InlineData("CREL900", "Code", "1234567890123456")]
    [InlineData("CREL901", "Code", "")]
    [InlineData("CREL902", "Bedrijf", "")]
    [InlineData("CREL903", "BP", "X")]
    public async Task Relation_against_a_rule_is_refused(string code, string element, string text)
    {
        var reply = await Soap.CallAsync("AddRelatie", Wire.Relation().With(element, text));

        Assert.Equal((code, "0"), (reply.ErrorCode, reply.Text("Rel_ID")));
        Assert.Single(Administration.Relations);
    }

    [Fact]
    public async Task Result_of_an_update_is_the_error_itself()
    {
        var id = Administration.Relations[0].Id;

        var done = await Soap.CallAsync("UpdateRelatie", Wire.Relation(RelationCode, "Andere naam", id));
        var refused = await Soap.CallAsync("UpdateRelatie", Wire.Relation("R9", "Andere naam", 999));

        Assert.Equal("Andere naam", Administration.Relations[0].Name);
        Assert.Equal(["LastErrorCode", "LastErrorDescription"], done.Result!.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("CREL904", refused.Result!.Element(SoapCaller.Tns + "LastErrorCode")!.Value);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "Utrecht")]
    public async Task Update_blanks_empty_elements_as_switched(bool blanks, string city)
    {
        Switch(switches => switches with { UpdateBlanksEmpty = blanks });
        var relation = Administration.AddRelation("R1", "Naam", new Dictionary<string, string> { ["Plaats"] = "Utrecht" });

        await Soap.CallAsync("UpdateRelatie", Wire.Relation("R1", "Naam", relation.Id));

        Assert.Equal(city, Administration.Relations[1]["Plaats"]);
    }

    [Fact]
    public async Task Changed_code_is_followed_by_the_bookings()
    {
        await Soap.CallAsync("AddMutatie", Wire.Invoice());
        await Soap.CallAsync("UpdateRelatie", Wire.Relation("NEW", "Naam", Administration.Relations[0].Id));

        Assert.Equal("NEW", (await Soap.CallAsync("GetOpenPosten", Wire.Debtors)).Text("RelCode"));
    }

    [Fact]
    public async Task Code_of_another_relation_is_refused_on_update()
    {
        var other = Administration.AddRelation("R1", "Ander");

        var reply = await Soap.CallAsync("UpdateRelatie", Wire.Relation(RelationCode, "Ander", other.Id));

        Assert.Equal("CREL001", reply.ErrorCode);
    }
}
