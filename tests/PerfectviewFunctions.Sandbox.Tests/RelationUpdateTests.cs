using System.Xml.Linq;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

/// <summary>UpdateRelatie: the reference, section 1.5.</summary>
public sealed class RelationUpdateTests : SandboxTest
{
    private SandboxRelation First => Administration.Relations[0];

    [Theory]
    [InlineData(SuccessForm.EmptyElements, "<UpdateRelatieResult><LastErrorCode /><LastErrorDescription /></UpdateRelatieResult>")]
    [InlineData(SuccessForm.AbsentChildren, "<UpdateRelatieResult />")]
    [InlineData(SuccessForm.AbsentErrorMsg, "")]
    public async Task Result_of_an_update_is_the_error_itself(SuccessForm form, string result)
    {
        Switch(switches => switches with { Success = form });

        var reply = await UpdateAsync(Wire.Relation(RelationCode, "Andere naam", First.Id));

        Assert.Equal("Andere naam", First.Name);
        var response = Assert.Single(reply.All("UpdateRelatieResponse"));
        Assert.Equal(result, string.Concat(response.Elements().Select(Bare)));
    }

    [Theory]
    [InlineData(SuccessForm.EmptyElements)]
    [InlineData(SuccessForm.AbsentErrorMsg)]
    public async Task Refused_update_says_so_in_the_result_itself(SuccessForm form)
    {
        Switch(switches => switches with { Success = form });

        var reply = await UpdateAsync(Wire.Relation("R9", "Andere naam", 999));

        Assert.Equal("CREL904", reply.Result!.Element(SoapCaller.Tns + "LastErrorCode")!.Value);
        Assert.NotEqual("", reply.Result.Element(SoapCaller.Tns + "LastErrorDescription")!.Value);
    }

    [Theory]
    [InlineData(true, "E002.2")]
    [InlineData(false, "E0022")]
    public async Task Ended_session_refuses_an_update_in_the_result_itself(bool dotted, string code)
    {
        Switch(switches => switches with { DottedCodes = dotted });
        await Soap.OpenAsync();
        Books.EndSessions();

        var reply = await UpdateAsync(Wire.Relation(RelationCode, "Andere naam", First.Id));

        Assert.Equal(code, reply.Result!.Element(SoapCaller.Tns + "LastErrorCode")!.Value);
        Assert.NotEqual("Andere naam", First.Name);
    }

    [Fact]
    public async Task Every_element_is_taken_and_answered_but_for_the_date_it_was_added()
    {
        var sent = Wire.FullRelation("NEW", "Andere naam", First.Id);

        await UpdateAsync(sent);

        var answered = Assert.Single((await Soap.CallAsync("GetRelaties", Wire.RelationFilter(id: sent.Elements().First().Value))).All("cRelatie"));
        Assert.Equal(
            sent.With("AddDatum", "2026-03-02T00:00:00").Elements().Select(field => (field.Name, field.Value)),
            answered.Elements().Select(field => (field.Name, field.Value)));
    }

    [Theory]
    [InlineData("CREL001", "Code", "R1")]
    [InlineData("CREL900", "Code", "1234567890123456")]
    [InlineData("CREL901", "Code", "")]
    [InlineData("CREL901", "Code", null)]
    [InlineData("CREL902", "Bedrijf", "")]
    [InlineData("CREL902", "Bedrijf", null)]
    [InlineData("CREL903", "BP", "X")]
    [InlineData("CREL904", "ID", "0")]
    [InlineData("CREL904", "ID", null)]
    [InlineData("CREL904", "ID", "-1")]
    public async Task Update_against_a_rule_is_refused_and_changes_nothing(string code, string element, string? text)
    {
        Administration.AddRelation("R1", "Ander");
        var before = Administration.Relations;

        foreach (var blanks in new[] { true, false })
        {
            Switch(switches => switches with { UpdateBlanksEmpty = blanks });
            Assert.Equal(code, (await UpdateAsync(Wire.FullRelation("NEW", "Naam", First.Id).With(element, text))).ErrorCode);
        }

        Assert.Equal(before, Administration.Relations);
    }

