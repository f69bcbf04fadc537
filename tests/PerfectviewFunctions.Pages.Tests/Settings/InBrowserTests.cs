using Microsoft.Playwright;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Browser;
using PerfectviewFunctions.Pages.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Settings;

[Collection(BrowserTests.Name)]
public sealed class InBrowserTests(SharedBrowser browser)
{
    [BrowserFact]
    public async Task With_script_a_test_leaves_the_codes_in_their_fields_so_that_they_can_be_saved()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await using var window = await Window.OpenAsync(browser, host);
        await window.SignInAsync();
        await window.GoAsync(SettingsVisit.Address);
        await window.Page.GetByLabel("Gebruikersnaam").FillAsync(SandboxDemo.UserName);
        await window.Page.GetByLabel("Beveiligingscode 1").FillAsync(SandboxDemo.SecurityCode1);
        await window.Page.GetByLabel("Beveiligingscode 2").FillAsync(SandboxDemo.SecondSecurityCode2);

        await window.PressAsync("Testen");
        await window.Page.GetByLabel("Ja, boek voortaan in deze andere administratie").CheckAsync();
        Assert.Equal(SandboxDemo.SecurityCode1, await window.Page.GetByLabel("Beveiligingscode 1").InputValueAsync());
        await window.PressAsync("Gegevens opslaan");

        await window.Page.GetByText("zijn opgeslagen en werken").WaitForAsync();
        Assert.Empty(window.Complaints);
    }

    [BrowserFact]
    public async Task Keyboard_stays_at_the_button_that_tests_in_place()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await using var window = await Window.OpenAsync(browser, host);
        await window.SignInAsync();
        await window.GoAsync(SettingsVisit.Address);
        var button = window.Page.GetByRole(AriaRole.Button, new() { Name = "Testen", Exact = true });

        await button.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("#uitkomst .notice").WaitForAsync();

        Assert.Equal("Testen", await window.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.Null(await button.GetAttributeAsync("aria-disabled"));
    }

    [BrowserFact]
    public async Task Test_that_fails_in_place_leaves_the_other_button_of_its_form_what_it_was()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await using var window = await Window.OpenAsync(browser, host);
        await window.SignInAsync();
        await window.GoAsync(SettingsVisit.Address);
        await window.Page.RouteAsync("**/instellingen/testen", route => route.FulfillAsync(new() { Status = 204 }));

        await window.Page.EvaluateAsync("document.querySelector('[data-inplace]').click()");
        await window.Page.WaitForTimeoutAsync(500);

        Assert.EndsWith("/instellingen/gegevens", await window.Page.EvaluateAsync<string>("document.querySelector('#uitkomst').closest('form').action"), StringComparison.Ordinal);
    }

    [BrowserTheory]
    [InlineData("/koppeling/demo")]
    [InlineData(SettingsVisit.Address)]
    public async Task Page_has_no_fault_of_accessibility_and_fits_a_phone(string address)
    {
        var (world, host) = await BusyTenant.StartAsync();
        await using var _ = world;
        await using var window = await Window.OpenAsync(browser, host, new() { ViewportSize = new() { Width = 320, Height = 800 } });
        await window.SignInAsync();

        Assert.Equal(200, await window.GoAsync(address));

        Assert.Empty(await Axe.FaultsOfAsync(window.Page));
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(window.Complaints);
    }

    [BrowserFact]
    public async Task Page_with_faults_has_none_of_accessibility()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await using var window = await Window.OpenAsync(browser, host);
        await window.SignInAsync();
        await window.GoAsync(SettingsVisit.Address);
        await window.Page.GetByLabel("Voorvoegsel van factuurnummers").FillAsync("é");
        await window.PressAsync("Boekingen opslaan");
        await window.Page.Locator("#faults").WaitForAsync();
        Assert.Equal("faults", await window.FocusAsync());
        Assert.Empty(await Axe.FaultsOfAsync(window.Page));

        await window.PressAsync("Koppeling beëindigen");
        await window.Page.Locator("#f-confirmUnlink-fault").WaitForAsync();
        Assert.Empty(await Axe.FaultsOfAsync(window.Page));
        Assert.Empty(window.Complaints);
    }
}
