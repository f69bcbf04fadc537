using System.Net;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests.Rest;

/// <summary>Relations: fields, lengths and codes from the REST description.</summary>
public sealed class RestRelationTests : RestTest
{
    private static readonly JsonObject Full = new()
    {
        ["type"] = "P", ["code"] = "R-1", ["name"] = "Mevr. De Vries", ["salutation"] = "Geachte mevrouw", ["contact"] = "A. de Vries",
        ["gender"] = "v", ["address"] = "Dorpsstraat 1", ["postalCode"] = "1234 AB", ["city"] = "Utrecht", ["country"] = "Nederland",
        ["address2"] = "Postbus 9", ["postalCode2"] = "4321 BA", ["city2"] = "Breda", ["country2"] = "België",
        ["phoneNumber"] = "030-1", ["mobilePhoneNumber"] = "06-1", ["faxNumber"] = "030-2", ["emailAddress"] = "a@example.test",
        ["emailAddressInvoice"] = "b@example.test", ["emailAddressReminder"] = "c@example.test", ["website"] = "example.test",
        ["note"] = "een\ntwee", ["vatNumber"] = "NL1", ["inactive"] = true, ["termOfPayment"] = 0,
        ["companyRegistrationNumber"] = "01234567", ["iban"] = "NL91ABNA0417164300", ["bic"] = "TESTNL2A",
        ["freeText1"] = "a", ["freeText2"] = "b", ["freeText3"] = "c", ["freeText4"] = "d", ["freeText5"] = "e",
        ["freeText6"] = "f", ["freeText7"] = "g", ["freeText8"] = "h", ["freeText9"] = "i", ["freeText10"] = "j",
        ["isClubOrAssociationMember"] = true, ["doNotReceiveNewsletters"] = true, ["ledgerId"] = 9020,
        ["mandate"] = true, ["mandateType"] = "D", ["mandateId"] = "M-1", ["mandateSignedDate"] = "2026-01-02",
    };

    [Fact]
    public async Task Everything_sent_is_kept()
    {
        var added = await Rest.PostAsync("relation", Full);

        Assert.Equal((HttpStatusCode.Created, "R-1"), (added.Status, (string?)added.Json["code"]));
        var expected = Full.With("id", added.Id).With("date", "2026-03-02");
        var kept = (await Rest.GetAsync($"relation/{added.Id}")).Json;
        Assert.Equal(Sorted(expected), Sorted(kept));
    }

    [Fact]
    public async Task Fields_have_the_places_that_soap_knows()
    {
        await Rest.PostAsync("relation", Full);

        var seen = await Soap.CallAsync("GetRelaties", Wire.RelationFilter(code: "R-1"));
        var expected = Wire.FullRelation("R-1", "Mevr. De Vries")
            .With("IBAN", "NL91ABNA0417164300").With("Gb_ID", "9020").With("Bankrekening", "").With("Girorekening", "")
            .With("NieuwsbriefgroepenCount", "0");
        foreach (var field in expected.Elements().Where(field => field.Name.LocalName is not ("ID" or "AddDatum")))
        {
            Assert.Equal((field.Name.LocalName, field.Value), (field.Name.LocalName, seen.Text(field.Name.LocalName)));
        }
    }

    [Fact]
    public async Task Field_never_given_is_empty_false_or_null()
    {
        var seen = (await Rest.GetAsync($"relation/{RelationId}")).Json;

        Assert.Equal(("", false), ((string?)seen["city"], (bool)seen["inactive"]!));
        Assert.Null(seen["termOfPayment"]);
        Assert.Null(seen["ledgerId"]);
    }

    [Fact]
    public async Task Code_is_generated_when_it_is_empty()
    {
        async Task<string> AddAsync(string? code) =>
            (string)(await Rest.PostAsync("relation", new JsonObject { ["name"] = "X", ["code"] = code })).Json["code"]!;

        Assert.Matches("^REL[0-9]{6}$", await AddAsync(null));
        var next = Administration.Relations[^1].Id + 1;
        Administration.AddRelation($"REL{next + 1:000000}", "In de weg");
        Assert.Equal($"REL{next + 2:000000}", await AddAsync(""));
        Assert.Equal("B", Administration.Relations[^1]["BP"]);
    }

    [Theory]
    [InlineData("type", "X", "REL_001")]
    [InlineData("name", null, "REL_002")]
    [InlineData("name", " ", "REL_002")]
    [InlineData("gender", "x", "REL_004")]
    [InlineData("iban", "NL91ABNA0417164301", "REL_007")]
    [InlineData("iban", "NL91 ABNA 0417 1643 00", "REL_007")]
    [InlineData("iban", "rekening 1", "REL_007")]
    [InlineData("iban", "GB82WEST12345698765432", "")]
    [InlineData("iban", "nl91abna0417164300", "")]
    [InlineData("iban", "", "")]
    [InlineData("companyRegistrationNumber", "KvK 01234567", "REL_008")]
    [InlineData("emailAddress", "nobody", "REL_023")]
    [InlineData("emailAddressInvoice", "nobody", "REL_025")]
    [InlineData("emailAddressReminder", "Naam <a@example.test>", "REL_027")]
    [InlineData("termOfPayment", -1, "REL_030")]
    [InlineData("termOfPayment", 10000, "REL_031")]
    [InlineData("termOfPayment", "30", "")]
    [InlineData("ledgerId", 99, "REL_048")]
    [InlineData("code", "10001", "REL_049")]
    [InlineData("mandateType", "X", "REL_051")]
    [InlineData("mandateType", null, "REL_052")]
    [InlineData("mandateSignedDate", "yesterday", "ERR_002")]
    [InlineData("inactive", "yes", "ERR_002")]
    public async Task Field_is_held_to_its_rules(string property, object? value, string code)
    {
        var body = Full.With(property, value is null ? null : JsonValue.Create(value));

        var added = await Rest.PostAsync("relation", body);

        Assert.Equal((code, code.Length == 0 ? HttpStatusCode.Created : HttpStatusCode.BadRequest), (added.Code, added.Status));
        Assert.Equal(code.Length == 0 ? "" : property, code.Length == 0 ? "" : added.Property);
        Assert.Equal(code.Length == 0 ? 2 : 1, Administration.Relations.Count);
    }

