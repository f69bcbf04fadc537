using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Host = PerfectviewFunctions.EndToEnd.Tests.Support.Host;

namespace PerfectviewFunctions.Pages.Tests.Settings;

/// <summary>What several visits of the settings do.</summary>
internal static class SettingsVisit
{
    public const string Address = "/koppeling/demo/instellingen";

    public static async Task<(World World, Host Host, Visitor Visitor)> StartAsync(TenantSettings? settings = null)
    {
        var (world, host) = await World.StartAsync(settings: settings);
        var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);
        return (world, host, visitor);
    }

    public static (string Field, string Value)[] Credentials(string code2 = SandboxDemo.SecurityCode2, string code1 = SandboxDemo.SecurityCode1) =>
        [("userName", SandboxDemo.UserName), ("securityCode1", code1), ("securityCode2", code2)];

    public static Task<Tenant?> TenantAsync(this Host host) =>
        host.Services.GetRequiredService<TenantStore>().FindAsync(TenantId.Parse("demo"), CancellationToken.None);

    public static async Task<TenantSettings> SettingsAsync(this Host host) => (await host.TenantAsync())!.Settings;

    /// <summary>What stands in a field.</summary>
    public static string ValueOf(this Visitor visitor, string field) => visitor.Page.QuerySelector($"#f-{field}") switch
    {
        IHtmlInputElement { Type: "checkbox" } box => box.IsChecked ? "on" : "",
        IHtmlInputElement input => input.Value,
        _ => visitor.Page.QuerySelectorAll<IHtmlInputElement>($"input[name={field}]").Single(radio => radio.IsChecked).Value,
    };

    public static string FaultAt(this Visitor visitor, string field) => Visitor.OneLine(visitor.Page.QuerySelector($"#f-{field}-fault")!.TextContent);
}
