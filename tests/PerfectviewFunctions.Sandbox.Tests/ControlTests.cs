using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

public sealed class ControlTests : SandboxTest, IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });

    private static string Base => $"sandbox/administrations/{Uri.EscapeDataString(SandboxDemo.AdministrationName)}/";

    [Fact]
    public async Task Books_are_read_and_paid_from_outside()
    {
        await Soap.CallAsync("AddMutatie", Wire.Invoice());

        var paid = await http.PostAsJsonAsync(At(Base + "payments"), new { invoiceNumber = "F2026-001", amount = 21.00m });
        var unknown = await http.PostAsJsonAsync(At(Base + "payments"), new { invoiceNumber = "F9", amount = 21.00m });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (paid.StatusCode, unknown.StatusCode));
        Assert.Equal(100m, (await ReadAsync(Base + "open-items"))[0]!["open"]!.GetValue<decimal>());
        Assert.Equal("FactuurVerstuurd", (await ReadAsync(Base + "mutations"))[0]!["kind"]!.GetValue<string>());
        Assert.Equal(RelationCode, (await ReadAsync(Base + "relations"))[0]!["code"]!.GetValue<string>());
        Assert.Equal(2, (await ReadAsync("sandbox/administrations"))[0]!["mutations"]!.GetValue<int>());
        Assert.Equal(1, (await ReadAsync("sandbox/calls"))["counts"]!["AddMutatie"]!.GetValue<int>());
    }

    [Fact]
    public async Task Mutations_are_renumbered_and_deleted_from_outside()
    {
        await Soap.CallAsync("AddMutatie", Wire.Invoice());

        await http.PutAsJsonAsync(At($"sandbox/administrations/{Administration.SecurityCode2}/mutations/1/invoice-number"), new { invoiceNumber = "F9" });
        Assert.Equal("F9", Administration.Mutations[0].InvoiceNumber);
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync(At(Base + "mutations/1"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.DeleteAsync(At(Base + "mutations/1"))).StatusCode);
        Assert.Empty(Administration.Mutations);
    }

    [Fact]
    public async Task Relation_is_read_changed_and_deleted_from_outside()
    {
        var path = $"{Base}relations/{Administration.Relations[0].Id}";
        await Soap.CallAsync("AddMutatie", Wire.Invoice());

        var city = new Dictionary<string, string> { ["Plaats"] = "Breda" };

        var changed = await http.PutAsJsonAsync(At(path), new { fields = city, code = "NEW" });

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        var read = await ReadAsync(path);
        Assert.Equal(
            ("NEW", "Breda", "Bakkerij De Korenbloem"),
            (read["code"]!.GetValue<string>(), read["fields"]!["Plaats"]!.GetValue<string>(), read["fields"]!["Bedrijf"]!.GetValue<string>()));
        Assert.Equal("NEW", Administration.Mutations[0].RelationCode);

        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync(At(path))).StatusCode);
        Assert.Empty(Administration.Relations);
        Assert.Equal(HttpStatusCode.NotFound, (await http.DeleteAsync(At(path))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(At(path))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PutAsJsonAsync(At(path), new { fields = city })).StatusCode);
    }

    [Theory]
    [InlineData("""{"fields":{"Stad":"Breda"}}""")]
    [InlineData("""{"fields":{"Code":"NEW"}}""")]
    [InlineData("""{"fields":{"Plaats":null}}""")]
    [InlineData("""{"code":"NEW"}""")]
    [InlineData("""{"fields":{},"name":"NEW"}""")]
    public async Task Mistaken_change_of_a_relation_is_refused(string json)
    {
        var before = Administration.Relations[0];
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");

        var answer = await http.PutAsync(At($"{Base}relations/{before.Id}"), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Same(before, Administration.Relations[0]);
    }

    [Fact]
    public async Task Switches_faults_and_the_closed_period_are_set_from_outside()
    {
        await http.PutAsJsonAsync(At("sandbox/switches"), new { duplicates = "Number", sessionLifetime = "00:01:00" });
        await http.PostAsJsonAsync(At("sandbox/faults"), new { kind = "AnswerLost", operation = "AddMutatie", delay = "00:00:05", times = 3 });
        await http.PutAsJsonAsync(At(Base + "closed-until"), new { closedUntil = "2025-12-31" });

        Assert.Equal(
            new SandboxSwitches { Duplicates = DuplicateRule.Number, SessionLifetime = TimeSpan.FromMinutes(1) }, Books.Switches);
        Assert.Equal(
            new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(5), Times = 3 },
            Assert.Single(Books.Faults.Pending));
        Assert.Equal(new DateOnly(2025, 12, 31), Administration.ClosedUntil);

        await http.DeleteAsync(At("sandbox/faults"));
        Assert.Empty(Books.Faults.Pending);
    }

    [Theory]
    [InlineData("""{"operation":"AddMutatie"}""")]
    [InlineData("""{"kind":"Nonsense"}""")]
    [InlineData("""{"kind":"AnswerLost","times":0}""")]
    [InlineData("""{"kind":"AnswerLost","oparation":"AddMutatie"}""")]
    public async Task Mistaken_fault_is_refused(string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(At("sandbox/faults"), content)).StatusCode);
        Assert.Empty(Books.Faults.Pending);
    }

    [Fact]
    public async Task Page_encodes_what_stands_in_the_books()
    {
        Administration.AddRelation("<i>", "<script>alert(1)</script>", new Dictionary<string, string> { ["Email"] = "\"><img src=x>" });
        Administration.AddInvoice("<b>F1</b>", "<i>", new DateOnly(2026, 3, 2), new SandboxMutationLine(1000, 210, "<u>", 21, "8000"));
        Books.Faults.Add(new Fault(FaultKind.SlowBefore) { InvoiceNumber = "<s>" });

        var page = await http.GetStringAsync(Server.PageAddress);

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("1.210,00", page, StringComparison.Ordinal);
        Assert.All(new[] { "<script", "<img", "<i>", "<b>", "<u>", "<s>" }, hostile => Assert.DoesNotContain(hostile, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Forms_pay_an_invoice_and_switch_faults()
    {
        await Soap.CallAsync("AddMutatie", Wire.Invoice());

        Assert.Equal("/?outcome=PaymentRegistered", await PostFormAsync(
            "page/payment", ("administration", $"{Administration.SecurityCode2}"), ("invoice", "F2026-001"), ("amount", "20,50"), ("relation", "")));
        Assert.Equal(100.50m, Administration.OpenDebtors()[0].Open);
        Assert.Equal("/?outcome=InvalidForm", await PostFormAsync("page/payment", ("invoice", "F2026-001"), ("amount", "much")));

        Assert.Equal("/?outcome=FaultAdded", await PostFormAsync(
            "page/fault", ("kind", "SlowBefore"), ("operation", ""), ("invoice", "F1"), ("times", "0"), ("seconds", "3")));
        Assert.Equal(
            new Fault(FaultKind.SlowBefore) { InvoiceNumber = "F1", Times = Fault.UntilCleared, Delay = TimeSpan.FromSeconds(3) },
            Assert.Single(Books.Faults.Pending));

        Assert.Equal("/?outcome=FaultsCleared", await PostFormAsync("page/faults/clear"));
        Assert.Empty(Books.Faults.Pending);
        Assert.Contains("Alle storingen zijn uit.", await http.GetStringAsync(At("?outcome=FaultsCleared")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_of_a_relation_shows_every_field_and_encodes_it()
    {
        var fields = Wire.FullRelation("", "<script>1</script>").Elements()
            .Where(field => field.Name.LocalName is not ("ID" or "Code" or "AddDatum"))
            .ToDictionary(field => field.Name.LocalName, field => field.Name.LocalName == "Notitie" ? "\n</textarea><i>" : field.Value + "\"<b>");
        var relation = Administration.AddRelation("<u>", "<script>1</script>", fields);

        var page = await http.GetStringAsync(At(PathOf(relation)));

        Assert.Contains(System.Net.WebUtility.HtmlEncode(PathOf(relation)), await http.GetStringAsync(Server.PageAddress), StringComparison.Ordinal);
        Assert.All(fields.Where(field => field.Key != "Notitie"), field => Assert.Contains(
            $"name=\"{field.Key}\" value=\"{WebUtility.HtmlEncode(relation[field.Key])}\"", page, StringComparison.Ordinal));
        Assert.Contains("<textarea name=\"Notitie\">\n\n&lt;/textarea&gt;&lt;i&gt;</textarea>", page, StringComparison.Ordinal);
        Assert.All(new[] { "<script", "<i>", "<b>", "<u>" }, hostile => Assert.DoesNotContain(hostile, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_changes_a_relation_as_far_as_the_rules_go()
    {
        var relation = Administration.Relations[0];
        Administration.AddRelation("R1", "Ander");
        await Soap.CallAsync("AddMutatie", Wire.Invoice());

        Assert.Equal($"/{PathOf(relation)}&outcome=RelationChanged", await ChangeAsync(("Code", " NEW "), ("Bedrijf", "Nieuw"), ("Notitie", "a\r\nb")));
        Assert.Equal(
            ("NEW", "Nieuw", "a\r\nb", "B"),
            (Administration.Relations[0].Code, Administration.Relations[0].Name, Administration.Relations[0]["Notitie"], Administration.Relations[0]["BP"]));
        Assert.Equal("NEW", Administration.Mutations[0].RelationCode);

        Assert.EndsWith("=RelationCodeInUse", await ChangeAsync(("Code", "R1"), ("Bedrijf", "Nieuwer")), StringComparison.Ordinal);
        Assert.EndsWith("=InvalidForm", await ChangeAsync(("Code", ""), ("Bedrijf", "Nieuwer")), StringComparison.Ordinal);
        Assert.EndsWith("=InvalidForm", await ChangeAsync(("Code", "NEW"), ("Bedrijf", "")), StringComparison.Ordinal);
        Assert.EndsWith("=InvalidForm", await ChangeAsync(("Code", "NEW"), ("BP", "X")), StringComparison.Ordinal);
        Assert.EndsWith("=InvalidForm", await ChangeAsync(("Code", "NEW"), ("Bedrijf", new string('x', 101))), StringComparison.Ordinal);
        Assert.Equal("Nieuw", Administration.Relations[0].Name);
        Assert.Contains("Een andere relatie heeft deze code al.", await http.GetStringAsync(At(PathOf(relation) + "&outcome=RelationCodeInUse")), StringComparison.Ordinal);

        Task<string?> ChangeAsync(params (string Name, string Value)[] fields) => PostFormAsync(
            "page/relation", [("administration", $"{Administration.SecurityCode2}"), ("id", $"{relation.Id}"), .. fields]);
    }

    [Fact]
    public async Task Form_deletes_a_relation_and_its_page_leads_back_to_the_books()
    {
        var relation = Administration.Relations[0];
        (string, string)[] key = [("administration", $"{Administration.SecurityCode2}"), ("id", $"{relation.Id}")];

        Assert.Equal("/?outcome=RelationDeleted", await PostFormAsync("page/relation/delete", key));
        Assert.Empty(Administration.Relations);
        Assert.Equal("/?outcome=RelationGone", await PostFormAsync("page/relation/delete", key));
        Assert.Equal("/?outcome=RelationGone", await PostFormAsync("page/relation", [.. key, ("Code", "NEW")]));
        Assert.Equal("/?outcome=RelationGone", (await http.GetAsync(At(PathOf(relation)))).Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "evil.example")]
    public async Task Request_of_another_site_is_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At("page/faults/clear"));
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(request)).StatusCode);
    }

    public void Dispose() => http.Dispose();

    private string PathOf(SandboxRelation relation) => $"page/relation?administration={Administration.SecurityCode2}&id={relation.Id}";

    private Uri At(string path) => new(Server.PageAddress, path);

    private async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await http.GetStringAsync(At(path)))!;

    private async Task<string?> PostFormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return (await http.PostAsync(At(path), content)).Headers.Location?.ToString();
    }
}