    [Theory]
    [InlineData("code", 15, "REL_006")]
    [InlineData("name", 100, "REL_003")]
    [InlineData("contact", 50, "REL_009")]
    [InlineData("salutation", 50, "REL_010")]
    [InlineData("address", 150, "REL_011")]
    [InlineData("postalCode", 50, "REL_012")]
    [InlineData("city", 50, "REL_013")]
    [InlineData("country", 50, "REL_014")]
    [InlineData("address2", 150, "REL_015")]
    [InlineData("postalCode2", 50, "REL_016")]
    [InlineData("city2", 50, "REL_017")]
    [InlineData("country2", 50, "REL_018")]
    [InlineData("phoneNumber", 50, "REL_019")]
    [InlineData("mobilePhoneNumber", 50, "REL_020")]
    [InlineData("faxNumber", 50, "REL_021")]
    [InlineData("website", 50, "REL_028")]
    [InlineData("bic", 20, "REL_032")]
    [InlineData("mandateId", 35, "REL_034")]
    [InlineData("vatNumber", 50, "REL_035")]
    [InlineData("freeText1", 100, "REL_037")]
    [InlineData("freeText10", 100, "REL_046")]
    [InlineData("note", 40000, "REL_047")]
    public async Task Text_has_its_length(string property, int length, string code)
    {
        var tooLong = await Rest.PostAsync("relation", Full.With(property, new string('x', length + 1)));
        var fits = await Rest.PostAsync("relation", Full.With(property, new string('x', length)));

        Assert.Equal((code, property, HttpStatusCode.Created), (tooLong.Code, tooLong.Property, fits.Status));
    }

    [Fact]
    public async Task Long_numbers_and_addresses_have_codes_of_their_own()
    {
        async Task<string> AddAsync(string property, string text) => (await Rest.PostAsync("relation", Full.With(property, text))).Code;

        var email = new string('a', 60) + "@" + new string('b', 60) + "." + new string('c', 30);
        Assert.Equal(
            ["REL_022", "REL_024", "REL_026", "REL_050", "REL_029"],
            new[]
            {
                await AddAsync("emailAddress", email), await AddAsync("emailAddressInvoice", email), await AddAsync("emailAddressReminder", email),
                await AddAsync("companyRegistrationNumber", new string('1', 51)), await AddAsync("iban", new string('1', 51)),
            });
    }

    [Fact]
    public async Task Change_is_a_merge()
    {
        var id = (await Rest.PostAsync("relation", Full)).Id;

        var changed = await Rest.PatchAsync($"relation/{id}", new JsonObject
        {
            ["name"] = "Nieuw", ["city"] = "", ["contact"] = null, ["termOfPayment"] = 8, ["code"] = "R-2", ["inactive"] = false,
        });

        Assert.Equal((HttpStatusCode.NoContent, ""), (changed.Status, changed.Body));
        var expected = Full.With("name", "Nieuw").With("city", "").With("termOfPayment", 8).With("code", "R-2")
            .With("inactive", false).With("id", id).With("date", "2026-03-02");
        Assert.Equal(Sorted(expected), Sorted((await Rest.GetAsync($"relation/{id}")).Json));
    }

    [Theory]
    [InlineData("""{"city":"Breda"}""", "REL_002")]
    [InlineData("""{"name":"X","code":"10001"}""", "REL_049")]
    [InlineData("""{"name":"X","iban":"X"}""", "REL_007")]
    [InlineData("""{"name":"X","code":"R-1"}""", "")]
    public async Task Change_is_held_to_the_same_rules(string body, string code)
    {
        var id = (await Rest.PostAsync("relation", Full)).Id;

        Assert.Equal(code, (await Rest.PatchAsync($"relation/{id}", JsonNode.Parse(body)!.AsObject())).Code);
        Assert.Equal("Utrecht", Administration.Relations[^1]["Plaats"]);
    }

    [Fact]
    public async Task Unknown_relation_can_not_be_changed()
    {
        var reply = await Rest.PatchAsync("relation/99", new JsonObject { ["name"] = "X" });

        Assert.Equal((HttpStatusCode.NotFound, "REL_055"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Mutations_follow_a_changed_code()
    {
        await Rest.PostAsync("mutation", Invoice());
        await Rest.PatchAsync($"relation/{RelationId}", new JsonObject { ["name"] = "X", ["code"] = "NEW" });

        Assert.Equal("NEW", (await Soap.CallAsync("GetMutaties", Wire.MutationFilter())).Text("RelatieCode"));
        Assert.Equal(RelationId, (long)(await Rest.GetAsync("mutation/1")).Json["relationId"]!);
    }

    private static string Sorted(JsonObject json) =>
        string.Join('\n', json.Select(property => $"{property.Key}: {property.Value?.ToJsonString()}").Order(StringComparer.Ordinal));
}
