using AngleSharp.Html.Dom;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Mapping;

/// <summary>What the page of VAT and ledger shows, saves and refuses.</summary>
public sealed class MappingPageTests
{
    [Fact]
    public async Task Rows_without_a_choice_come_first_with_a_suggestion_that_is_not_chosen()
    {
        await using var scene = await MappingScene.StartAsync(("NL_0", "GEEN", "8020"));
        scene.World.Books.AddLedgerAccount("8999", "<script>alert(1)</script> \"omzet\"", "VW");
        await scene.Visitor.OpenAsync(MappingScene.Address);

        var rows = scene.Visitor.Page.QuerySelectorAll("fieldset.map-row");
        var high = scene.RowOf("NL_HIGH");

        Assert.Equal(9, rows.Length);
        Assert.Contains("Verkoop - NL - 0% ✓ Ingesteld", Visitor.OneLine(rows[8].TextContent), StringComparison.Ordinal);
        Assert.Contains("Nog niet ingesteld", high.TextContent, StringComparison.Ordinal);
        Assert.Equal(" ", scene.ChosenOf("NL_HIGH"));
        Assert.Contains("HOOG_VERK_21 – BTW hoog, verkopen 21% (voorgesteld)", high.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("HOOG_INK", high.TextContent, StringComparison.Ordinal);
        var accounts = high.QuerySelectorAll("select").OfType<IHtmlSelectElement>().Last().Options.Select(option => option.Value).ToList();
        Assert.Contains("8000", accounts);
        Assert.DoesNotContain("1300", accounts);
        Assert.Contains("8999 – <script>alert(1)</script> \"omzet\"", high.TextContent, StringComparison.Ordinal);
        Assert.Empty(scene.Visitor.Page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task What_is_saved_stands_there_and_in_the_history()
    {
        await using var scene = await MappingScene.StartAsync();

        await scene.Visitor.SubmitAsync("Opslaan", scene.Choose("NL_HIGH", "HOOG_VERK_21", "8000"));

        Assert.Contains("De keuzes zijn opgeslagen", Assert.Single(scene.Visitor.Notices), StringComparison.Ordinal);
        Assert.Equal(["NL_HIGH HOOG_VERK_21 8000"], await scene.SavedAsync());
        Assert.Contains("Ingesteld", scene.RowOf("NL_HIGH").TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Verkoop - NL - 21%: niets → HOOG_VERK_21, 8000 –", Visitor.OneLine(scene.Visitor.Page.QuerySelector("#history")!.TextContent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HOOG_VERK_21", "", "account", "nog geen grootboekrekening")]
    [InlineData("LAAG_VERK_9", "8000", "vatCode", "9%")]
    public async Task Fault_is_told_at_its_field_and_what_was_chosen_stays(string code, string account, string field, string told)
    {
        await using var scene = await MappingScene.StartAsync();

        await scene.Visitor.SubmitAsync("Opslaan", scene.Choose("NL_HIGH", code, account));

        Assert.Equal(422, scene.Visitor.Status);
        var faulty = scene.Visitor.Page.GetElementById("f-" + scene.Field("NL_HIGH", field).Replace('/', '-') + "-fault");
        Assert.Contains(told, faulty!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{code} {account}", scene.ChosenOf("NL_HIGH"));
        Assert.Empty(await scene.SavedAsync());
    }

    [Fact]
    public async Task Debtor_account_is_saved_with_it()
    {
        await using var scene = await MappingScene.StartAsync();
        scene.World.Books.AddLedgerAccount("1310", "Debiteuren buitenland", "DEB");
        await scene.Visitor.OpenAsync(MappingScene.Address);

        await scene.Visitor.SubmitAsync("Opslaan", [("debtorAccount", "1310"), .. scene.Choose("NL_0", "GEEN", "8020")]);

        var settings = await scene.Host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/settings");
        Assert.Equal("1310", settings.Json["debtorAccount"]!.GetValue<string>());
        Assert.Equal(["NL_0 GEEN 8020"], await scene.SavedAsync());
        Assert.Contains("Debiteurenrekening: 1300 – Debiteuren → 1310 – Debiteuren buitenland", scene.Visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_the_form_is_saved_when_a_row_has_a_fault()
    {
        await using var scene = await MappingScene.StartAsync();
        scene.World.Books.AddLedgerAccount("1310", "Debiteuren buitenland", "DEB");
        await scene.Visitor.OpenAsync(MappingScene.Address);

        await scene.Visitor.SubmitAsync("Opslaan", [("debtorAccount", "1310"), .. scene.Choose("NL_0", "GEEN", "")]);

        var settings = await scene.Host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/settings");
        Assert.Equal("1300", settings.Json["debtorAccount"]!.GetValue<string>());
        Assert.Equal("1310", ((IHtmlSelectElement)scene.Visitor.Page.GetElementById("f-debtorAccount")!).Value);
    }

    [Fact]
    public async Task Change_by_somebody_else_shows_both_and_keeps_what_was_chosen()
    {
        await using var scene = await MappingScene.StartAsync();
        using var other = await Visitor.SignedInAsync(scene.Host);
        await other.OpenAsync(MappingScene.Address);
        await other.SubmitAsync("Opslaan", scene.Choose("NL_HIGH", "HOOG_VERK_21", "8010", other));

        await scene.Visitor.SubmitAsync("Opslaan", scene.Choose("NL_HIGH", "HOOG_VERK_21", "8000"));

        Assert.Equal(412, scene.Visitor.Status);
        Assert.Contains("intussen gewijzigd door", scene.Visitor.Text, StringComparison.Ordinal);
        Assert.Equal("HOOG_VERK_21 8000", scene.ChosenOf("NL_HIGH"));
        Assert.Contains("Nu opgeslagen: HOOG_VERK_21, 8010 –", Visitor.OneLine(scene.RowOf("NL_HIGH").TextContent), StringComparison.Ordinal);
        Assert.Equal(["NL_HIGH HOOG_VERK_21 8010"], await scene.SavedAsync());

        await scene.Visitor.SubmitAsync("Opslaan");

        Assert.Equal(["NL_HIGH HOOG_VERK_21 8000"], await scene.SavedAsync());
    }

    [Fact]
    public async Task Change_by_somebody_else_of_another_row_is_not_undone()
    {
        await using var scene = await MappingScene.StartAsync();
        using var other = await Visitor.SignedInAsync(scene.Host);
        await other.OpenAsync(MappingScene.Address);
        await other.SubmitAsync("Opslaan", scene.Choose("NL_LOW", "LAAG_VERK_9", "8010", other));

        await scene.Visitor.SubmitAsync("Opslaan", scene.Choose("NL_HIGH", "HOOG_VERK_21", "8000"));

        Assert.Equal(412, scene.Visitor.Status);
        Assert.Equal("LAAG_VERK_9 8010", scene.ChosenOf("NL_LOW"));
        Assert.Contains("Iemand anders wijzigde dit intussen", scene.RowOf("NL_LOW").TextContent, StringComparison.Ordinal);

        await scene.Visitor.SubmitAsync("Opslaan");

        Assert.Equal(["NL_HIGH HOOG_VERK_21 8000", "NL_LOW LAAG_VERK_9 8010"], await scene.SavedAsync());
    }

    [Fact]
    public async Task Change_of_settings_meanwhile_keeps_the_wish_for_another_debtor_account_and_shows_both()
    {
        await using var scene = await MappingScene.StartAsync();
        scene.World.Books.AddLedgerAccount("1310", "Debiteuren buitenland", "DEB");
        scene.World.Books.AddLedgerAccount("1320", "Debiteuren EU", "DEB");
        await scene.Visitor.OpenAsync(MappingScene.Address);
        await scene.Host.ChangeAsync(new() { ["debtorAccount"] = "1320" });

        await scene.Visitor.SubmitAsync("Opslaan", [("debtorAccount", "1310"), .. scene.Choose("NL_0", "GEEN", "8020")]);

        Assert.Equal(412, scene.Visitor.Status);
        Assert.Equal("1310", ((IHtmlSelectElement)scene.Visitor.Page.GetElementById("f-debtorAccount")!).Value);
        Assert.Contains("Nu opgeslagen: 1320 – Debiteuren EU", scene.Visitor.Text, StringComparison.Ordinal);
        Assert.Empty(await scene.SavedAsync());
    }

    [Fact]
    public async Task Sample_shows_the_lines_before_anything_is_saved()
    {
        await using var scene = await MappingScene.StartAsync();
        var before = StoreDump.Of(scene.World);

        await scene.Visitor.SubmitAsync(
            "Voorbeeld", [.. scene.Choose("NL_HIGH", "HOOG_VERK_21", "8000"), .. scene.Choose("NL_LOW_6", "LAAG_VERK", "8010")]);

        var shown = Visitor.OneLine(scene.Visitor.Page.GetElementById("preview")!.TextContent);
        Assert.Equal(200, scene.Visitor.Status);
        Assert.Matches("8000 – [^€]+HOOG_VERK_21 € 100,00 € 21,00 € 121,00", shown);
        Assert.Matches("31-12-2018.*8010 – [^€]+LAAG_VERK € 100,00 € 6,00 € 106,00", shown);
        Assert.Equal("HOOG_VERK_21 8000", scene.ChosenOf("NL_HIGH"));
        Assert.Empty(await scene.SavedAsync());
        Assert.Equal(before, StoreDump.Of(scene.World));
    }

    [Fact]
    public async Task Sample_of_half_a_choice_says_what_is_missing()
    {
        await using var scene = await MappingScene.StartAsync();

        await scene.Visitor.SubmitAsync("Voorbeeld", scene.Choose("NL_HIGH", "HOOG_VERK_21", ""));

        Assert.Equal(422, scene.Visitor.Status);
        Assert.Contains("nog geen grootboekrekening", scene.Visitor.Page.GetElementById("preview")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoices_that_waited_for_it_are_offered_again_and_booked()
    {
        await using var scene = await MappingScene.StartAsync();
        await scene.Host.SendAsync(Events.Invoice("F1"));
        await scene.Host.SendAsync(Events.Invoice("F2"));
        await scene.Visitor.SubmitAsync("Opslaan", scene.Choose("NL_HIGH", "HOOG_VERK_21", "8000"));
        Assert.Contains("2 facturen die hierop wachtten", Assert.Single(scene.Visitor.Notices), StringComparison.Ordinal);
        Assert.Empty(scene.World.Books.Mutations);

        await scene.Visitor.SubmitAsync("Opnieuw aanbieden");

        Assert.Contains("2 van 2 opnieuw aangeboden facturen geboekt", Assert.Single(scene.Visitor.Notices), StringComparison.Ordinal);
        Assert.Equal(2, scene.World.Books.Mutations.Count);
        Assert.False(scene.Visitor.HasButton("Opnieuw aanbieden"));
    }

    [Fact]
    public async Task What_is_saved_is_shown_while_the_books_are_out_of_reach()
    {
        await using var scene = await MappingScene.StartAsync(("NL_0", "GEEN", "8020"));
        scene.World.Sandbox.Books.Faults.Add(new Fault(FaultKind.Http500Before) { Operation = "GetGrootboekrekeningen", Times = Fault.UntilCleared });

        await scene.Visitor.OpenAsync(MappingScene.Address);

        Assert.Equal(200, scene.Visitor.Status);
        Assert.Contains("De grootboekrekeningen zijn nu niet op te halen", scene.Visitor.Text, StringComparison.Ordinal);
        Assert.Equal("8020", scene.RowOf("NL_0").QuerySelector("input[type=text]")!.GetAttribute("value"));

        await scene.Visitor.SubmitAsync("Opslaan", (scene.Field("NL_0", "account"), "8010"));

        Assert.Equal(503, scene.Visitor.Status);
        Assert.Equal("8010", scene.RowOf("NL_0").QuerySelector("input[type=text]")!.GetAttribute("value"));
        Assert.Equal(["NL_0 GEEN 8020"], await scene.SavedAsync());
    }

    [Fact]
    public async Task Debtor_account_that_was_saved_alone_is_no_change_by_somebody_else_when_the_rest_is_saved_after_all()
    {
        await using var scene = await MappingScene.StartAsync();
        scene.World.Books.AddLedgerAccount("1310", "Debiteuren buitenland", "DEB");
        await scene.Visitor.OpenAsync(MappingScene.Address);
        var faults = scene.World.Sandbox.Books.Faults;
        faults.Add(new Fault(FaultKind.SlowBefore) { Operation = "GetGrootboekrekeningen", Times = 2 });
        faults.Add(new Fault(FaultKind.Http500Before) { Operation = "GetGrootboekrekeningen", Times = Fault.UntilCleared });

        await scene.Visitor.SubmitAsync("Opslaan", [("debtorAccount", "1310"), .. scene.Choose("NL_0", "GEEN", "8020")]);

        Assert.Equal(503, scene.Visitor.Status);
        Assert.Equal("1310", (await scene.Host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/settings")).Json["debtorAccount"]!.GetValue<string>());
        Assert.Equal("1310", scene.Visitor.Page.QuerySelector("input[name=debtorRead]")!.GetAttribute("value"));
        Assert.Empty(await scene.SavedAsync());

        faults.Clear();
        await scene.Visitor.SubmitAsync("Opslaan");

        Assert.DoesNotContain("intussen gewijzigd", scene.Visitor.Text, StringComparison.Ordinal);
        Assert.Equal(["NL_0 GEEN 8020"], await scene.SavedAsync());
    }

    [Fact]
    public async Task Account_that_is_gone_is_told_and_stays_to_be_seen()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.PlantTenantAsync("ander", World.Settings with { NumberPrefix = "A-" }, new VatMapping(new Dictionary<string, VatMappingRow>
        {
            ["NL_HIGH"] = new("HOOG_VERK_21", "8777"), ["NL_LOW"] = new("LAAG_VERK_9", "1300"),
        }));
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync("/koppeling/ander/btw-en-grootboek");

        Assert.Contains("Verkoop - NL - 21% ✕ Rekening bestaat niet meer", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Verkoop - NL - laag (9%) ✕ Rekening is geen omzetrekening meer", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("8777 (niet meer te kiezen)", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_look_sees_the_table_and_no_form()
    {
        var (world, host) = await World.StartAsync(configure: Onlooker.Trust);
        await using var _ = world;
        await Onlooker.AdmitAsync(host);

        var page = await Onlooker.SeeAsync(host, MappingScene.Address);

        Assert.Contains("HOOG_VERK_21 8000 – Omzet hoog tarief ✓ Ingesteld", Visitor.OneLine(page.TextContent), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("form, button, select"));
    }
}
