using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;
using Host = PerfectviewFunctions.EndToEnd.Tests.Support.Host;

namespace PerfectviewFunctions.Pages.Tests.Mapping;

/// <summary>A linked tenant without any mapping unless said otherwise, and somebody at its page of VAT and ledger.</summary>
internal sealed class MappingScene(World world, Host host, Visitor visitor) : IAsyncDisposable
{
    public const string Address = "/koppeling/demo/btw-en-grootboek";

    public World World => world;

    public Host Host => host;

    public Visitor Visitor => visitor;

    public static async Task<MappingScene> StartAsync(params (string Row, string Code, string Account)[] mapping)
    {
        var world = await World.CreateAsync();
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo", mapping: new VatMapping(
            mapping.ToDictionary(row => row.Row, row => new VatMappingRow(row.Code, row.Account), StringComparer.Ordinal)));
        var scene = new MappingScene(world, host, await Visitor.SignedInAsync(host));
        await scene.Visitor.OpenAsync(Address);
        return scene;
    }

    /// <summary>The name of a field of a category's row.</summary>
    public string Field(string category, string field, Visitor? other = null) => $"rows/{IndexOf(category, other ?? visitor)}/{field}";

    public (string, string)[] Choose(string category, string code, string account, Visitor? other = null) =>
        [(Field(category, "vatCode", other), code), (Field(category, "account", other), account)];

    public IElement RowOf(string category) => visitor.Page.QuerySelectorAll("fieldset.map-row")[IndexOf(category, visitor)];

    public string ChosenOf(string category)
    {
        var selects = RowOf(category).QuerySelectorAll("select").OfType<IHtmlSelectElement>().ToList();
        return $"{selects[0].Value} {selects[1].Value}";
    }

    /// <summary>The mapping as the API has it: <c>NL_HIGH HOOG_VERK_21 8000</c>, without rows that are not set.</summary>
    public async Task<IReadOnlyList<string>> SavedAsync() =>
    [
        .. (await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/vat-mappings")).Json["rows"]!.AsArray()
            .Where(row => row!["vatCode"] is not null)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row!["category"]} {row["vatCode"]} {row["account"]}")),
    ];

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await world.DisposeAsync();
    }

    private static int IndexOf(string category, Visitor visitor)
    {
        var rows = visitor.Page.QuerySelectorAll("input[name$='/category']").Select(input => input.GetAttribute("value")).ToList();
        Assert.Contains(category, rows);
        return rows.IndexOf(category);
    }
}
