using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests.Rest;

/// <summary>One set of books behind both APIs.</summary>
public sealed class RestBothWaysTests : RestTest
{
    [Fact]
    public async Task Invoice_booked_by_rest_is_seen_by_soap()
    {
        var booked = await Rest.PostAsync("mutation", Invoice());

        Assert.Equal((HttpStatusCode.Created, 1L), (booked.Status, booked.Id));
        var found = await Soap.CallAsync("GetMutaties", Wire.MutationFilter("F2026-001"));
        Assert.Equal(
            ["1", "FactuurVerstuurd", "1300", "10001", "Levering januari", "14", "EX", "100.00", "21.00", "121.00", "HOOG_VERK_21", "21.00", "8000"],
            new[]
            {
                "MutatieNr", "Soort", "Rekening", "RelatieCode", "Omschrijving", "Betalingstermijn", "InExBTW",
                "BedragExclBTW", "BedragBTW", "BedragInclBTW", "BTWCode", "BTWPercentage", "TegenrekeningCode",
            }.Select(found.Text));
        Assert.Equal("CMUT018", (await Soap.CallAsync("AddMutatie", Wire.Invoice())).ErrorCode);
        Assert.Equal("121", (await Soap.CallAsync("GetOpenPosten", Wire.Debtors)).Text("Openstaand"));
    }

    [Fact]
    public async Task Invoice_booked_by_soap_is_seen_by_rest()
    {
        await Soap.CallAsync("AddMutatie", Wire.Invoice());

        var item = Assert.Single((await Rest.GetAsync("mutation?invoiceNumber=F2026-001")).Items);
        Assert.Equal(
            $$"""{"id":1,"type":2,"date":"2026-01-31","invoiceNumber":"F2026-001","ledgerId":{{LedgerId("1300")}},"amount":121.00,"entryNumber":""}""",
            item.ToJsonString());
        var whole = (await Rest.GetAsync("mutation/1")).Json;
        Assert.Equal((RelationId, "EX", 14), ((long)whole["relationId"]!, (string)whole["inExVat"]!, (int)whole["termOfPayment"]!));
        Assert.Equal("""[{"vatCode":"HOOG_VERK_21","amount":21.00}]""", whole["vat"]!.ToJsonString());
        Assert.Equal("MUT_020", (await Rest.PostAsync("mutation", Invoice())).Code);
    }

    [Fact]
    public async Task Payment_booked_by_either_lowers_what_both_show_as_open()
    {
        await Rest.PostAsync("mutation", Invoice());
        Assert.Equal(HttpStatusCode.Created, (await Rest.PostAsync("mutation", Payment(("F2026-001", 20)))).Status);
        Assert.Equal("", (await Soap.CallAsync("AddMutatie", Wire.Payment(amount: "1.00"))).ErrorCode);

        var open = Assert.Single((await Rest.GetAsync("mutation/invoice/outstanding?credDeb=D")).Items);
        Assert.Equal(
            $$"""
            {"date":"2026-01-31","mutationId":1,"invoiceNumber":"F2026-001","relationId":{{RelationId}},"relationCode":"10001",
            "company":"Bakkerij De Korenbloem","totalAmount":121,"paidAmount":21.00,"outstandingAmount":100.00}
            """.ReplaceLineEndings(""),
            open.ToJsonString());
        Assert.Equal("100", (await Soap.CallAsync("GetOpenPosten", Wire.Debtors)).Text("Openstaand"));
    }

    [Fact]
    public async Task Relation_added_by_rest_is_seen_by_soap_and_changed_by_both()
    {
        var added = await Rest.PostAsync("relation", new JsonObject { ["name"] = "Nieuw BV", ["city"] = "Utrecht", ["termOfPayment"] = 30 });
        var code = (string)added.Json["code"]!;

        Assert.Equal("Utrecht", (await Soap.CallAsync("GetRelaties", Wire.RelationFilter(code: code))).Text("Plaats"));
        Assert.Equal("", (await Soap.CallAsync("UpdateRelatie", Wire.Relation(code, "Anders BV", added.Id))).ErrorCode);
        var seen = (await Rest.GetAsync($"relation/{added.Id}")).Json;
        Assert.Equal(("Anders BV", "", 30), ((string)seen["name"]!, (string)seen["city"]!, (int)seen["termOfPayment"]!));

        Assert.Equal(HttpStatusCode.NoContent, (await Rest.PatchAsync($"relation/{added.Id}", new JsonObject { ["name"] = "Weer BV", ["city"] = "Breda" })).Status);
        Assert.Equal("Breda", (await Soap.CallAsync("GetRelaties", Wire.RelationFilter(code: code))).Text("Plaats"));
    }

    [Fact]
    public async Task Ledger_ids_are_the_same_by_both_and_belong_to_one_administration()
    {
        var soap = await Soap.CallAsync("GetGrootboekrekeningen", new XElement(SoapCaller.Tns + "cFilter"));
        Assert.Equal(soap.All("ID").Select(id => id.Value), (await Rest.GetAsync("ledger")).All("id"));

        var added = Books.AddAdministration("Derde");
        Administration.AddLedgerAccount("9000", "Meer", "VW");
        added.AddLedgerAccount("9000", "Meer", "VW");
        var ids = Books.Administrations.SelectMany(administration => administration.LedgerAccounts).Select(account => account.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }
}