    [Fact]
    public async Task Own_code_of_a_relation_is_not_taken() =>
        Assert.Equal("", (await UpdateAsync(Wire.Relation(RelationCode, "Naam", First.Id))).ErrorCode);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Blank_or_absent_elements_blank_as_switched(bool blanks)
    {
        var before = Filled();
        Switch(switches => switches with { UpdateBlanksEmpty = blanks });
        var empty = Wire.FullRelation(RelationCode, "Naam", First.Id);
        foreach (var field in empty.Elements().Where(field => field.Name.LocalName is not ("ID" or "AddDatum" or "Code" or "Bedrijf")).ToList())
        {
            // Half of the texts empty, half absent; a number is 0 when it is not used.
            field.Value = field.Name.LocalName is "Gb_ID" or "GeenEmail" or "NieuwsbriefgroepenCount" ? "0" : "";
            if (field.Value.Length == 0 && field.Name.LocalName.Length % 2 == 0)
            {
                field.Remove();
            }
        }

        await UpdateAsync(empty);

        foreach (var (name, text) in before.Fields.Where(field => field.Key is not ("AddDatum" or "Bedrijf")))
        {
            Assert.Equal((name, blanks ? name == "BP" ? "B" : "" : text), (name, First[name]));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Order_of_an_update_matters_only_when_switched(bool faults)
    {
        Switch(switches => switches with { OutOfOrderFaults = faults });
        var relation = Wire.FullRelation(RelationCode, "Andere naam", First.Id);
        relation.ReplaceNodes(relation.Elements().Reverse().ToArray());

        var reply = await UpdateAsync(relation);

        Assert.Equal((faults, !faults), (reply.IsFault, First.Name == "Andere naam"));
    }

    [Theory]
    [InlineData("Gb_ID", "")]
    [InlineData("GeenEmail", "ja")]
    [InlineData("AddDatum", "")]
    public async Task Number_or_date_that_is_none_is_a_fault(string element, string text)
    {
        var reply = await UpdateAsync(Wire.FullRelation(RelationCode, "Andere naam", First.Id).With(element, text));

        Assert.True(reply.IsFault);
        Assert.NotEqual("Andere naam", First.Name);
    }

    [Fact]
    public async Task Changed_code_is_followed_by_the_bookings()
    {
        await Soap.CallAsync("AddMutatie", Wire.Invoice());
        await UpdateAsync(Wire.Relation("NEW", "Naam", First.Id));

        Assert.Equal("NEW", (await Soap.CallAsync("GetOpenPosten", Wire.Debtors)).Text("RelCode"));
    }

    [Fact]
    public async Task Somebody_else_changes_some_fields_and_no_others()
    {
        var before = Filled();

        Assert.True(Administration.ChangeRelation(
            before.Id, new Dictionary<string, string> { ["Plaats"] = "Tilburg", ["FAX"] = "", ["AddDatum"] = "2020-01-01" }));

        Assert.Equal(RelationCode, First.Code);
        foreach (var (name, text) in before.Fields)
        {
            var expected = name switch { "Plaats" => "Tilburg", "FAX" => "", "AddDatum" => "2020-01-01", _ => text };
            Assert.Equal((name, expected), (name, First[name]));
        }

        Assert.Equal("2020-01-01T00:00:00", (await Soap.CallAsync("GetRelaties", Wire.RelationFilter())).Text("AddDatum"));
    }

    [Fact]
    public async Task Code_that_somebody_else_changes_is_followed_by_the_bookings()
    {
        Administration.AddRelation("R1", "Ander");
        await Soap.CallAsync("AddMutatie", Wire.Invoice());
        await Soap.CallAsync("AddMutatie", Wire.Invoice("F2", "R1"));

        Assert.True(Administration.ChangeRelation(First.Id, new Dictionary<string, string>(), code: "NEW"));

        Assert.Equal(["NEW", "R1"], Administration.Mutations.Select(mutation => mutation.RelationCode));
        Assert.Equal("Bakkerij De Korenbloem", First.Name);
    }

    [Fact]
    public void Relation_that_is_not_there_is_not_changed() =>
        Assert.False(Administration.ChangeRelation(999, new Dictionary<string, string> { ["Plaats"] = "Tilburg" }));

    [Theory]
    [InlineData("Stad")]
    [InlineData("Code")]
    [InlineData("ID")]
    public void Field_that_is_none_is_a_mistake(string name)
    {
        Assert.Throws<ArgumentException>(() => Administration.ChangeRelation(First.Id, new Dictionary<string, string> { [name] = "1" }));
        Assert.DoesNotContain(name, First.Fields);
    }

    private static string Bare(XElement element) =>
        element.ToString(SaveOptions.DisableFormatting).Replace($" xmlns=\"{SoapCaller.Tns.NamespaceName}\"", "", StringComparison.Ordinal);

    private Task<SoapReply> UpdateAsync(XElement relation) => Soap.CallAsync("UpdateRelatie", relation);

    private SandboxRelation Filled()
    {
        Administration.ChangeRelation(First.Id, Wire.FullRelation("", "Naam").Elements()
            .Where(field => field.Name.LocalName is not ("ID" or "Code"))
            .ToDictionary(field => field.Name.LocalName, field => field.Value));
        return First;
    }
}
