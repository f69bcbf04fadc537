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
}
