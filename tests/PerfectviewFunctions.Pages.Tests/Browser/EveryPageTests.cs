using System.Globalization;
using Microsoft.Playwright;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Browser;

/// <summary>What holds for every page, with something of everything on it. Pictures are left in <c>.test/pages</c> to be looked at.</summary>
[Collection(BrowserTests.Name)]
public sealed class EveryPageTests(SharedBrowser browser)
{
    private const int Narrowest = 320;

    private static readonly (string Name, string Address)[] Pages =
    [
        ("koppelingen", "/koppeling"),
        ("nieuw", "/koppeling/_/nieuw"),
        ("overzicht", "/koppeling/demo"),
        ("boekingen", "/koppeling/demo/boekingen"),
        ("actie-nodig", "/koppeling/demo/boekingen?staat=actie"),
        ("boeking", "/koppeling/demo/boekingen/factuur?nummer=" + Uri.EscapeDataString(BusyTenant.Number)),
        ("boeking-onzeker", "/koppeling/demo/boekingen/factuur?nummer=" + BusyTenant.Uncertain),
        ("boeking-vastgehouden", "/koppeling/demo/boekingen/factuur?nummer=" + BusyTenant.Held),
        ("openstaand", "/koppeling/demo/openstaand"),
        ("relaties", "/koppeling/demo/relaties"),
        ("relatie", "/koppeling/demo/relaties/relatie?id=rel-2"),
        ("btw", "/koppeling/demo/btw-en-grootboek"),
        ("instellingen", "/koppeling/demo/instellingen"),
        ("hulp", "/koppeling/demo/hulp"),
        ("niet-gevonden", "/koppeling/demo/niets"),
    ];

    [BrowserTheory]
    [InlineData("nl", 1280, ColorScheme.Light)]
    [InlineData("en", 390, ColorScheme.Dark)]
    public async Task Page_is_accessible_keeps_its_policy_and_fits_its_screen(string language, int width, ColorScheme scheme)
    {
        var (world, host) = await BusyTenant.StartAsync();
        await using var _ = world;
        await using var window = await Window.OpenAsync(browser, host, new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        await window.SignInAsync();
        await window.GoAsync("/koppeling/_/taal/" + language);
        var faults = new List<string>();
        foreach (var (name, address) in Pages)
        {
            var status = await window.GoAsync(address);
            if (status != (name == "niet-gevonden" ? 404 : 200))
            {
                faults.Add($"{name}: {status}.");
            }

            faults.AddRange((await Axe.FaultsOfAsync(window.Page)).Select(fault => $"{name}: {fault}"));
            await window.Page.ScreenshotAsync(new() { Path = PictureOf($"{name}-{width.ToString(CultureInfo.InvariantCulture)}"), FullPage = true });
            if (await IsTooWideAsync(window.Page))
            {
                faults.Add($"{name}: wider than {width} px.");
            }
        }

        Assert.Empty(faults);
        Assert.Empty(window.Complaints);
    }

    [BrowserFact]
    public async Task Page_fits_the_narrowest_screen_and_text_of_twice_the_size()
    {
        var (world, host) = await BusyTenant.StartAsync();
        await using var _ = world;
        await using var window = await Window.OpenAsync(browser, host, new() { ViewportSize = new() { Width = Narrowest, Height = 800 } });
        await window.SignInAsync();
        var tooWide = new List<string>();
        foreach (var (name, address) in Pages)
        {
            await window.GoAsync(address);
            if (await IsTooWideAsync(window.Page))
            {
                tooWide.Add(name);
            }
        }

        Assert.Empty(tooWide);
    }

    [BrowserFact]
    public async Task Hostile_names_are_shown_and_never_run()
    {
        var (world, host) = await BusyTenant.StartAsync();
        await using var _ = world;
        await using var window = await Window.OpenAsync(browser, host);
        await window.SignInAsync();
        foreach (var address in new[] { "/koppeling/demo/boekingen", "/koppeling/demo/relaties", "/koppeling/demo/openstaand" })
        {
            await window.GoAsync(address);
            Assert.Contains(BusyTenant.HostileName, await window.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(window.Complaints);
    }

    [BrowserFact]
    public async Task First_key_pressed_leads_past_the_menu()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await using var window = await Window.OpenAsync(browser, host);
        await window.SignInAsync();
        await window.GoAsync("/koppeling/demo");

        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("main", await window.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    private static Task<bool> IsTooWideAsync(Microsoft.Playwright.IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    private static string PictureOf(string name) => Path.Combine(Repository.Root, ".test", "pages", name + ".png");
}
