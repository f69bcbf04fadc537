using System.Text;
using Microsoft.Playwright;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using Xunit;
using Host = PerfectviewFunctions.EndToEnd.Tests.Support.Host;

namespace PerfectviewFunctions.Pages.Tests.Browser;

/// <summary>The whole way of somebody who has nothing yet, by what stands on the pages alone.</summary>
[Collection(BrowserTests.Name)]
public sealed class NewcomerTests(SharedBrowser browser)
{
    private const string Number = "2026-001";

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_no_tenant_to_a_booked_invoice_and_its_payment(bool script)
    {
        await using var world = await World.CreateAsync(new SandboxSwitches { SessionLifetime = TimeSpan.FromDays(1) });
        var host = await world.AddHostAsync();
        await using var window = await Window.OpenAsync(browser, host, new() { JavaScriptEnabled = script });
        await window.SignInAsync();

        await AddTenantAsync(window);
        await LinkAsync(window, script);
        var secret = await MakeSecretAsync(window, host);
        await MapAsync(window);
        await TurnOnAsync(window);
        await window.FollowAsync("Overzicht");
        Assert.Contains("Nog te doen", await window.TextAsync(), StringComparison.Ordinal);

        // What Perfectview does once the address and the secret are set there.
        using var signed = host.Signed(Encoding.UTF8.GetBytes(Events.Invoice(Number).ToJsonString()), "bakker", secret: secret);
        using var answer = await host.Http.SendAsync(signed);
        Assert.Equal("booked", (await Reply.ReadAsync(answer)).Outcome);

        await window.FollowAsync("Boekingen");
        await window.FollowAsync(Number);
        Assert.Contains("Geboekt", await window.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("€ 121,00", (await window.TextAsync()).Replace('\u00a0', ' '), StringComparison.Ordinal);

        world.Pay(Number, 121m);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await window.FollowAsync("Openstaande saldi");
        await window.PressAsync("Nu bijwerken");
        await window.Page.GetByText("De betalingen zijn zojuist gelezen.").WaitForAsync();
        await window.FollowAsync("Boekingen");
        await window.FollowAsync(Number);
        Assert.Contains("Betaald", await window.TextAsync(), StringComparison.Ordinal);
        await window.FollowAsync("Overzicht");
        Assert.DoesNotContain("Nog te doen", await window.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    private static async Task AddTenantAsync(Window window)
    {
        await window.FollowAsync("Koppeling toevoegen");
        await window.Page.GetByLabel("Naam", new() { Exact = true }).FillAsync("Bakkerij");
        await window.Page.GetByLabel("Naam in adressen").FillAsync("bakker");
        await window.PressAsync("Toevoegen");
        await window.Page.GetByText("De koppeling is toegevoegd.").WaitForAsync();
    }

    /// <summary>Tests first. Without a script the codes, which are never shown again, have to be typed once more.</summary>
    private static async Task LinkAsync(Window window, bool script)
    {
        await window.FollowAsync("Instellingen");
        await FillCredentialsAsync(window);
        await window.PressAsync("Testen");
        await window.Page.GetByText("Deze gegevens werken.").WaitForAsync();
        Assert.Equal(script ? SandboxDemo.SecurityCode1 : "", await window.Page.GetByLabel("Beveiligingscode 1").InputValueAsync());
        if (!script)
        {
            await FillCredentialsAsync(window);
        }

        await window.PressAsync("Gegevens opslaan");
        await window.Page.GetByText("zijn opgeslagen en werken").WaitForAsync();
    }

    private static async Task FillCredentialsAsync(Window window)
    {
        await window.Page.GetByLabel("Gebruikersnaam").FillAsync(SandboxDemo.UserName);
        await window.Page.GetByLabel("Beveiligingscode 1").FillAsync(SandboxDemo.SecurityCode1);
        await window.Page.GetByLabel("Beveiligingscode 2").FillAsync(SandboxDemo.SecurityCode2);
    }

    private static async Task<WebhookSecret> MakeSecretAsync(Window window, Host host)
    {
        Assert.Equal(new Uri(host.Http.BaseAddress!, "/api/webhooks/bakker").AbsoluteUri, await window.Page.GetByLabel("Webhookadres").InputValueAsync());
        await window.PressAsync("Geheim maken");
        var secret = await window.Page.Locator("#secret").InputValueAsync();
        await window.Page.ReloadAsync();
        Assert.DoesNotContain(secret, await window.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.True(WebhookSecret.TryParse(secret, out var made));
        return made;
    }

    private static async Task MapAsync(Window window)
    {
        await window.FollowAsync("Btw en grootboek");
        var row = window.Page.GetByRole(AriaRole.Group).Filter(new() { HasText = "Verkoop - NL - 21%" });
        await row.GetByLabel("Btw-code").SelectOptionAsync("HOOG_VERK_21");
        await row.GetByLabel("Grootboekrekening").SelectOptionAsync(SandboxDemo.RevenueAccount);
        await window.PressAsync("Voorbeeld");
        await window.Page.GetByText("Boekingsregels van de factuur").First.WaitForAsync();
        await window.PressAsync("Opslaan");
        await window.Page.GetByText("De keuzes zijn opgeslagen.").WaitForAsync();
    }

    private static async Task TurnOnAsync(Window window)
    {
        await window.FollowAsync("Instellingen");
        await window.Page.GetByLabel("Boekingen in e-Boekhouden aanmaken").CheckAsync();
        await window.PressAsync("Boekingen opslaan");
        await window.Page.GetByText("De instellingen zijn opgeslagen.").First.WaitForAsync();
        await window.Page.GetByLabel("Betalingen verwerken").CheckAsync();
        await window.PressAsync("Betalingen opslaan");
        await window.Page.GetByText("De instellingen zijn opgeslagen.").First.WaitForAsync();
    }
}
